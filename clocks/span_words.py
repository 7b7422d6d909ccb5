"""A span in the reader's words."""

from django.utils.translation import ngettext

from clocks.enums import SpanKind
from clocks.sums import Span


def span_words(span: Span) -> str:
    """`4 working hours`, `2 working days`, `24 hours`."""
    if span.kind == SpanKind.WORKING_DAYS:
        return ngettext("{count} working day", "{count} working days", span.amount).format(
            count=span.amount
        )
    parts = []
    if span.amount:
        parts.append(_hours(span).format(count=span.amount))
    if span.minutes:
        parts.append(_minutes(span).format(count=span.minutes))
    return " ".join(parts)


def _hours(span: Span) -> str:
    if span.kind == SpanKind.WORKING_HOURS:
        return ngettext("{count} working hour", "{count} working hours", span.amount)
    return ngettext("{count} hour", "{count} hours", span.amount)


def _minutes(span: Span) -> str:
    # Hours before the minutes have already said “working”.
    if span.kind == SpanKind.WORKING_HOURS and not span.amount:
        return ngettext("{count} working minute", "{count} working minutes", span.minutes)
    return ngettext("{count} minute", "{count} minutes", span.minutes)
