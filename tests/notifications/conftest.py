"""A renderer to test with, and rows that other connections can see."""

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from django.db import connections
from django.utils.translation import gettext as _

from accounts.models import User
from notifications import rendering
from notifications.models import Notice


def received(parameters: Mapping[str, Any]) -> rendering.Rendered:
    """Uses a string of Django's own, translated in both languages."""
    return rendering.Rendered(title=f"{_('Yes')} {parameters['number']}", body=_("No"))


rendering.register("test.received", 1, received)


@pytest.fixture(autouse=True)
def plain_static(settings: Any) -> None:
    """Pages are drawn without the hashed copies that only a build makes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


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
