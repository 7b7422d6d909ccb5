"""What pages that stand open learn of an act or of a clock: at whose desk, and what.

Desks are told with their people (`issues.casework.tell`); here is the rest: what a clock took away,
what everybody reads, and that a matter has changed where it may be on a screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol
from uuid import UUID

from django.db.models import Model

from issues.casework.index import was_public
from issues.enums.matter import Visibility
from issues.enums.turns import TurnCause
from issues.models import Assignment, Commitment, Deadline, Issue
from notifications.enums import What
from notifications.happenings import (
    NewHappening,
    desk_place,
    person_place,
    public_place,
    thing_place,
)

BY_THE_CLOCK = frozenset({TurnCause.CLOCK, TurnCause.HANDED_OVER})


class ToWrite(Protocol):
    """What an act or a batch has gathered; `issues.casework.changes` is it."""

    issues: list[Issue]
    assignments: list[Assignment]
    commitments: list[Commitment]
    deadlines: list[Deadline]
    activity: list[Model]
    turns: list[Assignment]
    shown_first: set[UUID]
    among_staff: set[UUID]


def happenings_of(changes: ToWrite) -> Iterator[NewHappening]:
    """The happenings of all issues that are going to be written; ask before writing them."""
    turns: dict[UUID, list[Assignment]] = {}
    for turn in (*changes.turns, *changes.assignments):
        turns.setdefault(turn.issue.uid, []).append(turn)
    for issue in _touched(changes):
        held = turns.get(issue.uid, [])
        yield from _at_desks(issue, held)
        if issue.uid not in changes.among_staff:
            yield from _elsewhere(issue, came=issue.uid in changes.shown_first)


def _touched(changes: ToWrite) -> list[Issue]:
    """The issues of which any row is written, each once."""
    rows = (*changes.assignments, *changes.commitments, *changes.deadlines, *changes.activity)
    known = (_issue_of(row) for row in rows)
    found = [*changes.issues, *(issue for issue in known if issue is not None)]
    return list({issue.uid: issue for issue in found}.values())


def _issue_of(row: Model) -> Issue | None:
    """The issue that the row was made for or read with; this reads nothing."""
    known: Issue | None = row._state.fields_cache.get("issue")
    return known


def _at_desks(issue: Issue, turns: list[Assignment]) -> Iterator[NewHappening]:
    uid = issue.uid
    for turn in turns:
        if turn.left_at is not None and turn.left_cause in BY_THE_CLOCK:
            yield NewHappening(desk_place(turn.body_id), What.TAKEN, uid)
    for body in _desks(issue, turns):
        yield NewHappening(desk_place(body), What.CHANGED, uid)


def _elsewhere(issue: Issue, *, came: bool) -> Iterator[NewHappening]:
    """Pages that residents read too, so notes among colleagues don't get here.

    When a matter is hidden, everybody's pages learn that once, and nothing of it afterwards.
    """
    uid = issue.uid
    if issue.visibility == Visibility.PUBLIC or was_public(issue):
        what = What.CAME if came else What.CHANGED
        yield NewHappening(public_place(issue.community_id), what, uid)
    if issue.reporter_id is not None:
        yield NewHappening(person_place(issue.reporter_id), What.CHANGED, uid)
    yield NewHappening(thing_place(uid), What.CHANGED, uid)


def _desks(issue: Issue, turns: list[Assignment]) -> set[int]:
    """Bodies whose desks may show it: grid, community, street, and whoever has or had it."""
    desks = {issue.grid_id, issue.community_id, *(turn.body_id for turn in turns)}
    street = issue.community.parent_id
    # The street's desk shows what is late or supervised at any level.
    return desks if street is None else {*desks, street}
