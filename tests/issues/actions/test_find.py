from __future__ import annotations

import pytest

from issues.actions.find import find
from issues.enums.activity import PhotoPurpose
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Finding
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import NOW, at_community, at_grid, due, entry, refused, stages
from tests.issues.actions.sweeping import at, fresh, told
from tests.issues.staging import upload
from tests.world import World


def test_a_finding_begins_the_looking_into_at_the_time_it_was_made(world: World) -> None:
    issue = at_grid(world, MatterClass.HARD)
    before, picture = due(issue), upload(world.grid_worker)
    find(
        issue, actor=world.grid_worker, now=at(16, 18), text="管道塌了一截",
        found_at=at(16, 15), photos=[picture],
    )  # fmt: skip
    issue = fresh(issue)
    assert (issue.stage, due(issue)) == (Stage.INVESTIGATE, before)
    finding = Finding.objects.get()
    assert (finding.by, finding.body, finding.found_at) == (
        world.grid_worker, world.grid, at(16, 15),
    )  # fmt: skip
    photo = finding.photos.get()
    assert (photo.upload, photo.purpose, photo.shown) == (picture, PhotoPurpose.FOUND, False)
    written = entry(issue, "found")
    assert (written.texts, written.happened_at) == ({"text": "管道塌了一截"}, at(16, 15))
    assert told(world.resident, "found") == 1


def test_a_second_finding_moves_nothing(world: World) -> None:
    issue = at_grid(world, MatterClass.HARD)
    for text in ("塌了", "还有一处"):
        find(issue, actor=world.grid_worker, now=NOW, text=text)
    assert stages(fresh(issue)) == ["topic", "investigate"]


def test_the_grid_may_look_for_whoever_has_it_now(world: World) -> None:
    issue = at_community(world, MatterClass.HARD)
    find(issue, actor=world.grid_worker, now=at(16, 11), text="管道塌了")
    assert fresh(issue).stage == Stage.INVESTIGATE


def test_a_finding_has_words_and_a_time_that_was(world: World) -> None:
    issue, worker = at_grid(world, MatterClass.HARD), world.grid_worker
    with refused("Write down what you found.", field="text"):
        find(issue, actor=worker, now=NOW, text="")
    with refused("That time is before the matter was raised.", field="found_at"):
        find(issue, actor=worker, now=NOW, text="塌了", found_at=at(16, 8))
    with refused("That time is still to come.", field="found_at"):
        find(issue, actor=worker, now=NOW, text="塌了", found_at=at(16, 11))


def test_the_class_comes_first_and_strangers_find_nothing(world: World) -> None:
    with pytest.raises(WrongStage):
        find(at_grid(world), actor=world.grid_worker, now=NOW, text="塌了")
    issue = at_grid(world, MatterClass.HARD)
    for person in (world.resident, world.neighbour, world.other_grid_worker, world.near_staff):
        with pytest.raises(NotYours):
            find(issue, actor=person, now=NOW, text="塌了")
