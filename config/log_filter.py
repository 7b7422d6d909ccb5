"""Keep rows out of the logs: PostgreSQL quotes rows that it refuses, with what people wrote."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator

LEFT_OUT = "(left out)"


class RowsLeftOut(logging.Filter):
    """A filter for handlers that removes quoted rows from messages and tracebacks."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        quoted = [*_quoted(error)]
        if error is not None and quoted:
            record.msg, record.args = _without(record.getMessage(), quoted), None
            told = "".join(traceback.format_exception(error)).rstrip("\n")
            record.exc_text = _without(told, quoted)
        return True


def _quoted(error: BaseException | None) -> Iterator[str]:
    """The details from the database, of an error and of its causes."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        detail = getattr(getattr(error, "diag", None), "message_detail", None)
        if detail:
            yield detail
        error = error.__cause__ or error.__context__


def _without(text: str, quoted: list[str]) -> str:
    for detail in quoted:
        # As it is, and as it stands within the repr of an error.
        text = text.replace(detail, LEFT_OUT).replace(repr(detail)[1:-1], LEFT_OUT)
    return text
