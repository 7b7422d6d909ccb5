"""Who is told of what. Recipients are read when the changes are written, in one query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from grids.enums import Role
from grids.models import Body, Posting
from issues.addresses import address_of_issue
from issues.enums import Level, MatterClass
from issues.rules import HANDS
from notifications.notices import NewNotice

if TYPE_CHECKING:
    from issues.actions.case import Case


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice to persons, and to whoever holds `roles` at `bodies` when it is written."""

    kind: str
    parameters: Mapping[str, Any]
    dedupe_key: str
    link: str
    subject: UUID
    people: frozenset[int] = frozenset()
    seats: tuple[tuple[int, Role], ...] = ()
    but: int | None = None
    urgent: bool = False
    sms: bool = False


def tell_people(case: Case, people: Sequence[int | None], kind: str, **more: Any) -> None:
    """Tell these persons; never the one who acts. `more`: key, sms and parameters."""
    known = frozenset(person for person in people if person is not None)
    if known:
        _tell(case, kind, people=known, **more)


def tell_resident(
    case: Case, kind: str, *, key: object = "", sms: bool = True, **more: Any
) -> None:
    """Tell the reporter, by text message too."""
    tell_people(case, [case.issue.reporter_id], kind, key=key, sms=sms, **more)


def tell_body(case: Case, body: Body, kind: str, /, **more: Any) -> None:
    """Tell the hands of a body; for a street's general office its dispatchers as well."""
    seats = [(body.pk, role) for role in HANDS.get(body.kind, ())]
    if body.general_office and body.parent_id is not None:
        seats.append((body.parent_id, Role.DISPATCHER))
    _tell(case, kind, seats=tuple(seats), **more)


def tell_seats(case: Case, seats: Sequence[tuple[int, Role]], kind: str, **more: Any) -> None:
    """Tell whoever holds these roles at these bodies."""
    _tell(case, kind, seats=tuple(seats), **more)


def tell_above(case: Case, kind: str, **more: Any) -> None:
    """Tell the level above the current one: community, street, then the supervisors.

    Of a dispute only the community's lead hears, wherever it stands (DESIGN §5).
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
            # An act happens once per version of the issue; a clock is named by its key.
            dedupe_key=f"issue.{kind}:{issue.uid}:{key or f'v{issue.version}'}",
            link=address_of_issue(issue),
            subject=issue.uid,
            people=people,
            seats=seats,
            but=None if case.actor is None else case.actor.pk,
            urgent=issue.matter_class == MatterClass.URGENT,
            sms=sms,
        )
    )


def notices_of(tellings: Sequence[Telling], now: datetime) -> list[NewNotice]:
    """Resolve seats to persons posted there at `now`: one query for all."""
    bodies = {body for telling in tellings for body, _role in telling.seats}
    seated: dict[tuple[int, str], set[int]] = {}
    if bodies:
        postings = Posting.objects.active_at(now).filter(body__in=bodies)
        for body, role, user in postings.values_list("body_id", "role", "user_id"):
            seated.setdefault((body, role), set()).add(user)
    notices = []
    for telling in tellings:
        people = set(telling.people)
        for seat in telling.seats:
            people |= seated.get(seat, set())
        notices += [_notice(telling, person) for person in sorted(people - {telling.but})]
    return notices


def _notice(telling: Telling, person: int) -> NewNotice:
    return NewNotice(
        recipient_id=person,
        kind=telling.kind,
        parameters=telling.parameters,
        dedupe_key=telling.dedupe_key,
        urgent=telling.urgent,
        sms=telling.sms,
        link=telling.link,
        subject=telling.subject,
    )
