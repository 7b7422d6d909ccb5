"""How fast the record verifies, beside plain SHA-256 over the same bytes."""

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

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
    appending = seconds(fill)
    yield f"append: {ENTRIES / appending:,.0f} entries/s in batches of {BATCH:,}, sealing included"
    bodies = [bytes(body) for body in Entry.objects.values_list("body", flat=True)]
    plain = seconds(lambda: [hashlib.sha256(body).digest() for body in bodies])
    yield f"plain SHA-256 of the same bodies: {ENTRIES / plain:,.0f} entries/s"
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.jsonl"
        for name, work in (
            ("verify_ledger", verify),
            ("download", lambda: record.write_text("".join(record_lines()))),
            (
                "stand-alone verifier",
                lambda: standalone.verify(standalone.read_lines(str(record)), [], {}, set()),
            ),
        ):
            taken = seconds(work)
            yield f"{name}: {ENTRIES / taken:,.0f} entries/s, {taken / plain:.0f} × plain SHA-256"


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


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
