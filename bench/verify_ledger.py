"""How fast the record verifies, compared with plain SHA-256 over the same bytes."""

import hashlib
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from bench._timing import once_each
from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.models import Entry
from ledger.new_entry import NewEntry
from ledger.queries.download import record_lines
from ledger.queries.verify import verify
from ledger.standalone import verify as standalone

ENTRIES = 50_000
BATCH = 5_000


def measure() -> Iterator[str]:
    began = time.perf_counter()
    fill()
    appending = time.perf_counter() - began
    yield f"{ENTRIES:,} entries, appended in batches of {BATCH:,}. Each figure: entries a second,"
    yield "minimum / median / maximum of three repetitions; appending was measured once.\n"
    yield "| what | entries a second | times plain SHA-256 |\n|---|--:|--:|"
    yield f"| append, sealing included | {ENTRIES / appending:,.0f} | |"
    bodies = [bytes(body) for body in Entry.objects.values_list("body", flat=True)]
    plain = once_each(lambda: [hashlib.sha256(body).digest() for body in bodies])
    yield f"| plain SHA-256 of the same bodies, the limit | {plain.a_second(ENTRIES)} | 1 |"
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.jsonl"
        for name, work in (
            ("`verify_ledger`", verify),
            ("download", lambda: record.write_text("".join(record_lines()))),
            (
                "stand-alone verifier",
                lambda: standalone.verify(standalone.read_lines(str(record)), [], {}, set()),
            ),
        ):
            taken = once_each(work)
            yield f"| {name} | {taken.a_second(ENTRIES)} | {taken.middle / plain.middle:.0f} |"


def fill() -> None:
    now = datetime.now(UTC)
    for start in range(0, ENTRIES, BATCH):
        with transaction.atomic():
            append(
                [
                    NewEntry(
                        stream=f"issue:{number % 1000}",
                        kind="issue.raised",
                        actor_id=number % 200,
                        happened_at=now,
                        public=True,
                        parameters={"class": "small", "level": "grid", "photos": 2},
                        texts={"words": "楼道灯不亮"} if number % 5 == 0 else {},
                    )
                    for number in range(start, start + BATCH)
                ]
            )
        seal()
