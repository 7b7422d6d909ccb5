"""The councils of the demo: members, candidates on posting, and whom neighbours second."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from council.actions.candidacies.appoint import appoint
from council.actions.candidacies.check import check
from council.actions.candidacies.confirm import confirm
from council.actions.candidacies.note_consent import note_consent
from council.actions.candidacies.post import post
from council.actions.candidacies.recommend import Recommendation, recommend
from council.actions.candidacies.second import second
from council.actions.councils.save_council import save_council
from council.actions.councils.save_seat import save_seat
from council.enums.members import ConsentWay
from council.models import Candidacy, Council, Seat
from demo.seeds.council_data import (
    COMMUNITY,
    GRID,
    MEMBERS,
    NEIGHBOURS,
    NEXT_GRID,
    POSTED,
    SEATS,
    WAITING,
    Neighbour,
)
from demo.seeds.people import SeededPeople
from demo.seeds.places import SeededPlaces
from grids.enums import Role

# Leaves room for the longest holidays.
POSTED_FOR = timedelta(days=21)
# Before the first of the sittings.
LONG_AGO = timedelta(days=190)


def seat_councils(
    places: SeededPlaces, people: SeededPeople, *, now: datetime, small: bool = False
) -> None:
    """They are half a year old; in the first grid one candidate is posted, and one is new.

    `small`: without the one that only sits together with another.
    """
    long_ago = now - LONG_AGO
    for code, members in MEMBERS.items():
        if small and code == NEXT_GRID:
            continue
        council = _council(places, code, now=long_ago)
        for one in members:
            _appointed(council, people, one, at=long_ago)
    grid = Council.objects.select_related("body__parent").get(body=places.bodies[GRID])
    _posted(grid, people, POSTED, at=now - timedelta(days=1))
    fresh = _recommended(grid, people, WAITING, at=now - timedelta(hours=20))
    second(fresh, actor=_neighbours(grid, people)[1], now=now - timedelta(hours=3))


def _appointed(council: Council, people: SeededPeople, one: Neighbour, *, at: datetime) -> None:
    row, later = _posted(council, people, one, at=at), at + POSTED_FOR
    lead, day = people.hand(COMMUNITY, Role.LEAD), timezone.localdate(later)
    confirm(row, actor=lead, now=later, met_on=day)
    appoint(row, actor=lead, now=later, first_day=day)


def _council(places: SeededPlaces, code: str, *, now: datetime) -> Council:
    council = save_council(Council(body=places.bodies[code]), actor=None, now=now)
    for kind, number in SEATS.items():
        save_seat(Seat(council=council, kind=kind, number=number), actor=None, now=now)
    return council


def _recommended(
    council: Council, people: SeededPeople, one: Neighbour, *, at: datetime
) -> Candidacy:
    standing, ability, warmth = one.said
    given = Recommendation(
        kind=one.kind,
        name=one.name,
        building=None,
        good_standing=standing,
        ability=ability,
        warmth=warmth,
    )
    return recommend(council, actor=_neighbours(council, people)[0], now=at, recommendation=given)


def _posted(council: Council, people: SeededPeople, one: Neighbour, *, at: datetime) -> Candidacy:
    row = _recommended(council, people, one, at=at)
    for neighbour in _neighbours(council, people)[1:]:
        second(row, actor=neighbour, now=at)
    staff, phone = people.hand(COMMUNITY, Role.STAFF), str(people.named[one.name].phone)
    note_consent(row, actor=staff, now=at, way=ConsentWay.IN_PERSON, phone=phone)
    check(row, actor=staff, now=at)
    return post(row, actor=staff, now=at)


def _neighbours(council: Council, people: SeededPeople) -> list[User]:
    return [people.named[name] for name in NEIGHBOURS[council.body.code]]
