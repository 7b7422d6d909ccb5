"""A session is what it was while it lasts, and nothing afterwards."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

pytestmark = pytest.mark.django_db


def store(key: str | None = None) -> db.SessionStore:
    made: db.SessionStore = import_module(settings.SESSION_ENGINE).SessionStore(key)
    return made


@pytest.fixture
def key() -> str:
    session = store()
    session["said"] = "话"
    session.save()
    assert session.session_key
    return session.session_key


def test_what_was_kept_is_found_by_its_key_in_one_statement(key: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert store(key)["said"] == "话"
    assert [query["sql"].split()[0] for query in asked] == ["EXECUTE"]


@pytest.mark.parametrize("other", ["", "short", "x" * 32, "x" * 400, "' OR ''='", "%s", "钥匙" * 9])
def test_another_key_finds_nothing_and_is_forgotten(key: str, other: str) -> None:
    session = store(other)
    assert session.get("said") is None
    assert session.session_key is None


def test_one_whose_time_is_over_is_empty(key: str) -> None:
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))
    session = store(key)
    assert session.get("said") is None
    assert session.session_key is None


def test_what_nobody_signed_says_nothing(key: str) -> None:
    Session.objects.filter(pk=key).update(session_data="eyJzYWlkIjoi6K-dIn0:1:x")
    assert store(key).get("said") is None
