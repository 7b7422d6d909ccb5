"""Sentences on the days that a sum left out, and on the make-up days that it counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from clocks.calendar import DayReason
from clocks.dates import day_words, run_words
from clocks.enums import DayKind
from clocks.reading_moment import Seen
from clocks.sums import NamedDay

# If more weekends than this were left out, they are counted instead of listed.
WEEKENDS_NAMED = 2


@dataclass(frozen=True, slots=True)
class LeftOutDays:
    """Consecutive days that were left out for the same kind of reason."""

    days: tuple[NamedDay, ...]

    @property
    def first(self) -> date:
        return self.days[0].day

    @property
    def last(self) -> date:
        return self.days[-1].day

    @property
    def kind(self) -> DayKind:
        return self.days[0].reason.kind


def day_sentences(
    skipped: Sequence[NamedDay], made_up: Sequence[NamedDay], seen: Seen
) -> list[str]:
    """Sentences in the order of the days; `seen` decides about the year."""
    found = runs(skipped)
    weekends = [run for run in found if run.kind == DayKind.WEEKEND]
    dated = [(named.day, _made_up(named, seen)) for named in made_up]
    if len(weekends) > WEEKENDS_NAMED:
        dated.append((weekends[0].first, _weekends(weekends)))
        found = [run for run in found if run.kind != DayKind.WEEKEND]
    dated += [(run.first, _left_out(run, seen)) for run in found]
    return [sentence for _day, sentence in sorted(dated)]


def runs(days: Sequence[NamedDay]) -> list[LeftOutDays]:
    """Group consecutive days that were left out for the same reason."""

    def since_the_first(numbered: tuple[int, NamedDay]) -> tuple[date, DayKind]:
        number, named = numbered
        return named.day - timedelta(days=number), named.reason.kind

    grouped = groupby(enumerate(days), key=since_the_first)
    return [LeftOutDays(tuple(named for _number, named in group)) for _key, group in grouped]


def _left_out(run: LeftOutDays, seen: Seen) -> str:
    written = run_words(run.first, run.last, seen)
    if run.kind == DayKind.HOLIDAY:
        names = dict.fromkeys(_name(named.reason) for named in run.days)
        return _("{days}: public holiday ({name}), not counted.").format(
            days=written, name=pgettext("between names", ", ").join(filter(None, names))
        )
    return ngettext(
        "{days} is not a working day and does not count.",
        "{days} are not working days and do not count.",
        len(run.days),
    ).format(days=written)


def _weekends(weekends: Sequence[LeftOutDays]) -> str:
    days = sum(len(run.days) for run in weekends)
    return _("{count} weekends on the way ({days} days) do not count.").format(
        count=len(weekends), days=days
    )


def _made_up(named: NamedDay, seen: Seen) -> str:
    day, name = day_words(named.day, seen), _name(named.reason)
    if not name:
        return _("{day} is a make-up working day and counts.").format(day=day)
    return _("{day} is a make-up working day for {name} and counts.").format(day=day, name=name)


def _name(reason: DayReason) -> str:
    chinese = (get_language() or "zh").startswith("zh")
    return reason.name_zh if chinese else reason.name_en or reason.name_zh
