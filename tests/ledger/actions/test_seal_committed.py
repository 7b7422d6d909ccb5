"""What only shows between real connections: late committers, two sealers, two batches."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections, transaction

from ledger.actions.append import AppendOutsideTransactionError, append
from ledger.actions.seal import SEALER_LOCK, seal
from ledger.models import Entry, Pseudonym, SealLeaf, Stream, Unsealed
from ledger.queries.verify import verify
from tests.harness.waiting import wait_until, waits_in_a_statement_on
from tests.ledger.factories import act

pytestmark = pytest.mark.usefixtures("committed")
PATIENCE = 30


class Elsewhere(threading.Thread):
    """Work on a connection of its own, whose failure is not lost."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self.work = work
        self.failure: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self.work()
        except BaseException as failure:
            self.failure = failure
        finally:
            connections.close_all()

    def finish(self) -> None:
        self.join(PATIENCE)
        assert not self.is_alive(), "still waiting: a deadlock"
        if self.failure:
            raise self.failure


def test_appending_outside_a_transaction_is_refused() -> None:
    with pytest.raises(AppendOutsideTransactionError):
        append([act()])
    assert not Stream.objects.exists()


def test_an_act_that_is_rolled_back_leaves_no_trace() -> None:
    with transaction.atomic():
        append([act()])
        transaction.set_rollback(True)
    assert not Stream.objects.exists()
    with transaction.atomic():
        (entry,) = append([act()])
    assert entry.number == 1


def test_whoever_acts_twice_at_once_for_the_first_time_has_one_name_in_the_stream() -> None:
    appended, waits = threading.Event(), threading.Event()

    def first() -> None:
        with transaction.atomic():
            append([act("issue:both", actor_id=7)])
            appended.set()
            assert waits.wait(PATIENCE)

    def second() -> None:
        with transaction.atomic():
            append([act("issue:both", actor_id=7)])

    before = Elsewhere(first)
    assert appended.wait(PATIENCE)
    after = Elsewhere(second)
    wait_until(lambda: waits_in_a_statement_on("ledger_stream"))
    waits.set()
    before.finish()
    after.finish()
    assert Entry.objects.values("actor").distinct().count() == 1
    assert Pseudonym.objects.get().id == Entry.objects.first().actor  # type: ignore[union-attr]


def test_a_late_committer_lands_in_the_next_seal() -> None:
    appended, sealed = threading.Event(), threading.Event()

    def late() -> None:
        with transaction.atomic():
            append([act("issue:late")])
            appended.set()
            assert sealed.wait(PATIENCE)

    other = Elsewhere(late)
    assert appended.wait(PATIENCE)
    with transaction.atomic():
        append([act("issue:early")])
    (first,) = seal()
    assert first.leaves == 1
    sealed.set()
    other.finish()
    (second,) = seal()
    late_entry = Entry.objects.get(stream__name="issue:late")
    early_entry = Entry.objects.get(stream__name="issue:early")
    assert late_entry.pk < early_entry.pk
    assert SealLeaf.objects.get(entry=late_entry).seal_id == second.number
    assert SealLeaf.objects.get(entry=early_entry).seal_id == first.number
    assert verify().entries == 2


def test_a_second_sealer_leaves_the_work_to_the_first() -> None:
    with transaction.atomic():
        append([act()])
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
        found: list[int] = []
        Elsewhere(lambda: found.append(len(seal()))).finish()
        assert found == [0]
    assert Unsealed.objects.count() == 1
    assert len(seal()) == 1


def test_batches_with_streams_in_common_neither_deadlock_nor_skip_a_number() -> None:
    rounds, start = 15, threading.Barrier(4)
    names = [f"issue:{number}" for number in range(8)]

    def work(order: list[str]) -> Callable[[], None]:
        def many() -> None:
            start.wait(PATIENCE)
            for _ in range(rounds):
                with transaction.atomic():
                    append([act(name, actor_id=len(order)) for name in order])

        return many

    workers = [Elsewhere(work(order)) for order in (names, names[::-1], names[3:], names[5::-1])]
    for worker in workers:
        worker.finish()
    assert dict(Stream.objects.values_list("name", "length")) == {
        name: rounds * (2 + (place >= 3) + (place <= 5)) for place, name in enumerate(names)
    }
    seal()
    assert verify().entries == Entry.objects.count() == rounds * (8 + 8 + 5 + 6)


def test_sealers_beside_appenders_seal_every_entry_once() -> None:
    done = threading.Event()

    def sealer() -> None:
        while not done.is_set():
            seal(largest=7)

    def appender() -> None:
        for number in range(40):
            with transaction.atomic():
                append([act(f"issue:{number % 3}")])

    sealers = [Elsewhere(sealer), Elsewhere(sealer)]
    appenders = [Elsewhere(appender), Elsewhere(appender)]
    for worker in appenders:
        worker.finish()
    done.set()
    for worker in sealers:
        worker.finish()
    seal()
    assert SealLeaf.objects.count() == 80
    assert not Unsealed.objects.exists()
    assert verify().entries == 80
