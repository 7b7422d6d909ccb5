"""The yearly notices published so far, taken from the package `chinesecalendar`."""

from datetime import date
from functools import lru_cache
from typing import Any, cast

from chinese_calendar.constants import Holiday, holidays, workdays

from clocks.calendar import Day, WorkCalendar

# The package gives short names; people use the full ones.
FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
CHINESE_NAMES: dict[str, str] = {member.value: member.chinese for member in cast("Any", Holiday)}


@lru_cache(maxsize=1)
def published() -> WorkCalendar:
    """Revision 0: the calendar before anyone added a day. Each of its years is complete."""
    days: dict[date, Day] = {}
    for working, table in ((False, holidays), (True, workdays)):
        for day, name in table.items():
            chinese = CHINESE_NAMES[name]
            days[day] = Day(working, FULL_NAMES.get(chinese, chinese), name)
    years = range(min(holidays).year, max(holidays).year + 1)
    return WorkCalendar(days=days, years=frozenset(years))
