"""Whether somebody may be spoken for, asked by the act itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from issues.actions.raise_issue import Matter, raise_issue
from issues.enums import Source
from issues.errors import Refused
from issues.models import Issue
from tests.issues.staging import MONDAY
from tests.world import World

AGREED: dict[str, Any] = {"for_someone_else": True, "consent_noted": True}


def raised_by(world: World, actor: User, reporter: User | None, **more: Any) -> Issue:
    matter = Matter(text="楼道灯坏了", building=world.building, **more)
    return raise_issue(matter, actor=actor, reporter=reporter, now=MONDAY)


@pytest.mark.parametrize("source", [Source.WEB, *(set(Source) - {Source.WEB})])
def test_a_resident_raises_nothing_in_the_name_of_another(world: World, source: Source) -> None:
    for reporter in (world.neighbour, None):
        with pytest.raises(Refused):
            raised_by(world, world.resident, reporter, source=source, **AGREED)
    assert not Issue.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"source": Source.TAKEN_DOWN},
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
        with pytest.raises(Refused) as refused:
            raised_by(world, world.grid_worker, reporter, source=Source.TAKEN_DOWN)
        assert refused.value.field == "consent_noted"
    issue = raised_by(world, world.grid_worker, world.neighbour, source=Source.TAKEN_DOWN, **AGREED)
    assert issue.reporter == world.neighbour


def test_who_called_the_hotline_has_said_it_themselves(world: World) -> None:
    assert raised_by(world, world.staff, None, source=Source.HOTLINE).reporter is None


def test_a_resident_says_it_for_someone_under_their_own_name(world: World) -> None:
    issue = raised_by(world, world.resident, world.resident, **AGREED)
    assert issue.reporter == world.resident
