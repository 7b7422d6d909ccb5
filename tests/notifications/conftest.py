"""A renderer to test with, and rows that other connections can see."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections

from accounts.models import User
from notifications.models import Notice
from tests.notifications.renderers import register_all

register_all()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Really commits, for threads and crashes; takes away what the test left, row by row.

    Not pytest-django's transactional flush: the ledger's tables refuse to be emptied.
    """
    with django_db_blocker.unblock():
        people = set(User.objects.values_list("pk", flat=True))
        try:
            yield
        finally:
            Notice.objects.exclude(recipient_id__in=people).delete()
            User.objects.exclude(pk__in=people).delete()
            connections.close_all()


def at_once(*jobs: Callable[[], None]) -> None:
    """Run `jobs` in threads that start together, each with its own connection."""
    barrier = threading.Barrier(len(jobs))
    faults: list[BaseException] = []

    def run(job: Callable[[], None]) -> None:
        try:
            barrier.wait(timeout=10)
            job()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not faults, faults
    assert not any(thread.is_alive() for thread in threads)
