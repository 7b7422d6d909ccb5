"""Strangers who ask for codes: they cost little, and lock nobody out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest
from django.conf import settings as settings_of_django
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker, Settings

from accounts.models import LocalMessage, SentCode, User
from notifications.models import Notice
from tests.accounts.walking import ask_for_code, enter_code, last_code, sign_in
from tests.world import World

PHONE, OTHER = "13800138000", "13900139000"


@pytest.fixture(autouse=True)
def _fresh(settings: Settings) -> Iterator[None]:
    settings.SMS_CARRIER = "accounts.carriers.page.PageCarrier"
    settings.SIGN_IN_CODE_COOLDOWN_SECONDS = 0
    cache.clear()
    yield
    cache.clear()


def asked_from(address: str, phone: str = PHONE) -> int:
    return ask_for_code(Client(REMOTE_ADDR=address), phone).status_code


@pytest.mark.django_db
def test_who_asks_for_codes_to_anothers_number_uses_up_their_own(settings: Settings) -> None:
    settings.SIGN_IN_CODES_PER_DAY = 2
    settings.SIGN_IN_CODES_OF_STRANGERS_PER_DAY = 5
    mine = Client(REMOTE_ADDR="203.0.113.1")
    sign_in(mine, PHONE)
    mine.post("/sign-out/")

    assert [asked_from("198.51.100.7") for _ in range(3)] == [302, 302, 429]
    # At another address the number itself, on a new device too, is asked for as before.
    assert asked_from("203.0.113.2") == 302
    # Many addresses together come to an end; who signed in from here before does not.
    assert [asked_from(f"198.51.100.{n}") for n in range(20, 23)] == [302, 429, 429]
    assert ask_for_code(mine, PHONE).status_code == 302
    assert enter_code(mine, last_code()).status_code == 302
    # That device is known for this number alone.
    mine.post("/sign-out/")
    settings.SIGN_IN_CODES_OF_STRANGERS_PER_DAY = 0
    assert ask_for_code(mine, OTHER).status_code == 429


def test_codes_in_all_are_bounded_and_administrators_are_told_once(
    world: World, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CODES_PER_MINUTE = 5
    mine = Client(REMOTE_ADDR="203.0.113.1")
    sign_in(mine, PHONE)
    mine.post("/sign-out/")
    logger = logging.getLogger("pavilion.security")
    logger.addHandler(caplog.handler)
    answers = [asked_from(f"198.51.100.{n}", f"139001390{n}") for n in range(10, 18)]
    logger.removeHandler(caplog.handler)

    assert answers == [302] * 3 + [503] * 5
    # A fifth is kept for those who are known.
    assert ask_for_code(mine, PHONE).status_code == 302
    lines = [(one.levelname, getattr(one, "line", {}).get("span")) for one in caplog.records]
    assert [line for line in lines if line[1]] == [("ERROR", "minute")]
    told = Notice.objects.filter(kind="grids.codes_rationed")
    assert {notice.recipient for notice in told} >= {world.administrator}
    assert told.count() == told.values("recipient").distinct().count()


@pytest.mark.django_db
def test_without_valkey_the_database_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accounts.counting.REST", 0)
    gone = {**settings_of_django.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}
    with override_settings(CACHES={"default": gone}, CODES_PER_DAY=5):
        answers = [asked_from(f"198.51.100.{n}", f"139001390{n}") for n in range(10, 16)]
    assert answers == [302] * 4 + [503] * 2


@pytest.mark.django_db
def test_without_valkey_codes_of_all_strangers_to_one_number_are_counted_too(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr("accounts.counting.REST", 0)
    settings.SIGN_IN_CODES_OF_STRANGERS_PER_DAY = 3
    mine = Client(REMOTE_ADDR="203.0.113.1")
    sign_in(mine, PHONE)
    mine.post("/sign-out/")
    gone = {**settings_of_django.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}
    with override_settings(CACHES={"default": gone}):
        # The first one of all was asked for where nobody had signed in yet.
        assert [asked_from(f"198.51.100.{n}") for n in range(10, 14)] == [302, 302, 429, 429]
        assert asked_from("198.51.100.20", OTHER) == 302
        # The owner, where they were before, is no stranger.
        assert ask_for_code(mine, PHONE).status_code == 302


@pytest.fixture
def _committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            for rows in (SentCode, LocalMessage, Session):
                rows.objects.all().delete()
            User.objects.filter(phone=f"+86{PHONE}").delete()
            connection.close()


@pytest.mark.usefixtures("_committed")
def test_a_right_code_sent_at_once_signs_in_once_and_every_sending_leads_there() -> None:
    first = Client()
    ask_for_code(first, PHONE, next="/issues/")
    code, cookie = last_code(), first.cookies["session"].value
    clients, barrier, led = [Client() for _ in range(4)], Barrier(4), list[str]()

    def send(client: Client) -> None:
        client.cookies["session"] = cookie
        barrier.wait(10)
        led.append(enter_code(client, code)["Location"])
        connection.close()

    threads = [Thread(target=send, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert User.objects.filter(phone=f"+86{PHONE}").count() == 1
    keys = {client.cookies["session"].value for client in clients} - {cookie}
    assert len(keys) == 1
    assert Session.objects.count() == 1
    assert set(led) <= {"/issues/", "/sign-in/"}
    assert led.count("/issues/") >= 1
    # Whichever answer a browser keeps, it is known there from now on.
    joined = [client for client in clients if client.cookies["session"].value != cookie]
    assert all("device" in client.cookies for client in joined)
