"""A term that is ended, moved or begun while the sitting runs leaves its roll as it was opened."""

from __future__ import annotations

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from council.enums.members import SeatKind
from council.models import Command, CouncilMember, Meeting
from tests.council.sittings import BEGINS, a_member, roll_of
from tests.council.table.doing import announced, do, moved, state
from tests.world import World


def test_who_was_a_member_as_it_opened_votes_and_nobody_else(
    world: World, meeting: Meeting
) -> None:
    roll = roll_of(meeting)
    terms = CouncilMember.objects.filter(council=meeting.council)
    gone, other, *_rest = terms.order_by("pk")
    today = BEGINS.date()
    CouncilMember.objects.filter(pk=gone.pk).update(term=DateRange(gone.term.lower, today))
    other.kind = next(kind for kind in SeatKind if kind != other.kind)
    other.save(update_fields=["kind"])
    a_member(meeting.council, world.neighbour)
    assert [(line.person_id, line.kind) for line in roll_of(meeting)] == [
        (line.person_id, line.kind) for line in roll
    ]
    assert state(meeting).quorum.members == len(roll) == 5
    vote = announced(meeting, moved(meeting), 5)
    assert (vote.eligible, vote.yes, vote.quorate) == (5, 5, True)
    # Whoever became a member meanwhile is there as anybody is, and votes in the next sitting.
    do(meeting, "join", world.neighbour, device="phone", code=meeting.code)
    (line,) = [one for one in state(meeting).roll if one.roll.person == world.neighbour]
    assert not line.roll.is_member
    do(meeting, "adopt", uid=vote.uid, item=state(meeting).items[0].uid, effect="none")
    do(meeting, "end_item")
    assert state(meeting).quorum.members == 5


def test_a_device_whose_clock_is_a_day_off_tells_no_other_day(meeting: Meeting) -> None:
    line, later = roll_of(meeting)[0], BEGINS + timedelta(minutes=30)
    day = timedelta(days=1)
    found = []
    for act, told in (("leave", later + day), ("arrive", later - day)):
        do(meeting, act, roll=line.uid, now=later, happened=told)
        found.append(Command.objects.filter(meeting=meeting).latest("seq").happened_at)
    assert found == [later, meeting.opened_at]
