"""Post the workers of the demo and admit its residents, through the actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from accounts.actions.admit import admit
from accounts.actions.preferences import set_preferences
from accounts.enums import Language
from accounts.models import User
from demo.cast import CAST
from demo.seeds.people_data import HOMES_OF_CAST, POSTED, RESIDENTS
from demo.seeds.places import SeededPlaces
from grids.actions.enlist import enlist_many
from grids.actions.give_posting import give_posting
from grids.actions.set_residence import set_residence
from grids.enums import Role

POSTED_FROM = 13800001000
RESIDENTS_FROM = 13800002000
SINCE = date(2024, 5, 6)


@dataclass(slots=True)
class SeededPeople:
    """Everyone by name, and the workers of each body in the order of their postings."""

    named: dict[str, User] = field(default_factory=dict)
    hands: dict[str, list[tuple[Role, User]]] = field(default_factory=dict)

    def hand(self, body: str, *roles: Role) -> User:
        """The first person posted at `body`, in one of `roles` if any are given."""
        return next(user for role, user in self.hands[body] if not roles or role in roles)


def admit_people(places: SeededPlaces, *, now: datetime) -> SeededPeople:
    people = SeededPeople()
    posted = _posted()
    users = enlist_many({phone: name for phone, name, _body, _role in posted}, now=now)
    for place, (phone, name, body, role) in enumerate(posted):
        user = people.named[name] = users[phone]
        people.hands.setdefault(body, []).append((role, user))
        give_posting(
            user,
            body=places.bodies[body],
            role=role,
            starts_on=SINCE,
            work_phone=f"0533-71{50000 + place}",
            actor=None,
            now=now,
        )
    _admit_residents(places, people, now)
    return people


def _posted() -> list[tuple[str, str, str, Role]]:
    rows = [(p.phone, p.name_zh, p.body_code, p.role) for p in CAST if p.role is not None]
    more = [
        (f"+86{POSTED_FROM + place}", name, body, role)
        for place, (name, body, role) in enumerate(POSTED)
    ]
    return rows + more


def _admit_residents(places: SeededPlaces, people: SeededPeople, now: datetime) -> None:
    rows = [(p.phone, p.name_zh, HOMES_OF_CAST[p.name_zh]) for p in CAST if p.role is None]
    rows += [
        (f"+86{RESIDENTS_FROM + place}", name, home) for place, (name, home) in enumerate(RESIDENTS)
    ]
    for phone, name, home in rows:
        user = admit(phone, actor=None, language=Language.CHINESE, large_print=False, now=now)
        people.named[name] = set_preferences(user, actor=None, name=name)
        set_residence(user, building=places.buildings[home], actor=user, now=now)
