"""Everything that the page of one issue shows, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from accounts.queries.prepared import PreparedQuery
from grids.standing import Standing
from issues.enums.matter import Visibility
from issues.models import Deliberation, Follow, Issue, Support
from issues.queries.dossier import READERS_KEPT, Dossier, one_of
from issues.queries.first_promise import kept_first_promise
from issues.queries.said import Said, said_about
from issues.queries.unreached import reporter_unreached
from issues.queries.visible import visible_to
from ledger.queries.timeline import TimelineEntry, timeline
from notifications.queries.happenings import newest_at
from notifications.queries.unread import unseen_by

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
    def entries(self) -> list[TimelineEntry]:
        return timeline(self.issue.stream, self.issue.inside_stream)

    @cached_property
    def merged(self) -> list[Issue]:
        """What was merged into it, for those who work on it; asked only where there is any."""
        if not self.issue.takes_in:  # type: ignore[attr-defined]
            return []
        merged = Issue.objects.filter(merged_into=self.issue).select_related("community")
        return list(merged.order_by("pk"))

    @cached_property
    def merged_since(self) -> datetime | None:
        """Since when a matter that the reader raised is handled here; asked where any is."""
        reader = self.standing.user_id
        if reader is None or not self.issue.takes_in:  # type: ignore[attr-defined]
            return None
        own = Issue.objects.filter(merged_into=self.issue, reporter=reader)
        # Merged while this version was being put in place, it says only when it ended.
        since = Coalesce("merged_at", "ended_at")
        return own.order_by(since).values_list(since, flat=True).first()

    @cached_property
    def sees_into(self) -> bool:
        """True if the reader may open what it was merged into; public ones cost no statement."""
        into = self.issue.merged_into
        if into is None:
            return False
        open_to_all = into.visibility == Visibility.PUBLIC
        return open_to_all or visible_to(self.standing).filter(pk=into.pk).exists()

    @property
    def supported(self) -> bool:
        """True if the reader said that it happened to them too."""
        return self.issue.supported  # type: ignore[attr-defined,no-any-return]

    @property
    def followed(self) -> bool:
        """True if the reader follows it without having met with it."""
        return self.issue.followed  # type: ignore[attr-defined,no-any-return]


def page_of(reference: str, standing: Standing, *, now: datetime) -> IssuePage:
    """The page. Raises Issue.DoesNotExist if the reader may not open the issue."""
    return IssuePage.of(_visible(standing), reference, standing=standing, now=now)


@lru_cache(maxsize=READERS_KEPT)
def _visible(standing: Standing) -> PreparedQuery[Issue]:
    supports = Support.objects.filter(issue=OuterRef("pk")).order_by()
    issues = visible_to(standing).annotate(
        unreached=reporter_unreached(),
        first_kept=kept_first_promise(),
        takes_in=Exists(Issue.objects.filter(merged_into=OuterRef("pk"))),
        unseen=unseen_by(standing.user_id, subject="uid"),
        news=newest_at("thing", "uid"),
        supported=Exists(supports.filter(user_id=standing.user_id or 0)),
        followed=Exists(Follow.objects.filter(issue=OuterRef("pk"), user_id=standing.user_id or 0)),
    )
    return one_of(issues)
