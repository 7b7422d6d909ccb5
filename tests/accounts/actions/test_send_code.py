from collections.abc import Iterator
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from accounts.actions.reserve_sending import CodesUsedUp, CodeTooSoon
from accounts.actions.send_code import send_code
from accounts.actions.spend_try import spend_try
from accounts.asking import Asking
from accounts.enums import CodeAnswer
from accounts.models import LocalMessage, SentCode

PHONE = "+8613700000001"
NOW = timezone.now()


@pytest.fixture
def _committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Rows that other connections see, cleared by hand: a flush is refused by the record."""
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            SentCode.objects.all().delete()
            LocalMessage.objects.all().delete()
            connection.close()


def at_once(act: object, *, times: int) -> list[object]:
    """What `act` gave in as many threads, each on a connection of its own, begun together."""
    barrier, results = Barrier(times), list[object]()

    def run() -> None:
        barrier.wait(10)
        try:
            results.append(act())  # type: ignore[operator]
        except (CodeTooSoon, CodesUsedUp) as refused:
            results.append(type(refused))
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return results


@pytest.mark.usefixtures("_committed")
def test_two_requests_at_once_send_one_code() -> None:
    results = at_once(
        lambda: send_code(PHONE, code="123456", asking=Asking(), actor=None, now=NOW), times=4
    )

    assert results.count(CodeTooSoon) == 3
    assert LocalMessage.objects.count() == 1


@pytest.mark.usefixtures("_committed")
def test_guesses_made_at_once_get_no_more_tries_than_guesses_in_a_row() -> None:
    sending = send_code(PHONE, code="123456", asking=Asking(), actor=None, now=NOW)

    results = at_once(lambda: spend_try(sending.pk, right=False, actor=None, most=3), times=6)

    assert results.count(CodeAnswer.WRONG) == 3


@pytest.mark.django_db
def test_a_right_code_counts_once_and_none_after_the_tries_are_spent() -> None:
    sending = send_code(PHONE, code="123456", asking=Asking(), actor=None, now=NOW)
    after = NOW + timedelta(minutes=2)
    another = send_code(PHONE, code="123456", asking=Asking(), actor=None, now=after)

    answers = [
        [spend_try(one.pk, right=right, actor=None, most=2) for right in tries]
        for one, tries in (
            (sending, (False, True, True, False)),
            (another, (False, False, True)),
        )
    ]

    wrong, spent = CodeAnswer.WRONG, CodeAnswer.SPENT
    assert answers == [
        [wrong, CodeAnswer.RIGHT, CodeAnswer.USED, spent],
        [wrong, wrong, spent],
    ]


@pytest.mark.django_db
def test_the_wait_is_told_in_whole_seconds() -> None:
    send_code(PHONE, code="123456", asking=Asking(), actor=None, now=NOW)

    with pytest.raises(CodeTooSoon) as refused:
        send_code(
            PHONE, code="123456", asking=Asking(), actor=None, now=NOW + timedelta(seconds=17.5)
        )

    assert refused.value.seconds == 43


@pytest.mark.django_db
def test_neither_number_nor_code_is_kept_with_the_count() -> None:
    send_code(PHONE, code="123456", asking=Asking(), actor=None, now=NOW)

    kept = str(SentCode.objects.values().get())
    assert "13700000001" not in kept
    assert "123456" not in kept


@pytest.mark.django_db
def test_the_cap_of_one_number_is_not_the_cap_of_another() -> None:
    for minute in range(10):
        send_code(
            PHONE, code="123456", asking=Asking(), actor=None, now=NOW + timedelta(minutes=minute)
        )
    with pytest.raises(CodesUsedUp):
        send_code(
            PHONE, code="123456", asking=Asking(), actor=None, now=NOW + timedelta(minutes=10)
        )

    send_code(
        "+8613700000002",
        code="123456",
        asking=Asking(),
        actor=None,
        now=NOW + timedelta(minutes=10),
    )
    send_code(
        PHONE, code="123456", asking=Asking(), actor=None, now=NOW + timedelta(hours=24, minutes=1)
    )
