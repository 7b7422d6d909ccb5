"""The sittings of the demo: a calendar of some months, and one that a newcomer can run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from time import monotonic

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from clocks.hours import SHANGHAI
from council.enums.decisions import PledgeState
from council.enums.meetings import MeetingKind, MeetingState
from council.models import Command, Council, CouncilMember, Meeting, MeetingCouncil, Pledge, Vote
from council.queries.councils import members_as_of
from council.queries.soundness import broken_councils
from demo.pictures.photos import Pictures
from demo.seeds.coming import READY, tell_coming
from demo.seeds.councils import seat_councils
from demo.seeds.people import admit_people
from demo.seeds.places import lay_places
from demo.seeds.seed import FOUNDED
from demo.seeds.sitting_data import HELD, SHED
from demo.seeds.sittings import tell_sittings
from demo.seeds.year import live_the_year
from demo.stories import stories
from demo.telling.teller import Teller
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Ending, Stage
from issues.models import Deadline, Issue
from issues.queries.chain_soundness import broken_chains
from tests.demo.seeds.test_year import year_was_lived
from tests.harness.clone import cloned_database, orm_on

# The night of a month's first day, in the first week of a year, when much of the past was holiday.
# On an ordinary Monday the whole demo is made, in test_seed.py.
MOMENTS = (datetime(2027, 1, 1, 0, 5, tzinfo=SHANGHAI),)


@pytest.fixture(scope="module", params=MOMENTS, ids=lambda now: f"{now:%m-%d %H:%M}")
def told_at(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[datetime, str]]:
    """All that councils do, with the one matter that they decide; told once for all tests."""
    with cloned_database() as name:
        with orm_on(name, django_db_blocker):
            _tell(request.param)
        yield request.param, name


@pytest.fixture
def now(told_at: tuple[datetime, str], django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    now, name = told_at
    with orm_on(name, django_db_blocker):
        yield now


def _tell(now: datetime) -> None:
    plan = [story for story in stories() if story.key == SHED]
    places = lay_places(now=now - FOUNDED)
    people = admit_people(places, now=now - FOUNDED)
    seat_councils(places, people, now=now)
    with Pictures(scene for story in plan for scene in story.scenes) as pictures:
        teller = Teller(places, people, pictures, until=now, began=monotonic())
        tell_sittings(teller)
        tell_coming(teller)
        teller.tell(plan)
        live_the_year(places, people, now=now)


def test_venues_are_booked_households_seen_and_ideas_asked_for(
    now: datetime, client: Client
) -> None:
    year_was_lived(client)


def test_past_sittings_stand_in_the_calendar_with_what_became_of_them(
    now: datetime, client: Client
) -> None:
    held = Meeting.objects.filter(kind__in=[MeetingKind.PLANNED, MeetingKind.JOINT])
    held = held.filter(closed_at__isnull=False)
    assert held.count() == len(HELD) >= 5
    assert held.filter(state=MeetingState.PUBLISHED).count() == len(HELD) - 1
    assert held.filter(state=MeetingState.MINUTED).count() == 1
    for code in ("ZJD-1", "ZJD"):
        assert held.filter(council__body__code=code, joined=None).exists()
    joint = held.get(kind=MeetingKind.JOINT)
    assert MeetingCouncil.objects.get(meeting=joint).council.body.code == "ZJD-2"
    assert joint.calls == 2, "it was moved once, and everybody told again"
    cancelled = Meeting.objects.get(state=MeetingState.CANCELLED)
    page = client.get(f"/sittings/?month={cancelled.starts_at:%Y-%m}").content.decode()
    assert cancelled.cancelled_because in page
    assert Meeting.objects.filter(kind=MeetingKind.INSTANT).count() == 1
    assert Vote.objects.filter(state="announced", adopted=True).count() >= 4
    everything = Command.objects.filter(meeting__in=held)
    assert not everything.filter(happened_at__gt=now).exists()


def test_monthly_sittings_are_called_after_the_month_in_which_they_were(now: datetime) -> None:
    numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    monthly = Meeting.objects.filter(title__contains="月例会")
    assert monthly.count() == 3
    for one in monthly:
        assert one.title.startswith(numerals[one.starts_at.astimezone(SHANGHAI).month - 1])
    before = (now.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    read = Meeting.objects.get(title__startswith="社区议事会：公共收益")
    assert f"{read.starts_at.astimezone(SHANGHAI):%Y-%m}" == before


def test_councils_have_members_by_the_real_way(now: datetime) -> None:
    for council in Council.objects.select_related("body"):
        members = members_as_of(council, now.date())
        assert len(members) >= 4
    assert not CouncilMember.objects.filter(candidacy=None).exists()


def test_a_sitting_is_about_to_begin_with_enough_members_for_its_quorum(now: datetime) -> None:
    ready = Meeting.objects.get(title__endswith=READY)
    assert ready.state == MeetingState.CALLED
    assert now + timedelta(minutes=15) <= ready.starts_at <= now + timedelta(minutes=20)
    assert ready.items.count() >= 2
    assert ready.roll.filter(standing="member").count() == 5
    assert ready.items.filter(opinions__isnull=False).exists()


def test_a_major_matter_was_carried_out_since_a_joint_sitting_resolved_it(now: datetime) -> None:
    issue = Issue.objects.get(public_title="老车棚改成充电车棚")
    assert (issue.stage, issue.ending) == (Stage.CLOSED, Ending.SOLVED)
    held = Meeting.objects.get(kind=MeetingKind.JOINT)
    assert issue.deliberations.get(resolved=True).sitting == held.uid
    agenda = Deadline.objects.get(issue=issue, kind=DeadlineKind.AGENDA)
    assert agenda.met_at is not None
    states = set(Pledge.objects.values_list("body__code", "state"))
    assert states == {("AJ-WY", PledgeState.ACCEPTED), ("CQ-JX", PledgeState.DECLINED)}
    assert broken_chains() == []


def test_nothing_of_the_councils_is_broken(now: datetime) -> None:
    assert broken_councils(now=now) == []
