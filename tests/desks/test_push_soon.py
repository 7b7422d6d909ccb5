"""What the clock is about to push up is counted by the calendar that the clocks are counted by."""

from __future__ import annotations

from datetime import date, datetime

from clocks.hours import SHANGHAI
from clocks.models import CalendarDay, CalendarRevision
from clocks.queries.calendar import current_calendar
from desks.queries.mine import get_desk
from desks.rules import DESK_KINDS
from desks.sections.community import _calendar, end_of_next_working_day
from grids.models import Body
from grids.queries.standing import standing_of
from tests.world import World

FRIDAY = datetime(2026, 11, 20, 12, 0, tzinfo=SHANGHAI)
MONDAY = date(2026, 11, 23)


def at_desk(world: World) -> Body:
    standing = standing_of(world.staff, now=FRIDAY)
    return get_desk("ZJD", DESK_KINDS["community"], standing)


def test_the_next_working_day_is_one_of_the_calendar_in_force(world: World) -> None:
    assert end_of_next_working_day(FRIDAY, _calendar(at_desk(world))).date() == MONDAY
    revision = CalendarRevision.objects.create(created_at=FRIDAY, note="x")
    CalendarDay.objects.create(
        revision=revision, day=MONDAY, working=False, name_zh="节日", name_en="Feast"
    )
    for calendar in (_calendar(at_desk(world)), _calendar(world.community), current_calendar()):
        assert end_of_next_working_day(FRIDAY, calendar).date() == date(2026, 11, 24)
