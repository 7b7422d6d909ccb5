"""Find gaps that no leaf shows: missing numbers in a stream, and entries in no seal or queue."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from ledger.bodies import FORMAT
from ledger.checks import MisfitError

GAP = """
SELECT stream.name, entry.number, entry.due FROM (
    SELECT stream_id, number, row_number() OVER (PARTITION BY stream_id ORDER BY number) AS due
    FROM ledger_entry
) entry LEFT JOIN ledger_stream stream ON stream.id = entry.stream_id
WHERE entry.number <> entry.due OR stream.id IS NULL
ORDER BY entry.stream_id, entry.number LIMIT 1
"""
SHORT = """
SELECT stream.name, stream.length, count(entry.id)
FROM ledger_stream stream LEFT JOIN ledger_entry entry ON entry.stream_id = stream.id
GROUP BY stream.id HAVING stream.length <> count(entry.id)
ORDER BY stream.id LIMIT 1
"""
NOWHERE = """
SELECT entry.id, stream.name, entry.number
FROM ledger_entry entry JOIN ledger_stream stream ON stream.id = entry.stream_id
LEFT JOIN ledger_sealleaf leaf ON leaf.entry_id = entry.id
LEFT JOIN ledger_unsealed unsealed ON unsealed.entry_id = entry.id
WHERE (leaf.entry_id IS NULL) = (unsealed.entry_id IS NULL)
ORDER BY entry.id LIMIT 1
"""
BACKWARDS = """
SELECT entry.id, stream.name, entry.number
FROM ledger_entry entry JOIN ledger_stream stream ON stream.id = entry.stream_id
JOIN (
    SELECT stream_id, min(number) AS number FROM ledger_entry WHERE format = %(newest)s GROUP BY 1
) bound ON bound.stream_id = entry.stream_id AND bound.number < entry.number
WHERE entry.format < %(newest)s
ORDER BY entry.id LIMIT 1
"""


def first_gap() -> str:
    """The first entry that is missing in a stream, in words; "" if none is."""
    if row := one(GAP):
        return named(row[0], row[2])
    if row := one(SHORT):
        return named(row[0], min(row[1], row[2]) + 1)
    return ""


def check_streams() -> None:
    """Raise MisfitError for a gap, a format given up, and what is neither sealed nor waits."""
    if row := one(NOWHERE):
        raise MisfitError(
            entry_at(*row), _("it is not exactly once among the sealed and the waiting")
        )
    if row := one(BACKWARDS, newest=FORMAT):
        raise MisfitError(
            entry_at(*row), _("its format is an earlier one than that of the entries before it")
        )
    if gap := first_gap():
        raise MisfitError(gap, _("it is missing"))


def named(stream: str | None, number: int) -> str:
    return _("%(stream)s, number %(number)d") % {"stream": stream, "number": number}


def entry_at(entry_id: int, stream: str, number: int) -> str:
    return _("entry %(id)d (%(stream)s, number %(number)d)") % {
        "id": entry_id,
        "stream": stream,
        "number": number,
    }


def one(statement: str, **values: Any) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row
