"""A matter begins at its grid; who may speak for whom is asked by the act itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from acting.refusals import Refused
from issues.actions.raise_issue import raise_issue
from issues.enums.matter import Source
from issues.inputs import NewMatter
from issues.models import Issue
from tests.issues.actions.doing import due, entry, refused
from tests.issues.actions.sweeping import at, fresh, kinds, lead_of, told
from tests.issues.staging import MONDAY
from tests.world import World

AGREED: dict[str, Any] = {"for_someone_else": True, "consent_noted": True}


def raised_by(world: World, actor: User, reporter: User | None, **more: Any) -> Issue:
    matter = NewMatter(text="楼道灯坏了", building=world.building, **more)
    return raise_issue(matter, actor=actor, reporter=reporter, now=MONDAY)


@pytest.mark.parametrize("source", Source)
def test_a_resident_raises_nothing_in_the_name_of_another(world: World, source: Source) -> None:
    for reporter in (world.neighbour, None):
        with pytest.raises(Refused):
            raised_by(world, world.resident, reporter, source=source, **AGREED)
    assert not Issue.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"source": Source.WRITTEN_DOWN},
        {"source": Source.HOTLINE},
        {"source": Source.CONTACT},
        {"outside_number": "12345-7"},
        {"outside_due_at": MONDAY + timedelta(days=9)},
    ],
)
def test_a_resident_does_not_pose_as_a_worker_who_takes_it_down(
    world: World, more: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        raised_by(world, world.resident, world.resident, **more)
    assert not Issue.objects.exists()


def test_a_worker_speaks_for_somebody_only_with_their_consent(world: World) -> None:
    for reporter in (world.neighbour, None):
        with pytest.raises(Refused) as caught:
            raised_by(world, world.grid_worker, reporter, source=Source.WRITTEN_DOWN)
        assert caught.value.field == "consent_noted"
    issue = raised_by(
        world, world.grid_worker, world.neighbour, source=Source.WRITTEN_DOWN, **AGREED
    )
    assert issue.reporter == world.neighbour


def test_who_called_the_hotline_has_said_it_themselves(world: World) -> None:
    assert raised_by(world, world.staff, None, source=Source.HOTLINE).reporter is None


def test_a_resident_says_it_for_someone_under_their_own_name(world: World) -> None:
    issue = raised_by(world, world.resident, world.resident, **AGREED)
    assert issue.reporter == world.resident


# Raised on Monday 16 November at 9: four working hours over the noon break, one and three days.
CALM = {"receive": at(16, 14, 30), "respond": at(17, 17, 30), "resolve": at(19, 17, 30)}
# Natural hours, and a talk within a day.
DANGER = {"receive": at(16, 10), "respond": at(16, 10), "resolve": at(17, 9), "talk": at(17, 9)}


@pytest.mark.parametrize(("danger", "expected"), [(False, CALM), (True, DANGER)])
def test_it_begins_at_its_grid_with_the_clocks_of_its_class(
    world: World, danger: bool, expected: dict[str, Any]
) -> None:
    issue = fresh(raised_by(world, world.resident, world.resident, danger=danger))
    assert (issue.stage, issue.level, issue.visibility) == ("collect", "grid", "pending")
    assert (issue.reference, issue.grid) == ("ZJD-2026-0001", world.grid)
    turn = lead_of(issue)
    assert (turn.body, turn.cause, turn.turn) == (world.grid, "raised", 1)
    assert due(issue) == expected
    # What the resident was promised stays with the matter whatever comes.
    assert issue.promised_by == expected["resolve"]
    assert kinds(issue) == ["raised", "turn"]
    assert entry(issue, "raised").parameters == {
        "source": "web", "grid": "ZJD-1", "danger": danger,
    }  # fmt: skip
    # Nobody is told of what they did themselves.
    assert (told(world.resident, "raised"), told(world.grid_worker, "came")) == (0, 1)
    for person in (world.staff, world.dispatcher):
        assert told(person, "urgent") == int(danger)


def test_numbers_count_by_community_and_year(world: World) -> None:
    who = world.resident
    references = [raised_by(world, who, who).reference for _ in range(2)]
    far = NewMatter(text="灯坏了", building=world.far_building)
    references.append(raise_issue(far, actor=who, reporter=who, now=MONDAY).reference)
    assert references == ["ZJD-2026-0001", "ZJD-2026-0002", "LHB-2026-0001"]


@pytest.mark.parametrize(("name", "most"), [("latitude", 90), ("longitude", 180)])
def test_a_point_lies_on_the_earth(world: World, name: str, most: int) -> None:
    who = world.resident
    for value in ("NaN", "Infinity", f"{most}.000001", f"-{most}.000001"):
        with refused("Mark the place on the map again.", field=name):
            raised_by(world, who, who, **{name: Decimal(value)})
    for value in (f"{most}", f"-{most}"):
        issue = raised_by(world, who, who, **{name: Decimal(value)})
        assert getattr(fresh(issue), name) == Decimal(value)


def test_it_says_what_and_where(world: World) -> None:
    who = world.resident
    place = "Say where it is: estate and building, or a venue."
    for matter, sentence, field in [
        (NewMatter(text=" "), "Say what it is about, in your own words.", "text"),
        (NewMatter(text="灯坏了"), place, "building"),
        (NewMatter(text="灯坏了", grid=world.community), place, "building"),
    ]:
        with refused(sentence, field=field):
            raise_issue(matter, actor=who, reporter=who, now=MONDAY)
    venue = NewMatter(text="灯坏了", venue=world.other_venue)
    issue = raise_issue(venue, actor=who, reporter=who, now=MONDAY)
    assert issue.grid == world.other_grid


def test_the_year_of_a_number_begins_at_midnight_in_shanghai(world: World) -> None:
    who, matter = world.resident, NewMatter(text="灯坏了", building=world.building)
    # Eight hours before the year ends in Greenwich.
    for moment, reference in [
        (datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC), "ZJD-2026-0001"),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), "ZJD-2027-0001"),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), "ZJD-2027-0002"),
    ]:
        issue = raise_issue(matter, actor=who, reporter=who, now=moment)
        assert (issue.reference, issue.year) == (reference, int(reference[4:8]))
