"""试一次: the real table with invented people, of which nothing is kept."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from council.actions.agenda.start_item import start_item
from council.actions.meetings.close import close
from council.actions.meetings.open import open_sitting
from council.actions.meetings.prune_rehearsals import prune_rehearsals
from council.actions.meetings.rehearse import rehearse
from council.actions.motions.move import move
from council.actions.presence.arrive import arrive
from council.models import Meeting, MinutesVersion, Roll
from council.queries.meetings import meeting_for
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from grids.queries.standing import standing_of
from ledger.models import Entry
from notifications.models import Notice
from tests.council.sittings import CONVENED, a_called_sitting, items_of, sent
from tests.world import World


@pytest.fixture
def rehearsal(world: World) -> Meeting:
    return rehearse(a_called_sitting(world), actor=world.grid_worker, now=CONVENED)


def test_one_person_runs_it_whole_and_nothing_is_told_recorded_or_kept(
    world: World, rehearsal: Meeting
) -> None:
    notices, entries = Notice.objects.count(), Entry.objects.count()
    me = {"actor": world.grid_worker, "now": CONVENED}
    for line in Roll.objects.filter(meeting=rehearsal):
        arrive(rehearsal, **me, sent=sent(), roll=line.uid)  # type: ignore[arg-type]
    open_sitting(rehearsal, **me, sent=sent())  # type: ignore[arg-type]
    assert Meeting.objects.get(rehearsal=True).members_total == 9
    start_item(rehearsal, **me, sent=sent())  # type: ignore[arg-type]
    move(rehearsal, **me, sent=sent(), uid=uuid4(), text="试一试")  # type: ignore[arg-type]
    rehearsal.items.update(state="done")
    close(rehearsal, **me, sent=sent())  # type: ignore[arg-type]
    assert (Notice.objects.count(), Entry.objects.count()) == (notices, entries)
    assert not MinutesVersion.objects.exists()
    assert prune_rehearsals(now=CONVENED + timedelta(days=2)) == 1
    assert not Meeting.objects.filter(rehearsal=True).exists()
    assert Meeting.objects.count() == 1


def test_it_has_invented_people_and_the_titles_but_no_matter(rehearsal: Meeting) -> None:
    lines = list(Roll.objects.filter(meeting=rehearsal))
    assert len(lines) == 9
    assert all(line.person_id is None and line.is_member for line in lines)
    assert [item.title for item in items_of(rehearsal)] == ["上次督办", "铁路涵洞积水"]
    assert all(item.issue_id is None for item in items_of(rehearsal))


def test_whoever_rehearses_again_begins_anew(world: World, rehearsal: Meeting) -> None:
    planned = Meeting.objects.get(rehearsal=False)
    again = rehearse(planned, actor=world.grid_worker, now=CONVENED)
    assert list(Meeting.objects.filter(rehearsal=True)) == [again]


def test_nobody_else_sees_it_or_may_rehearse(world: World, rehearsal: Meeting) -> None:
    def seen_by(uid: UUID, user: object) -> bool:
        viewer = viewer_of(standing_of(user, now=CONVENED), now=CONVENED)  # type: ignore[arg-type]
        return meeting_for(uid, viewer, now=CONVENED) is not None

    assert seen_by(rehearsal.uid, world.grid_worker)
    assert not seen_by(rehearsal.uid, world.grid_head)
    with pytest.raises(NotYours):
        rehearse(Meeting.objects.get(rehearsal=False), actor=world.neighbour, now=CONVENED)
