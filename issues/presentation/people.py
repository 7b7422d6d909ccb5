"""How readers see who acts: a worker by role and name, a department by its own name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grids.enums import BodyKind
from grids.queries.people import PostHolder, PostHolders
from issues.enums.turns import TurnRole
from issues.models import Assignment, Issue

NAMED_BY_PERSON = frozenset({BodyKind.GRID, BodyKind.COMMUNITY})


def current_lead(turns: Iterable[Assignment]) -> Assignment | None:
    return next((t for t in turns if t.role == TurnRole.LEAD and t.left_at is None), None)


def posted(people: PostHolders, user_id: int | None) -> PostHolder | None:
    """The post that this person holds at one of the bodies of the issue."""
    everyone = (holder for holders in people.values() for holder in holders)
    return next((holder for holder in everyone if holder.user_id == user_id), None)


def handler_name(turn: Assignment, people: PostHolders) -> str:
    """“网格员王晓燕” once she sees to it; the body before that, or if a department."""
    seeing_to_it = turn.assignee_id or turn.received_by_id
    if seeing_to_it is not None and turn.body.kind in NAMED_BY_PERSON:
        for holder in people.get(turn.body_id, ()):
            if holder.user_id == seeing_to_it:
                return holder.address
    return turn.body.display_name


def first_receiver_of(
    issue: Issue, turns: Iterable[Assignment], people: PostHolders
) -> dict[str, Any] | None:
    """首接人 with the work phone of the post; if they `left` it, whoever holds it now."""
    if issue.first_receiver_id is None:
        return None
    holder = posted(people, issue.first_receiver_id)
    left = holder is None
    if holder is None:
        took = next((t for t in turns if t.received_by_id == issue.first_receiver_id), None)
        successors = people.get(took.body_id, ()) if took is not None else ()
        holder = successors[0] if successors else None
    if holder is None:
        return None
    return {
        "name": holder.name,
        "role": holder.role_name,
        "phone": holder.work_phone,
        "left": left,
    }
