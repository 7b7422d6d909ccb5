"""What must not serve says why, in one sentence (decision 0084)."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib import import_module, reload
from pathlib import Path

import pytest
from celery.signals import beat_init, worker_init
from django.db import connection

from config import limits
from config.launcher.places import ROOT
from config.refusals import Configuration, refusals
from config.told import DoesNotStart, flag, secret

KEY = "8f1d3b5a7c9e0246" * 4
GOOD = Configuration(
    key=KEY,
    fallbacks=[],
    site_url="https://pavilion.example",
    hosts=["pavilion.example"],
    broker="redis://:word@valkey:6379/0",
    is_demo=False,
    is_debugged=False,
)


@pytest.mark.parametrize(
    "good",
    [
        GOOD,
        replace(GOOD, fallbacks=[KEY[::-1]], broker="unix:///run/valkey.sock"),
        replace(GOOD, site_url="http://localhost:8000", broker="redis://localhost", hosts=["*"]),
        replace(GOOD, site_url="http://127.0.0.1:8000", is_demo=True, is_debugged=True, key="x"),
        replace(GOOD, site_url="http://192.168.1.4:8000", is_demo=True, hosts=["*"]),
    ],
)
def test_what_may_serve_is_not_refused(good: Configuration) -> None:
    assert list(refusals(good)) == []


def test_what_is_neither_on_nor_off_is_not_taken_for_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECOND_FACTOR", "required")
    with pytest.raises(DoesNotStart, match="SECOND_FACTOR=required is neither on nor off"):
        flag("SECOND_FACTOR", default=True)
    for said, meant in (("", True), (" On ", True), ("0", False), ("no", False)):
        monkeypatch.setenv("SECOND_FACTOR", said)
        assert flag("SECOND_FACTOR", default=True) == meant


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (replace(GOOD, key=""), "SECRET_KEY is not set"),
        (replace(GOOD, key=KEY[:49]), "SECRET_KEY holds a key that can be guessed"),
        (replace(GOOD, key="ab" * 40), "SECRET_KEY holds a key that can be guessed"),
        (replace(GOOD, key="django-insecure-" + KEY), "SECRET_KEY holds a key that others know"),
        (replace(GOOD, site_url="http://localhost", key="kurz"), "SECRET_KEY holds a key"),
        (replace(GOOD, fallbacks=[KEY, "alt2"]), "SECRET_KEY_FALLBACKS holds a key"),
        (replace(GOOD, is_demo=True), "PAVILION_DEMO"),
        (replace(GOOD, is_debugged=True), "PAVILION_DEBUG"),
        (replace(GOOD, site_url="http://10.0.0.4", is_debugged=True), "PAVILION_DEBUG"),
        (replace(GOOD, hosts=["*"]), "ALLOWED_HOSTS"),
        (replace(GOOD, broker="redis://valkey:6379/0"), "REDIS_URL has no password"),
    ],
)
def test_what_must_not_serve_is_named_in_one_sentence(wrong: Configuration, named: str) -> None:
    (said,) = refusals(wrong)
    assert said.startswith(named)
    assert said.endswith(".")
    assert "\n" not in said
    for held in (wrong.key, *wrong.fallbacks, wrong.broker):
        assert not held or held not in said


def test_a_secret_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n")
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("SECRET_KEY_FILE", str(file))
    assert secret("SECRET_KEY") == KEY

    monkeypatch.setenv("SECRET_KEY", "another")
    with pytest.raises(DoesNotStart, match="both set"):
        secret("SECRET_KEY")

    monkeypatch.setenv("SECRET_KEY", "")
    file.write_text("\n")
    assert secret("SECRET_KEY") == ""
    with pytest.raises(DoesNotStart, match="is empty"):
        secret("SECRET_KEY", "a default")

    file.unlink()
    with pytest.raises(DoesNotStart, match="can't be read"):
        secret("SECRET_KEY")


@pytest.mark.django_db
def test_web_worker_and_beat_refuse_a_database_that_lacks_a_migration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The web server chooses its limits when it is loaded; other tests of this process keep theirs.
    monkeypatch.setattr(limits, "_chosen", [*limits._chosen])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'clocks'")
    said = r"migrations are missing in the database, the first is clocks\.0001_initial"
    with pytest.raises(DoesNotStart, match=said):
        reload(import_module("config.asgi"))
    for begins in (worker_init, beat_init):
        with pytest.raises(DoesNotStart, match=said):
            begins.send(sender=None)


ASKED = """
import json
from django.conf import settings
names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECRET_KEY_FALLBACKS", "DATABASES"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def test_a_site_with_tls_has_cookies_that_no_neighbour_can_set(tmp_path: Path) -> None:
    (tmp_path / "database").write_text("postgresql://pavilion_app:word@postgres/pavilion")
    told = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SITE_URL": GOOD.site_url,
        "SECRET_KEY": KEY,
        "SECRET_KEY_FALLBACKS": f"{KEY[::-1]}, {KEY[1:]}",
        "ALLOWED_HOSTS": "pavilion.example",
        "REDIS_URL": GOOD.broker,
        "DATABASE_URL_FILE": str(tmp_path / "database"),
    }
    found = json.loads(said_by(told))
    names = ("SESSION", "CSRF", "LANGUAGE")
    assert all(found[f"{name}_COOKIE_NAME"].startswith("__Host-") for name in names)
    assert all(found[f"{name}_COOKIE_SECURE"] is True for name in names)
    assert found["SECURE_HSTS_SECONDS"] >= 31536000
    assert found["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert found["SECRET_KEY_FALLBACKS"] == [KEY[::-1], KEY[1:]]
    assert found["DATABASES"]["default"]["HOST"] == "postgres"

    refused = said_by({**told, "PAVILION_DEMO": "1"}, code=1)
    assert refused.startswith("Pavilion does not start: PAVILION_DEMO")
    assert refused.count("\n") == 1


def said_by(told: dict[str, str], *, code: int = 0) -> str:
    command = [sys.executable, "-c", ASKED]
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout or done.stderr
