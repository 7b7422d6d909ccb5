"""Rules that a list of days must meet before it may enter the calendar."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from clocks.calendar import in_plain_week
from clocks.yearly_notice import NewDay, NoticeError

YEARS = range(2004, 2201)
# The lengths of the columns of CalendarDay.
LONGEST_ZH, LONGEST_EN = 40, 60


def check_days(days: Sequence[NewDay], *, year: int | None) -> None:
    """Raises NoticeError with a sentence for each fault."""
    problems = [*_whole(days, year), *(problem for new in days for problem in _single(new))]
    if problems:
        raise NoticeError(problems)


def _whole(days: Sequence[NewDay], year: int | None) -> Iterator[str]:
    if not days:
        yield _("Give at least one day.")
    for day, times in Counter(new.day for new in days).items():
        if times > 1:
            yield _("{day} is given twice.").format(day=day.isoformat())
    if year is None:
        return
    if year not in YEARS:
        yield _("{year} is not a year this calendar can hold.").format(year=year)
    elif not any(new.day.year == year and not new.working for new in days):
        yield _("None of the days is a day off in {year}.").format(year=year)


def _single(new: NewDay) -> Iterator[str]:
    """A day off and a make-up day need a name, because the explanation gives it as the reason."""
    day = new.day.isoformat()
    plain = new.working == in_plain_week(new.day)
    if new.day.year not in YEARS:
        yield _("{year} is not a year this calendar can hold.").format(year=new.day.year)
    if plain and new.working and new.name_zh:
        yield _("{day} is a working day anyway; it can't make up for a holiday.").format(day=day)
    if not plain and not new.name_zh:
        yield _("{day} needs the name of its holiday.").format(day=day)
    for name, longest in ((new.name_zh, LONGEST_ZH), (new.name_en, LONGEST_EN)):
        if len(name) > longest:
            yield _("The name of {day} is longer than {count} characters.").format(
                day=day, count=longest
            )
