from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from acting.actions.once import once
from acting.queries.submission import result_of

pytestmark = pytest.mark.django_db


def test_only_the_owner_of_a_key_learns_where_it_led() -> None:
    key = uuid4()
    once(key, form="/raise/", owner="user:1", user=None, act=lambda: "/issues/mine/")
    assert result_of(str(key), form="/raise/", owner="user:1") == "/issues/mine/"
    assert result_of(str(key), form="/me/erase/", owner="user:1") == ""
    for other in ("user:2", "user:11", "session:1", ""):
        assert result_of(str(key), form="/raise/", owner=other) == ""


def test_what_was_never_sent_or_is_no_key_led_nowhere() -> None:
    for key in (str(uuid4()), "no key", ""):
        assert result_of(key, form="/raise/", owner="user:1") == ""


def test_an_earlier_sending_does_not_answer_for_what_was_opened_later() -> None:
    key = uuid4()
    once(key, form="/raise/", owner="user:1", user=None, act=lambda: "/issues/mine/")
    now, hour = datetime.now(UTC), timedelta(hours=1)
    assert result_of(str(key), form="/raise/", owner="user:1", since=now - hour) == "/issues/mine/"
    assert result_of(str(key), form="/raise/", owner="user:1", since=now + hour) == ""
