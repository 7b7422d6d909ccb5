"""Calls for ideas, and what became of each idea."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.queries.prepared import Given, PreparedQuery, given_key
from acting.queries.only_row import only_row
from council.acts.calls import CALL_ACTS
from council.addresses import address_of_call
from council.enums.calls import CallState
from council.facts.calls import CallFacts, IdeaFacts
from council.facts.viewer import Viewer
from council.models import Call, CallIdea, Council
from council.queries.councils import facts_of_council
from council.queries.subject import AskedCouncil, TableSubject
from council.rules.calls import calls_for_ideas
from grids.enums import BodyKind
from grids.models import Body
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.models import Issue
from issues.queries.listing import for_cards
from issues.queries.visible import visible_to

MOST_LISTED = 40
# On the first page.
MOST_OPEN = 2
_BODY, _DAY = given_key("body"), Given("day", DateField())


def _calls() -> QuerySet[Call]:
    return Call.objects.select_related("council__body__parent").filter(council__active=True)


def call_of(uid: UUID) -> Call | None:
    return only_row(_calls().filter(uid=uid))


def calls_of_community(community: Body) -> list[Call]:
    """Of its own council and those of its grids, the newest first."""
    there = Q(council__body=community) | Q(
        council__body__parent=community, council__body__kind=BodyKind.GRID
    )
    return list(_calls().filter(there).order_by("-opens_on", "-pk")[:MOST_LISTED])


def open_calls_for(body: Body, *, day: date) -> list[Call]:
    """What is asked of a grid, by its own council or its community's; of a community, all there.

    The first to close first; one statement.
    """
    asked = _open_for_grid if body.kind == BodyKind.GRID else _open_for_community
    return asked(body=body.pk, above=body.parent_id, day=day)


@PreparedQuery
def _open_for_grid() -> QuerySet[Call]:
    asked = Call.grids.through.objects.filter(call=OuterRef("pk"))
    of_all = Q(council__body=given_key("above")) & ~Exists(asked)
    own = Q(council__body=_BODY) | Q(Exists(asked.filter(body=_BODY)))
    return _open_on(_DAY).filter(own | of_all)[:MOST_OPEN]


@PreparedQuery
def _open_for_community() -> QuerySet[Call]:
    grids = Q(council__body__parent=_BODY, council__body__kind=BodyKind.GRID)
    return _open_on(_DAY).filter(Q(council__body=_BODY) | grids)[:MOST_OPEN]


def _open_on(day: date | Given) -> QuerySet[Call]:
    rows = _calls().filter(closed_at=None, opens_on__lte=day, closes_on__gte=day)
    return rows.order_by("closes_on", "pk")


def open_calls(council: Council, *, day: date) -> list[Call]:
    """Of one council, those to which ideas come in on that day, the first to close first."""
    return list(_open_on(day).filter(council=council))


def facts_of_call(call: Call, *, day: date, idea: CallIdea | None = None) -> CallFacts:
    """`idea` is one of the call, with its matter."""
    return CallFacts(
        council=facts_of_council(call.council),
        state=call.state_on(day),
        idea=None if idea is None else _facts_of_idea(idea),
    )


def _facts_of_idea(idea: CallIdea) -> IdeaFacts:
    return IdeaFacts(
        is_public=idea.issue.visibility == Visibility.PUBLIC,
        is_chosen=idea.chosen_at is not None,
        stage=Stage(idea.issue.stage),
    )


@dataclass(frozen=True, slots=True)
class Idea:
    """A matter as `for_cards` gives it, with what the council said of it."""

    issue: Issue
    idea: CallIdea

    @property
    def is_public(self) -> bool:
        return self.issue.visibility == Visibility.PUBLIC

    @property
    def author(self) -> str:
        """The author's name if they want it beside the idea; otherwise "".

        It is never given for a matter that is not public, or that was raised for somebody else.
        """
        reporter, issue = self.issue.reporter, self.issue
        hidden = issue.private_wish or issue.for_someone_else or not self.is_public
        if reporter is None or hidden or not self.idea.named:
            return ""
        return reporter.name


def ideas_of(call: Call, viewer: Viewer) -> tuple[list[Idea], int]:
    """The ideas that the reader may open, and how many more came in that they may not.

    Chosen ideas come first, then those that most neighbours want too. Three statements.
    """
    kept = {idea.issue_id: idea for idea in CallIdea.objects.filter(call=call)}
    readable = visible_to(viewer.standing).filter(pk__in=kept)
    issues = for_cards(readable).select_related("grid", "category", "reporter")
    ideas = [Idea(issue, kept[issue.pk]) for issue in issues]
    for one in ideas:
        one.idea.issue = one.issue
    ideas.sort(key=_order)
    return ideas, len(kept) - len(ideas)


def _order(idea: Idea) -> tuple[bool, int, int]:
    return (idea.idea.chosen_at is None, -idea.issue.supporters, idea.issue.pk)


def carried_out() -> QuerySet[CallIdea]:
    """Ideas whose matter is closed, and so was carried out, and whose author is not told yet."""
    return CallIdea.objects.filter(told_at=None, issue__stage=Stage.CLOSED)


@dataclass(frozen=True, kw_only=True)
class CallSubject(TableSubject):
    acts = CALL_ACTS

    call: Call
    viewer: Viewer
    now: datetime
    # The idea that is to be chosen.
    idea: CallIdea | None = None

    @cached_property
    def facts(self) -> CallFacts:
        return facts_of_call(self.call, day=timezone.localdate(self.now), idea=self.idea)

    def about(self, idea: CallIdea) -> CallSubject:
        return replace(self, idea=idea)

    @property
    def address(self) -> str:
        return address_of_call(self.call)

    @property
    def title(self) -> str:
        return self.call.title

    @property
    def version(self) -> int:
        return self.call.version

    @property
    def stream(self) -> str:
        return self.call.council.stream


class NewCallSubject(AskedCouncil):
    """A council before somebody who opens a call in its name."""

    def may(self, act: str) -> bool:
        return calls_for_ideas(self.viewer, facts_of_council(self.council))


def call_subject(uid: UUID, viewer: Viewer, *, now: datetime) -> CallSubject | None:
    call = call_of(uid)
    return None if call is None else CallSubject(call=call, viewer=viewer, now=now)


def idea_subject(uid: UUID, reference: str, viewer: Viewer, *, now: datetime) -> CallSubject | None:
    """Only ideas that the reader may open."""
    call = call_of(uid)
    if call is None or "\x00" in reference:
        return None
    issues = visible_to(viewer.standing).filter(reference=reference)
    ideas = CallIdea.objects.filter(call=call, issue__in=issues).select_related("issue")
    idea = ideas.first()
    if idea is None:
        return None
    return CallSubject(call=call, viewer=viewer, now=now, idea=idea)


def open_call_of(reference: str, *, day: date) -> Call | None:
    """The call that an address names, while ideas come in."""
    try:
        call = call_of(UUID(reference))
    except ValueError:
        return None
    return call if call is not None and call.state_on(day) == CallState.OPEN else None


def asked_grids(call: Call) -> Sequence[Body]:
    """The grids that are asked; empty where it is everybody for whom the council sits."""
    return list(call.grids.order_by("path"))
