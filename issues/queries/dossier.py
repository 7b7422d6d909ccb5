"""One matter as one reader may see it at one moment; pages, forms and desks are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, Self

from django.db.models import BooleanField, CharField, ExpressionWrapper, Q, QuerySet

from accounts.queries.prepared import Given, PreparedQuery, given_key
from grids.queries.people import PostHolders, post_holders
from grids.standing import Standing
from issues.facts import Facts
from issues.models import RUNNING, Assignment, Commitment, Deadline, Issue, Outcome, Photo
from issues.models.chain import is_late
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
        cls, asked: PreparedQuery[Issue], reference: str, *, standing: Standing, now: datetime
    ) -> Self:
        """`asked` is `one_of` what `standing` may see. Raises Issue.DoesNotExist."""
        found = asked(reference=reference)
        if not found:
            raise Issue.DoesNotExist
        issue = found[0]
        return cls(issue=issue, turns=_turns(issue=issue.pk), standing=standing, now=now)

    @cached_property
    def facts(self) -> Facts:
        return facts_of(self.issue, self.turns)

    @property
    def unseen(self) -> bool:
        """Whether the reader has notices about it that are not read; of a page that asks for it."""
        return bool(getattr(self.issue, "unseen", False))

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
        """What is still owed: clocks that run or are late, the first one due first."""
        return [clock for clock in self._clocks_and_promises if clock.is_owed]  # type: ignore[attr-defined]

    @cached_property
    def missed(self) -> list[Deadline]:
        """Clocks that were missed in turns that have ended since."""
        return [clock for clock in self._clocks_and_promises if clock.was_missed]  # type: ignore[attr-defined]

    @cached_property
    def commitments(self) -> list[Commitment]:
        """All promises. Each has a clock of its own, so they are read with the clocks."""
        found = {c.commitment.pk: c.commitment for c in self._clocks_and_promises if c.commitment}
        return sorted(found.values(), key=lambda promise: (promise.promised_at, promise.pk))

    @cached_property
    def _clocks_and_promises(self) -> list[Deadline]:
        return _clocks_and_promises(issue=self.issue.pk)

    @cached_property
    def outcomes(self) -> list[Outcome]:
        return _outcomes(issue=self.issue.pk)

    @cached_property
    def photos(self) -> list[Photo]:
        return _photos(issue=self.issue.pk)

    @cached_property
    def last_entry(self) -> int:
        """The number of the newest entry in its record; a form remembers it to tell what is new."""
        return length(self.issue.stream)


# Readers whose question stays compiled in a process: whoever is not signed in, and who works there.
READERS_KEPT = 100
ISSUE = given_key("issue")
_turns = PreparedQuery(
    lambda: (
        Assignment.objects.filter(issue=ISSUE)
        .select_related("body", "sent_by")
        .order_by("turn", "pk")
    )
)
_outcomes = PreparedQuery(
    lambda: Outcome.objects.filter(issue=ISSUE).select_related("body", "assignment")
)
_photos = PreparedQuery(lambda: Photo.objects.filter(issue=ISSUE).select_related("upload"))


@PreparedQuery
def _clocks_and_promises() -> QuerySet[Deadline, Any]:
    owed = ExpressionWrapper(RUNNING | is_late(), BooleanField())
    missed = Q(breached_at__isnull=False, assignment__left_at__isnull=False)
    rows = Deadline.objects.filter(issue=ISSUE).annotate(
        is_owed=owed, was_missed=ExpressionWrapper(missed, BooleanField())
    )
    wanted = rows.filter(Q(is_owed=True) | Q(was_missed=True) | Q(commitment__isnull=False))
    return wanted.select_related("commitment__body").order_by("due_at", "pk")


def one_of(issues: QuerySet[Issue]) -> PreparedQuery[Issue]:
    """The one of `issues` with the given `reference`, with its facts.

    What it finds is a permission: whoever keeps it keeps it under the whole standing that `issues`
    were made for.
    """
    related = with_facts(issues).select_related(
        "first_receiver", "building__estate", "venue", "estate", "merged_into", "sweep_failure"
    )
    return PreparedQuery(
        lambda: related.filter(reference=Given("reference", CharField())).order_by(),
        of_reader=True,
    )


def dossier_of(reference: str, standing: Standing, *, now: datetime) -> Dossier:
    """The dossier. Raises Issue.DoesNotExist if the reader may not open the matter."""
    return Dossier.of(_visible(standing), reference, standing=standing, now=now)


@lru_cache(maxsize=READERS_KEPT)
def _visible(standing: Standing) -> PreparedQuery[Issue]:
    return one_of(visible_to(standing))
