"""Everything that the page of one issue shows, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from grids.standing import Standing
from issues.models import Deliberation, Outcome, Support
from issues.queries.dossier import Dossier
from issues.queries.said import Said, said_about
from issues.queries.unreached import reporter_unreached
from issues.queries.visible import visible_to
from ledger.queries.timeline import TimelineEntry, timeline

# Talks and results are read apart, with their venues and turns; calls are not for this page.
READ = ("response", "addition", "finding", "word")


@dataclass(frozen=True, kw_only=True)
class IssuePage(Dossier):
    """The dossier, and what was said, talked over, achieved and recorded."""

    @cached_property
    def said(self) -> list[Said]:
        return said_about(self.issue.pk, kinds=READ)

    @cached_property
    def talks(self) -> list[Deliberation]:
        return list(Deliberation.objects.filter(issue=self.issue).select_related("venue"))

    @cached_property
    def outcomes(self) -> list[Outcome]:
        outcomes = Outcome.objects.filter(issue=self.issue)
        return list(outcomes.select_related("body", "assignment"))

    @cached_property
    def entries(self) -> list[TimelineEntry]:
        return timeline(self.issue.stream, self.issue.inside_stream)

    @property
    def supporters(self) -> int:
        return self.issue.supporters  # type: ignore[attr-defined,no-any-return]

    @property
    def supported(self) -> bool:
        """True if the reader said that it happened to them too."""
        return self.issue.supported  # type: ignore[attr-defined,no-any-return]


def page_of(reference: str, standing: Standing, *, now: datetime) -> IssuePage:
    """The page. Raises Issue.DoesNotExist if the reader may not open the issue."""
    supports = Support.objects.filter(issue=OuterRef("pk")).order_by()
    counted = supports.values("issue").annotate(n=Count("pk")).values("n")
    issues = visible_to(standing).annotate(
        supporters=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        unreached=reporter_unreached(),
        supported=Exists(supports.filter(user_id=standing.user_id or 0)),
    )
    return IssuePage.of(issues, reference, standing=standing, now=now)
