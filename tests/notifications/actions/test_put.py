from datetime import datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from notifications.actions.put import put
from notifications.enums import DropReason, What
from notifications.happenings import NewHappening, thing_place
from notifications.models import Delivery, Happening, Notice
from notifications.notices import NewNotice
from notifications.rules import SETTLING
from tests.notifications.conftest import at_once
from tests.notifications.factories import person, told

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.django_db
def test_a_notice_is_written_with_what_it_takes_to_render_it() -> None:
    chen = person()
    put([told(chen)])
    notice = Notice.objects.get()
    assert (notice.recipient, notice.kind, notice.version) == (chen, "test.received", 1)
    assert notice.parameters == {"number": 42}
    assert notice.link == "/issues/ZJD-2026-0042/"
    assert notice.read_at is None
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_a_notice_stands_under_the_moment_of_the_act() -> None:
    evening = datetime(2026, 9, 30, 19, 5, tzinfo=SHANGHAI)
    put([told(person())], now=evening)
    assert Notice.objects.get().created_at == evening


@pytest.mark.django_db
def test_a_notice_by_text_message_gets_one_delivery() -> None:
    put([told(person(), key="silent"), told(person(), key="loud", sms=True)])
    assert [delivery.notice.dedupe_key for delivery in Delivery.objects.all()] == ["loud"]


@pytest.mark.django_db
def test_telling_the_same_twice_does_nothing_even_with_other_words() -> None:
    chen = person()
    put([told(chen, sms=True)])
    put([told(chen, sms=True, number=43), told(chen, sms=True, number=44)])
    assert Notice.objects.get().parameters == {"number": 42}
    assert Delivery.objects.count() == 1


@pytest.mark.django_db
def test_the_same_key_reaches_each_person() -> None:
    put([told(person(), sms=True), told(person(), sms=True)])
    assert Notice.objects.count() == Delivery.objects.count() == 2


@pytest.mark.django_db
def test_a_key_told_silently_before_is_not_sent_now() -> None:
    chen = person()
    put([told(chen)])
    put([told(chen, sms=True)])
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_the_number_of_statements_does_not_grow() -> None:
    people = [person() for _ in range(5)]
    counts = []
    for amount in (1, 200):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            put([told(people[n % 5], key=f"{amount}:{n}", sms=True) for n in range(amount)])
        counts.append(len(queries))
    assert counts == [counts[0]] * 2
    assert counts[0] == 1


@pytest.mark.django_db
def test_what_an_act_settles_and_what_open_pages_learn_go_with_what_it_tells() -> None:
    chen, about = person(), uuid4()
    put([told(chen, subject=about, calls_for="turn1/receive"), told(chen, key="other")])
    with CaptureQueriesContext(connection) as queries:
        put(
            [told(chen, key="after")],
            done={(about, "turn1")},
            happenings=[NewHappening(thing_place(about), What.CHANGED, about)],
        )
    assert len(queries) == 1
    read = Notice.objects.filter(read_at__isnull=False)
    assert [notice.calls_for for notice in read] == ["turn1/receive"]
    assert Notice.objects.count() == 3
    assert Happening.objects.get().subject == about


@pytest.mark.django_db
def test_nothing_to_tell_asks_nothing() -> None:
    with CaptureQueriesContext(connection) as queries:
        put([])
    assert len(queries) == 0


@pytest.mark.django_db
def test_a_text_message_put_at_night_waits_for_the_morning_unless_urgent() -> None:
    night = datetime(2026, 11, 20, 23, 15, tzinfo=SHANGHAI)
    put([told(person(), key="quiet", sms=True)], now=night)
    put([told(person(), key="leak", sms=True, urgent=True)], now=night)
    times = dict(Delivery.objects.values_list("notice__dedupe_key", "next_try_at"))
    assert times["quiet"] == datetime(2026, 11, 21, 8, 0, tzinfo=SHANGHAI)
    assert times["leak"] == night


@pytest.mark.parametrize(
    "link", ["https://example.org/", "//example.org/", "/\\example.org", "me/"]
)
def test_a_notice_links_only_to_this_site(link: str) -> None:
    with pytest.raises(ValueError, match="path of this site"):
        NewNotice(recipient_id=1, kind="k", parameters={}, dedupe_key="k", link=link)


@pytest.mark.django_db
@pytest.mark.parametrize("link", ["https://example.org/", "//example.org/", "/\\example.org"])
def test_the_database_refuses_a_link_to_elsewhere_too(link: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(recipient=person(), kind="k", dedupe_key="k", link=link)


def test_put_refuses_to_run_outside_a_transaction(committed: None) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        put([told(person())])
    assert not Notice.objects.exists()


def test_what_is_rolled_back_is_not_told(committed: None) -> None:
    chen = person()
    with transaction.atomic():
        put([told(chen, sms=True)])
        transaction.set_rollback(True)
    assert not Notice.objects.filter(recipient=chen).exists()


def test_two_who_tell_the_same_at_once_tell_it_once(committed: None) -> None:
    people = [person() for _ in range(20)]
    notices = [told(who, key=f"breach:{n}", sms=True) for n in range(5) for who in people]

    def tell(order: int) -> None:
        with transaction.atomic():
            put(notices[::order])

    at_once(*(lambda order=order: tell(order) for order in (1, -1, 1, -1)))
    assert Notice.objects.filter(recipient__in=people).count() == 100
    assert Delivery.objects.filter(notice__recipient__in=people).count() == 100


# What is told of one thing again and again, in a world in which only the last of it holds.
MOVED, ABOUT = frozenset({"test.received", "test.moved"}), UUID(int=1)


def moved(recipient: User, key: str, **more: Any) -> NewNotice:
    given = {"kind": "test.moved", "sms": True, "subject": ABOUT, "replaces": MOVED, **more}
    return told(recipient, key=key, **given)


def waits(recipient: User) -> list[str]:
    rows = Delivery.objects.filter(notice__recipient=recipient, state="waiting")
    return list(rows.order_by("pk").values_list("notice__dedupe_key", flat=True))


def unread(recipient: User) -> list[str]:
    rows = Notice.objects.filter(recipient=recipient, read_at=None).order_by("pk")
    return list(rows.values_list("dedupe_key", flat=True))


@pytest.mark.django_db
def test_what_a_newer_notice_replaces_is_neither_unread_nor_sent_any_more() -> None:
    chen, other = person(), person()
    put([told(chen, sms=True, subject=ABOUT), told(other, sms=True, subject=ABOUT)])
    put([told(chen, key="of another thing", sms=True, subject=UUID(int=2))])
    put([told(chen, key="of another kind", kind="test.other", sms=True, subject=ABOUT)])
    put([moved(chen, "moved")])
    put([moved(chen, "moved again")])
    left = ["of another thing", "of another kind", "moved again"]
    assert unread(chen) == left
    assert waits(chen) == left
    assert unread(other) == waits(other) == ["one"]
    dropped = Delivery.objects.filter(state="dropped").values_list("last_error", flat=True)
    assert set(dropped) == {DropReason.REPLACED}


@pytest.mark.django_db
def test_what_was_sent_already_stays_sent() -> None:
    chen = person()
    put([told(chen, sms=True, subject=ABOUT)])
    Delivery.objects.update(state="sent", sent_at=timezone.now())
    put([moved(chen, "moved")])
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent", "waiting"}


@pytest.mark.django_db
def test_told_twice_under_one_key_it_replaces_nothing_that_came_since() -> None:
    chen = person()
    put([moved(chen, "first")])
    put([moved(chen, "second")])
    put([moved(chen, "first")])
    assert unread(chen) == ["second"]


@pytest.mark.django_db
def test_a_message_that_settles_waits_some_minutes_and_not_into_the_night() -> None:
    noon = datetime(2026, 9, 30, 12, 0, tzinfo=SHANGHAI)
    put([moved(person(), "noon", settles=True)], now=noon)
    assert Delivery.objects.get().next_try_at == noon + SETTLING
    late = datetime(2026, 9, 30, 20, 58, tzinfo=SHANGHAI)
    chen = person()
    put([moved(chen, "late", settles=True)], now=late)
    morning = datetime(2026, 10, 1, 8, 0, tzinfo=SHANGHAI)
    assert Delivery.objects.get(notice__recipient=chen).next_try_at == morning
