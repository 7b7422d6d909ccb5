"""Write the public record into files, as far as it is sealed (ledger.record_files)."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from ledger.models import Seal
from ledger.queries.download import public_streams, record_lines
from ledger.queries.heads import head_lines
from ledger.record_files import LIST, PACKED, Part, PartFile, RecordFiles, checksum_of, read_list

# Leaves, about a megabyte of text; the seal that reaches this number closes a part.
PART: Final = 2_000
# Seconds for which files stay that are in the list no more: a download may have begun with them.
READ_ON: Final = 3600
# A file that a call leaves for another that is writing: write once more.
AGAIN: Final = "again"
SEALS_SHOWN = """
SELECT DISTINCT leaf.seal_id
FROM ledger_sealleaf leaf JOIN ledger_entry entry ON entry.id = leaf.entry_id
WHERE entry.stream_id = ANY(%s)
"""


def write_files(*, largest: int = PART, insists: bool = False) -> None:
    """Bring the files up to what is sealed and shown now; do nothing while another does.

    All files are written anew if one is missing or they belong to another database. Parts are
    replaced if one of their streams has been shown or hidden since. With `insists` another that
    writes just now does it once more: it may have read earlier what is shown.
    """
    folder = Path(settings.RECORD_ROOT)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    again = folder / AGAIN
    if insists:
        again.touch()
    while True:
        with alone(folder) as is_alone:
            if not is_alone:
                return
            again.unlink(missing_ok=True)
            bring_up(folder, largest=largest)
        # The lock is given back before this question: a call that still met it had left its file.
        if not again.exists():
            return


def bring_up(folder: Path, *, largest: int) -> None:
    before = read_list()
    if before is None or not is_whole(folder, before):
        before = replace(RecordFiles(), leaving=before.leaving if before else ())
    # Once, before any seal is read, so that all parts show the same streams.
    public = public_streams()
    shown = write(folder, "shown", ".json", json.dumps(sorted(public)).encode())
    parts = list(before.parts)
    if before.shown and before.shown != shown:
        changed = public ^ frozenset(json.loads((folder / before.shown).read_bytes()))
        parts = shown_anew(folder, parts, changed, public)
    parts = continued(folder, parts, public, largest=largest)
    if (parts, shown) != (list(before.parts), before.shown) or read_list() is None:
        publish_list(folder, before, parts, shown)
    clear(folder)


def is_whole(folder: Path, files: RecordFiles) -> bool:
    """Whether all files are there, and were written from this database."""
    if not files.names() <= set(os.listdir(folder)):
        return False
    head = Seal.objects.filter(number=files.last).values_list("head", flat=True).first()
    return not files.parts or (head is not None and bytes(head).hex() == files.head)


def shown_anew(
    folder: Path, parts: Sequence[Part], changed: frozenset[int], public: frozenset[int]
) -> list[Part]:
    with connection.cursor() as cursor:
        cursor.execute(SEALS_SHOWN, [list(changed)])
        seals = {number for (number,) in cursor.fetchall()}
    return [
        part_of(folder, each.first, each.last, each.leaves, public)
        if any(each.first <= seal <= each.last for seal in seals)
        else each
        for each in parts
    ]


def continued(
    folder: Path, parts: list[Part], public: frozenset[int], *, largest: int
) -> list[Part]:
    """The parts with the new seals; the last part takes them in until it is large enough."""
    last = parts[-1].last if parts else 0
    new = Seal.objects.filter(number__gt=last).order_by("number").values_list("number", "leaves")
    open_one = parts[-1] if parts and parts[-1].leaves < largest else None
    spans = divided(open_one, list(new), largest=largest)
    if spans and open_one:
        parts = parts[:-1]
    return [*parts, *(part_of(folder, *span, public) for span in spans)]


def divided(
    open_one: Part | None, new: Sequence[tuple[int, int]], *, largest: int
) -> list[tuple[int, int, int]]:
    """First seal, last seal and leaves of the parts into which `new` ones go."""
    if not new:
        return []
    spans: list[tuple[int, int, int]] = []
    if open_one:
        spans.append((open_one.first, open_one.last, open_one.leaves))
    for number, leaves in new:
        if spans and spans[-1][2] < largest:
            spans[-1] = (spans[-1][0], number, spans[-1][2] + leaves)
        else:
            spans.append((number, number, leaves))
    return spans


def part_of(folder: Path, first: int, last: int, leaves: int, public: frozenset[int]) -> Part:
    text = "".join(record_lines(after=first - 1, last=last, public=public))
    heads = "".join(head_lines(after=first - 1, last=last))
    return Part(
        first=first,
        last=last,
        leaves=leaves,
        head=heads.splitlines()[-1].partition(" ")[0],
        record=packed(folder, f"record-{first}-{last}", ".jsonl", text.encode()),
        heads=packed(folder, f"heads-{first}-{last}", ".txt", heads.encode()),
    )


def packed(folder: Path, name: str, ending: str, text: bytes) -> PartFile:
    """Packed so that what stands before and after can be read on with it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    small = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)
    name = write(folder, name, ending, text)
    put(folder / (name + PACKED), small)
    return PartFile(name, len(text), len(small), zlib.crc32(text))


def write(folder: Path, name: str, ending: str, content: bytes) -> str:
    """Under a name that says what is in it; the name."""
    name = f"{name}-{hashlib.sha256(content).hexdigest()[:16]}{ending}"
    if not (folder / name).exists():
        put(folder / name, content)
    return name


def put(file: Path, content: bytes) -> None:
    """Whole or not at all, whatever ends meanwhile."""
    beside = file.with_name(file.name + ".new")
    with beside.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    beside.replace(file)


def publish_list(folder: Path, before: RecordFiles, parts: list[Part], shown: str) -> None:
    now = int(time.time())
    files = RecordFiles(
        parts=tuple(parts),
        record_checksum=checksum_of([each.record for each in parts]),
        heads_checksum=checksum_of([each.heads for each in parts]),
        shown=shown,
    )
    left = dict.fromkeys(before.names(), now) | dict(before.leaving)
    leaving = {
        name: since
        for name, since in left.items()
        if name not in files.names() and now - since < READ_ON
    }
    files = replace(files, leaving=tuple(sorted(leaving.items())))
    put(folder / LIST, json.dumps(asdict(files)).encode("ascii"))


def clear(folder: Path) -> None:
    files = read_list()
    if files is None:
        return
    kept = files.names() | {name for name, _since in files.leaving} | {LIST, AGAIN, "lock"}
    for name in set(os.listdir(folder)) - kept:
        (folder / name).unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    with (folder / "lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def forget_files() -> None:
    """So that all are written anew, whatever is in them."""
    folder = Path(settings.RECORD_ROOT)
    for file in folder.glob("*-*"):
        file.unlink(missing_ok=True)
    (folder / LIST).unlink(missing_ok=True)
