"""A council of the first grid with seats, and somebody on the way to one."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from clocks.hours import SHANGHAI
from council.actions.candidacies.recommend import Recommendation, recommend
from council.enums.members import SeatKind
from council.models import Candidacy, Council, CouncilMember, Meeting, Seat
from grids.models import Residence
from tests.council.sittings import at_the_table
from tests.harness.remembering import remembered
from tests.world import World

# A Monday morning.
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture
def council(world: World) -> Council:
    return a_council_of_three(world)


@remembered
def a_council_of_three(world: World) -> Council:
    found = Council.objects.create(body=world.grid)
    for kind, number in ((SeatKind.RESIDENT, 2), (SeatKind.PARTY, 1)):
        Seat.objects.create(council=found, kind=kind, number=number)
    for person in (world.resident, world.neighbour):
        Residence.objects.update_or_create(user=person, defaults={"building": world.building})
    return found


@pytest.fixture
def meeting(world: World) -> Meeting:
    """A sitting that runs: opened by the chair's tablet, five members there, the first item on."""
    return at_the_table(world)


@pytest.fixture
def candidacy(world: World, council: Council) -> Candidacy:
    """A resident recommends somebody without a phone."""
    return a_candidacy(world, council)


@remembered
def a_candidacy(world: World, council: Council) -> Candidacy:
    return recommend(council, actor=world.resident, now=NOW, recommendation=recommended())


def recommended(name: str = "何秀兰", **more: object) -> Recommendation:
    given: dict[str, object] = {
        "kind": SeatKind.RESIDENT,
        "name": name,
        "building": None,
        "good_standing": "楼里的事大家都找她",
        "ability": "做过会计，账算得清",
        "warmth": "谁家有事她都去帮忙",
        **more,
    }
    return Recommendation(**given)  # type: ignore[arg-type]


@pytest.fixture
def member(world: World, council: Council) -> CouncilMember:
    """The neighbour sits in the council of the first grid."""
    return a_member(council, world.neighbour)


def a_member(council: Council, person: User) -> CouncilMember:
    """For four years around `NOW` and today."""
    return CouncilMember.objects.create(
        council=council,
        person=person,
        kind=SeatKind.RESIDENT,
        term=DateRange(date(2026, 1, 1), date(2030, 1, 1)),
    )
