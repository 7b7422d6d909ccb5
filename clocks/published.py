"""The yearly notices published so far, as the package `chinesecalendar` carries them."""

from datetime import date
from functools import lru_cache
from typing import Any, cast

from chinese_calendar.constants import Holiday, holidays, workdays

from clocks.calendar import Day, WorkCalendar

# The package shortens these; people know them by their full names.
FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
CHINESE_NAMES: dict[str, str] = {member.value: member.chinese for member in cast("Any", Holiday)}


@lru_cache(maxsize=1)
def published() -> WorkCalendar:
    """Revision 0: the calendar before anyone added a day. All its years are whole."""
    days: dict[date, Day] = {}
    for working, table in ((False, holidays), (True, workdays)):
        for day, name in table.items():
            chinese = CHINESE_NAMES[name]
            days[day] = Day(working, FULL_NAMES.get(chinese, chinese), name)
    years = range(min(holidays).year, max(holidays).year + 1)
    return WorkCalendar(days=days, years=frozenset(years))
