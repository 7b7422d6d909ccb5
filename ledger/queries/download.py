"""The public record as lines of JSON, for the stand-alone verifier. See docs/record.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection

from ledger.models import Seal, Stream

SEALS_A_PAGE = 500
LEAVES_A_PAGE = 2000
NO_END = 2**31 - 1

# A leaf whose entry is gone is still listed, so that a verifier notices.
LEAVES = """
SELECT leaf.seal_id, leaf.index, leaf.digest, entry.id IS NULL, entry.stream_id, entry.body
FROM ledger_sealleaf leaf LEFT JOIN ledger_entry entry ON entry.id = leaf.entry_id
WHERE (leaf.seal_id, leaf.index) > (%s, %s) AND leaf.seal_id <= %s
ORDER BY leaf.seal_id, leaf.index LIMIT %s
"""


def record_lines(
    *, after: int = 0, last: int = NO_END, public: frozenset[int] | None = None
) -> Iterator[str]:
    """Each seal after `after` up to `last`, followed by its leaves; bodies only of streams that
    are `public`, which is otherwise read here.

    That is read once, at the start. Otherwise a stream that is shown or hidden meanwhile would be
    given in part, as if entries were missing. Memory holds these ids and a page.
    """
    public = public_streams() if public is None else public
    between = Seal.objects.filter(number__lte=last).order_by("number")
    while seals := list(between.filter(number__gt=after)[:SEALS_A_PAGE]):
        leaves = leaf_rows(after=after, last=seals[-1].number)
        leaf = next(leaves, None)
        for seal in seals:
            yield line(seal=text(seal.body), head=bytes(seal.head).hex())
            while leaf is not None and leaf[0] <= seal.number:
                if leaf[0] == seal.number:
                    yield leaf_line(*leaf[1:], public=public)
                leaf = next(leaves, None)
        after = seals[-1].number


def public_streams() -> frozenset[int]:
    return frozenset(Stream.objects.filter(public=True).values_list("id", flat=True))


def leaf_rows(*, after: int, last: int) -> Iterator[tuple[Any, ...]]:
    """Leaves of the seals after `after` up to `last`, in order, read a page at a time."""
    position = (after, NO_END)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(LEAVES, [*position, last, LEAVES_A_PAGE])
            rows = cursor.fetchall()
        yield from rows
        if len(rows) < LEAVES_A_PAGE:
            return
        position = rows[-1][0], rows[-1][1]


def leaf_line(
    index: int,
    digest: bytes,
    missing: bool,  # noqa: FBT001 - a column
    stream_id: int | None,
    body: bytes | None,
    *,
    public: frozenset[int],
) -> str:
    if missing:
        return line(index=index, digest=bytes(digest).hex(), missing=True)
    if stream_id in public and body is not None:
        return line(index=index, digest=bytes(digest).hex(), body=text(body))
    return line(index=index, digest=bytes(digest).hex())


def text(body: bytes | memoryview) -> str:
    """`body` as text from which the same bytes can be had, even if it isn't valid UTF-8."""
    return bytes(body).decode("utf-8", "surrogateescape")


def line(**members: Any) -> str:
    return json.dumps(members, separators=(",", ":")) + "\n"
