"""Tell people what happens to an issue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grids.enums import Role
from grids.models import Body
from grids.telling import Telling
from issues.casework.case import Case
from issues.enums import Level, MatterClass, Visibility
from issues.models import Support
from issues.rules import HANDS


def tell_people(case: Case, people: Sequence[int | None], kind: str, **more: Any) -> None:
    """Tell these people, but never the one who acts. `more` holds key, sms and parameters."""
    known = frozenset(person for person in people if person is not None)
    if known:
        _tell(case, kind, people=known, **more)


def tell_resident(
    case: Case, kind: str, *, key: object = "", sms: bool = True, **more: Any
) -> None:
    """Tell the reporter, by text message too."""
    tell_people(case, [case.issue.reporter_id], kind, key=key, sms=sms, **more)


def tell_followers(case: Case, kind: str, *, sms: bool = False, **more: Any) -> None:
    """Tell the reporter, by text message too if `sms`, and those to whom the same happened.

    Supporters of a matter that is not public any more can't read it and are told nothing.
    """
    tell_resident(case, kind, sms=sms, **more)
    if case.issue.visibility == Visibility.PUBLIC:
        supporters = Support.objects.filter(issue=case.issue).order_by("user_id")
        people = set(supporters.values_list("user_id", flat=True)) - {case.issue.reporter_id}
        tell_people(case, sorted(people), kind, **more)


def tell_body(case: Case, body: Body, kind: str, /, **more: Any) -> None:
    """Tell those who work for a body; for a street's general office also its dispatchers."""
    seats = [(body.pk, role) for role in HANDS.get(body.kind, ())]
    if body.general_office and body.parent_id is not None:
        seats.append((body.parent_id, Role.DISPATCHER))
    _tell(case, kind, seats=tuple(seats), **more)


def tell_seats(case: Case, seats: Sequence[tuple[int, Role]], kind: str, **more: Any) -> None:
    """Tell everyone who holds one of these roles at its body."""
    _tell(case, kind, seats=tuple(seats), **more)


def tell_above(case: Case, kind: str, **more: Any) -> None:
    """Tell the level above the current one: the community, the street, or the supervisors.

    Only the community's lead is told of a dispute, at any level (DESIGN §5).
    """
    community = case.issue.community_id
    street = case.issue.community.parent_id or 0
    if case.issue.is_dispute:
        seats = [(community, Role.LEAD)]
    elif case.issue.level == Level.GRID:
        seats = [(community, Role.LEAD), (community, Role.STAFF)]
    else:
        seats = [(street, Role.DISPATCHER), (street, Role.SUPERVISOR)]
    _tell(case, kind, seats=tuple(seats), **more)


def tell_community(case: Case, kind: str, **more: Any) -> None:
    """Tell the community's staff; of a dispute its lead only."""
    roles = (Role.LEAD,) if case.issue.is_dispute else (Role.LEAD, Role.STAFF)
    _tell(case, kind, seats=tuple((case.issue.community_id, role) for role in roles), **more)


def tell_supervisors(case: Case, kind: str, **more: Any) -> None:
    """Tell the street's and the district's supervisors; of a dispute the community lead only."""
    if case.issue.is_dispute:
        seats = [(case.issue.community_id, Role.LEAD)]
    else:
        street = case.issue.community.parent_id or 0
        district = int(case.issue.community.path.strip("/").split("/")[0])
        seats = [(street, Role.SUPERVISOR), (district, Role.SUPERVISOR)]
    _tell(case, kind, seats=tuple(seats), **more)


def _tell(
    case: Case,
    kind: str,
    *,
    key: object = "",
    people: frozenset[int] = frozenset(),
    seats: tuple[tuple[int, Role], ...] = (),
    sms: bool = False,
    **parameters: Any,
) -> None:
    issue = case.issue
    case.changes.tellings.append(
        Telling(
            kind=f"issue.{kind}",
            parameters={"reference": issue.reference, **parameters},
            # An act happens once per version of the issue; a clock has a key of its own.
            dedupe_key=f"issue.{kind}:{issue.uid}:{key or f'v{issue.version}'}",
            link=case.address,
            subject=issue.uid,
            people=people,
            seats=seats,
            but=None if case.actor is None else case.actor.pk,
            urgent=issue.matter_class == MatterClass.URGENT,
            sms=sms,
        )
    )
