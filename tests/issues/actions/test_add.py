from __future__ import annotations

import pytest

from issues.actions.add import add
from issues.enums.activity import PhotoPurpose
from issues.refusals import NotYours
from tests.issues.actions.doing import NOW, at_grid, entry, refused
from tests.issues.actions.sweeping import fresh, told
from tests.issues.staging import raised, upload
from tests.world import World


def test_words_and_photos_wait_unseen_until_they_are_checked(world: World) -> None:
    issue = at_grid(world)
    picture = upload(world.neighbour)
    addition = add(issue, actor=world.neighbour, now=NOW, text=" 我家厨房也返水 ", photos=[picture])
    assert (addition.text, addition.shown_at) == ("我家厨房也返水", None)
    photo = addition.photos.get()
    assert (photo.purpose, photo.shown) == (PhotoPurpose.ADDED, False)
    assert entry(issue, "added").parameters == {"photos": 1}
    assert told(world.grid_worker, "added") == 1
    # Nobody's form becomes stale by it.
    assert fresh(issue).version == issue.version


def test_an_addition_has_words(world: World) -> None:
    issue = at_grid(world)
    with refused("Write what you would like to add.", field="text"):
        add(issue, actor=world.neighbour, now=NOW, text=" ")


def test_six_photos_are_enough(world: World) -> None:
    photos = [upload(world.neighbour) for _ in range(7)]
    issue = at_grid(world)
    with refused("Six photos are enough; please choose the clearest.", field="photos"):
        add(issue, actor=world.neighbour, now=NOW, text="看图", photos=photos)


def test_the_reporter_adds_to_a_matter_nobody_else_sees(world: World) -> None:
    issue = raised(world)
    add(issue, actor=world.resident, now=NOW, text="昨晚又漫了")
    with pytest.raises(NotYours):
        add(issue, actor=world.neighbour, now=NOW, text="我也看见了")
