"""Tell people what happens to an issue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grids.enums import Role
from grids.models import Body
from issues.casework.case import Case
from issues.enums.matter import MatterClass, Visibility
from issues.enums.turns import Level
from issues.excerpts import quoted
from issues.queries.followers import Followers
from issues.queries.names_behind import names_behind
from issues.rules import HANDS
from notifications.enums import What

# What a notice is to the desk that its readers sit at; None if the desk only learns that something
# changed. Each that goes to a body is here.
NEWS: Mapping[str, What | None] = {
    **dict.fromkeys(("came", "to_verify", "word", "not_there", "added", "part_done"), What.CAME),
    "council_asks": What.CAME,
    "urgent": What.URGENT,
    **dict.fromkeys(("missed", "missed_below", "urged", "supervised"), What.LATE),
    **dict.fromkeys(
        ("decided", "pledged", "promised_late", "reminder", "stricter", "withdrawn"), None
    ),
}
# Whoever is told so can't open it from then on.
LEADS_NOWHERE = frozenset({"hidden_there"})
# Where a matter stands with the councils: what was told of it before holds no more.
OF_AGENDA = frozenset({"issue.on_agenda", "issue.off_agenda", "issue.postponed"})


def tell_people(case: Case, people: Sequence[int | None], kind: str, **more: Any) -> None:
    """Tell these people, but never the one who acts. `more` holds key, sms and parameters."""
    if any(people):
        _tell(case, kind, people=people, **more)


def tell_reporter(
    case: Case, kind: str, *, key: object = "", sms: bool = True, **more: Any
) -> None:
    """Tell whoever raised it, by text message too."""
    tell_people(case, [case.issue.reporter_id], kind, key=key, sms=sms, **more)


def tell_resident(
    case: Case, kind: str, *, key: object = "", sms: bool = True, **more: Any
) -> None:
    """Tell the reporter, and those whose own matter was merged into it, by text message too."""
    merged = sorted(_followers(case).merged)
    tell_people(case, [case.issue.reporter_id, *merged], kind, key=key, sms=sms, **more)


def tell_followers(case: Case, kind: str, *, sms: bool = False, **more: Any) -> None:
    """As `tell_resident`, and those to whom the same happened."""
    tell_resident(case, kind, sms=sms, **more)
    tell_people(case, sorted(_neighbours_who_read(case)), kind, **more)


def tell_others(case: Case, kind: str, *, sms: bool = False, **more: Any) -> None:
    """Tell all who follow it but the reporter, who is told in other words."""
    tell_people(case, sorted(_followers(case).merged - _reporter(case)), kind, sms=sms, **more)
    tell_people(case, sorted(_neighbours_who_read(case)), kind, **more)


def tell_neighbours(case: Case, kind: str, **more: Any) -> None:
    """Tell those to whom the same happened, who can't read it any longer from now on."""
    tell_people(case, sorted(neighbours_of(case)), kind, **more)


def neighbours_of(case: Case) -> set[int]:
    """Those to whom the same happened, and who raised nothing about it themselves."""
    return _followers(case).neighbours - _followers(case).merged - _reporter(case)


def _neighbours_who_read(case: Case) -> set[int]:
    """None of a matter that is not public any more: they can't read it."""
    if case.issue.visibility != Visibility.PUBLIC:
        return set()
    return neighbours_of(case)


def _reporter(case: Case) -> set[int | None]:
    return {case.issue.reporter_id}


def _followers(case: Case) -> Followers:
    return case.context.followers.get(case.issue.pk) or Followers()


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

    Only the community's lead is told of a dispute, at any level (rules §5).
    """
    community = case.issue.community_id
    street = case.issue.community.parent_id or 0
    if case.issue.is_dispute:
        seats = [(community, Role.LEAD)]
    elif case.issue.level == Level.GRID:
        seats = [(community, Role.LEAD), (community, Role.STAFF)]
    else:
        seats = [(street, Role.DISPATCHER), (street, Role.SUPERVISOR)]
        if case.lead.body.parent_id != street:
            # The street is not above a body of the district.
            seats.append((_district(case), Role.SUPERVISOR))
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
        seats = [(street, Role.SUPERVISOR), (_district(case), Role.SUPERVISOR)]
    _tell(case, kind, seats=tuple(seats), **more)


def _district(case: Case) -> int:
    return int(case.issue.community.path.strip("/").split("/")[0])


def _tell(
    case: Case,
    kind: str,
    *,
    key: object = "",
    people: Sequence[int | None] = (),
    seats: tuple[tuple[int, Role], ...] = (),
    sms: bool = False,
    calls_for: str = "",
    said: str = "",
    **parameters: Any,
) -> None:
    """`said` is quoted: the beginning of it, without what tells who or which door.

    `calls_for` is a name of `issues.casework.asks`.
    """
    issue = case.issue
    words = quoted(said, names_behind(issue))
    case.changes.tell(
        f"issue.{kind}",
        subject=issue.uid,
        # An act happens once per version of the issue; a clock has a key of its own.
        key=key or f"v{issue.version}",
        actor=case.actor,
        people=people,
        seats=seats,
        parameters={"reference": issue.reference, **parameters, **words},
        link="" if kind in LEADS_NOWHERE else case.address,
        urgent=issue.matter_class == MatterClass.URGENT,
        sms=sms,
        calls_for=calls_for,
        news=NEWS[kind] if seats else None,
        replaces=OF_AGENDA if f"issue.{kind}" in OF_AGENDA else frozenset(),
    )
