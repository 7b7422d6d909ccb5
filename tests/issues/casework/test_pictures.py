"""Whose photo it is, asked by the act itself."""

from __future__ import annotations

import pytest

from accounts.models import User
from acting.refusals import Refused
from issues.actions.add import add
from issues.actions.draft import begin_draft
from issues.actions.raise_issue import raise_issue
from issues.inputs import NewMatter
from issues.models import Draft, Issue, Photo, Upload
from tests.issues.staging import MONDAY, published, upload
from tests.world import World


def of_draft(draft: Draft) -> Upload:
    """Sent before sign-in: nobody's yet but the draft's."""
    picture = upload()
    picture.draft = draft
    picture.save()
    return picture


def raised_with(world: World, picture: Upload, *, actor: User, draft: Draft | None) -> Issue:
    matter = NewMatter(text="又堵了", building=world.building, photos=[picture])
    return raise_issue(matter, actor=actor, reporter=actor, now=MONDAY, draft=draft)


def test_a_photo_from_before_the_sign_in_goes_along_with_its_own_draft(world: World) -> None:
    draft = begin_draft(user=None, now=MONDAY)
    issue = raised_with(world, of_draft(draft), actor=world.resident, draft=draft)
    assert issue.photos.count() == 1


def test_a_photo_of_another_draft_is_nobody_elses_to_use(world: World) -> None:
    theirs = of_draft(begin_draft(user=None, now=MONDAY))
    own = begin_draft(user=None, now=MONDAY)
    for draft in (None, own):
        with pytest.raises(Refused) as refused:
            raised_with(world, theirs, actor=world.stranger, draft=draft)
        assert refused.value.field == "photos"
    assert not Issue.objects.exists()


def test_a_draft_that_belongs_to_another_person_lends_nothing(world: World) -> None:
    draft = begin_draft(user=world.resident, now=MONDAY)
    with pytest.raises(Refused):
        raised_with(world, of_draft(draft), actor=world.stranger, draft=draft)


def test_a_photo_of_nobody_is_not_added_to_a_matter(world: World) -> None:
    issue = published(world)
    orphan = of_draft(begin_draft(user=None, now=MONDAY))
    with pytest.raises(Refused):
        add(issue, actor=world.neighbour, now=MONDAY, text="看图", photos=[orphan])
    assert not Photo.objects.exists()


def test_one_photo_named_twice_is_refused(world: World) -> None:
    issue, picture = published(world), upload(world.neighbour)
    with pytest.raises(Refused):
        add(issue, actor=world.neighbour, now=MONDAY, text="看图", photos=[picture, picture])
