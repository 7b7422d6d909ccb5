"""One matter as one reader may see it at one moment; pages, forms and desks are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Self

from django.db.models import Q, QuerySet

from grids.queries.people import PostHolders, post_holders
from grids.standing import Standing
from issues.facts import Facts
from issues.models import RUNNING, Assignment, Commitment, Deadline, Issue, Photo
from issues.queries.facts import facts_of, with_facts
from issues.queries.visible import visible_to
from ledger.queries.timeline import length


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Made once per request; each further part is read in one statement, when first needed.

    `turns` holds all turns in their order; `facts` holds both present and earlier holders.
    """

    issue: Issue
    turns: Sequence[Assignment]
    standing: Standing
    now: datetime

    @classmethod
    def of(
        cls, issues: QuerySet[Issue], reference: str, *, standing: Standing, now: datetime
    ) -> Self:
        """`issues` are those that `standing` may see. Raises Issue.DoesNotExist."""
        related = with_facts(issues).select_related(
            "first_receiver", "building__estate", "venue", "merged_into", "sweep_failure"
        )
        issue = related.get(reference=reference)
        turns = Assignment.objects.filter(issue=issue).select_related("body", "sent_by")
        return cls(
            issue=issue, turns=list(turns.order_by("turn", "pk")), standing=standing, now=now
        )

    @cached_property
    def facts(self) -> Facts:
        return facts_of(self.issue, self.turns)

    @cached_property
    def current_turns(self) -> list[Assignment]:
        return [turn for turn in self.turns if turn.left_at is None]

    @cached_property
    def people(self) -> PostHolders:
        """Holders of posts at all bodies that have or had it, and at its grid and community."""
        bodies = {turn.body_id for turn in self.turns}
        return post_holders(bodies | {self.issue.grid_id, self.issue.community_id}, now=self.now)

    @cached_property
    def clocks(self) -> list[Deadline]:
        """The running clocks, the next one due first."""
        return [clock for clock in self._clocks_and_promises if clock.is_running]

    @cached_property
    def commitments(self) -> list[Commitment]:
        """Open promises. Each has a clock of its own, so they are read with the clocks."""
        found = {c.commitment.pk: c.commitment for c in self._clocks_and_promises if c.commitment}
        return sorted(found.values(), key=lambda promise: (promise.promised_at, promise.pk))

    @cached_property
    def _clocks_and_promises(self) -> list[Deadline]:
        wanted = RUNNING | Q(commitment__isnull=False)
        rows = Deadline.objects.filter(wanted, issue=self.issue)
        return list(rows.select_related("commitment__body").order_by("due_at", "pk"))

    @cached_property
    def photos(self) -> list[Photo]:
        return list(Photo.objects.filter(issue=self.issue).select_related("upload"))

    @cached_property
    def last_entry(self) -> int:
        """The number of the newest entry in its record; a form remembers it to tell what is new."""
        return length(self.issue.stream)


def dossier_of(reference: str, standing: Standing, *, now: datetime) -> Dossier:
    """The dossier. Raises Issue.DoesNotExist if the reader may not open the matter."""
    return Dossier.of(visible_to(standing), reference, standing=standing, now=now)
