"""Who speaks for a body that a council asks or invites."""

from __future__ import annotations

import pytest

from council.actions.meetings.invite import invite_body
from council.actions.pledges.accept import accept
from council.enums.decisions import Effect, PledgeState
from council.forms.sittings.choices import body_choices
from council.models import Meeting
from council.queries.pledges import due_at, pledges_owed
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from grids.models import Posting
from grids.queries.standing import standing_of
from issues.models import Issue
from notifications.models import Notice
from tests.council.sittings import BEGINS, CONVENED, a_called_sitting, at_the_table
from tests.council.table.test_decisions import asked, decided
from tests.issues.sitting import hard
from tests.world import World


@pytest.fixture
def no_clerks(world: World) -> None:
    """The general office has nobody of its own."""
    Posting.objects.filter(body=world.general_office).delete()


@pytest.fixture
def issue(world: World) -> Issue:
    return hard(world)


@pytest.mark.usefixtures("no_clerks")
def test_the_streets_dispatchers_answer_for_a_general_office_without_clerks(
    world: World, issue: Issue
) -> None:
    meeting: Meeting = at_the_table(world, a_called_sitting(world, items=[issue.reference]))
    of_uid = decided(meeting, Effect.PUSH_UP, text="请综治办协调")
    pledge = asked(meeting, of_uid, world.general_office.code)
    told = Notice.objects.filter(kind="council.pledge_asked")
    assert {notice.recipient for notice in told} == {world.dispatcher}
    viewer = viewer_of(standing_of(world.dispatcher, now=BEGINS), now=BEGINS)
    assert pledges_owed(viewer) == [pledge]
    with pytest.raises(NotYours):
        accept(pledge, actor=world.supervisor, now=BEGINS, assent=due_at(pledge).isoformat())
    accept(pledge, actor=world.dispatcher, now=BEGINS, assent=due_at(pledge).isoformat())
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.ACCEPTED


def test_dispatchers_answer_for_no_other_office_of_their_street(world: World, issue: Issue) -> None:
    meeting = at_the_table(world, a_called_sitting(world, items=[issue.reference]))
    pledge = asked(meeting, decided(meeting, Effect.PUSH_UP, text="换管"), world.housing.code)
    assert not Notice.objects.filter(
        kind="council.pledge_asked", recipient=world.dispatcher
    ).exists()
    viewer = viewer_of(standing_of(world.dispatcher, now=BEGINS), now=BEGINS)
    assert pledges_owed(viewer) == []
    with pytest.raises(NotYours):
        accept(pledge, actor=world.dispatcher, now=BEGINS, assent=due_at(pledge).isoformat())


@pytest.mark.usefixtures("no_clerks")
def test_a_general_office_without_clerks_is_invited_by_its_dispatchers(world: World) -> None:
    meeting = a_called_sitting(world)
    office = world.general_office
    assert office.code in dict(body_choices(meeting.council))
    assert invite_body(meeting, actor=world.grid_head, now=CONVENED, body=office) == 1
    assert world.dispatcher.pk in set(meeting.roll.values_list("person", flat=True))
