"""Explain in plain sentences why something is due when it is, from the stored basis of the sum."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clocks.dates import moment_words, time_words
from clocks.enums import SpanKind
from clocks.explain_days import day_sentences
from clocks.hours import WorkingHours
from clocks.reading_moment import Seen
from clocks.span_words import span_words
from clocks.sums import Sum, from_basis, is_sum

__all__ = ["explain", "hours_words"]


def explain(basis: dict[str, Any], seen: Seen) -> list[str]:
    """Sentences in the active language: the start, the days left out, and the end.

    An empty list for a date that a person set, which rests on no sum.
    """
    if not is_sum(basis):
        return []
    reckoned = from_basis(basis)
    return [
        *_from_when(reckoned, seen),
        *day_sentences(reckoned.skipped, reckoned.made_up, seen),
        *_doubts(reckoned, seen),
        _("So it is due by {due} at the latest.").format(due=moment_words(reckoned.due, seen)),
    ]


def hours_words(hours: WorkingHours) -> str:
    """`08:30–12:00, 13:30–17:30`."""
    return pgettext("between periods", ", ").join(
        f"{time_words(start)}–{time_words(end)}" for start, end in hours.periods
    )


def _from_when(reckoned: Sum, seen: Seen) -> list[str]:
    start = moment_words(reckoned.start, seen)
    amount = span_words(reckoned.span)
    match reckoned.span.kind:
        case SpanKind.HOURS:
            pattern = _("Counted from {start}: {amount}, day and night, days off included.")
            return [pattern.format(start=start, amount=amount)]
        case SpanKind.WORKING_HOURS:
            pattern = _("Counted from {start}: {amount}.")
            only = _("Only working hours count: {hours}.").format(hours=hours_words(reckoned.hours))
            return [pattern.format(start=start, amount=amount), only]
        case SpanKind.WORKING_DAYS:
            pattern = _(
                "Counted from {start}: {amount}. That day itself does not count; "
                "the last one ends at {close}."
            )
            close = time_words(reckoned.hours.close)
            return [pattern.format(start=start, amount=amount, close=close)]


def _doubts(reckoned: Sum, seen: Seen) -> list[str]:
    sentences = []
    if reckoned.unpublished:
        years = pgettext("between years", ", ").join(map(str, reckoned.unpublished))
        sentences.append(
            _(
                "The holidays of {years} are not published yet, so this time is provisional. "
                "It will be worked out again then, and never moved earlier."
            ).format(years=years)
        )
    if reckoned.computed:
        computed = moment_words(reckoned.computed, seen)
        sentences.append(
            _(
                "By the holidays as published it would be {computed}, "
                "but a time once given is not moved earlier."
            ).format(computed=computed)
        )
    return sentences
