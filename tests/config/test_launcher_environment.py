from pathlib import Path

import pytest

from config.launcher.environment import Address, environment, secret_key
from config.launcher.places import Places

LOCAL = "127.0.0.1"


def told(var: Path, port: int) -> dict[str, str]:
    return environment(Places(var), Address(LOCAL, port), database="d", broker="b")


def test_two_clones_on_one_machine_do_not_share_cookies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SESSION_COOKIE_NAME", raising=False)
    first, second = told(tmp_path, 8000), told(tmp_path, 8001)
    for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SITE_URL"):
        assert first[name] != second[name]


def test_what_is_set_from_outside_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://pavilion.example")
    assert told(tmp_path, 8000)["SITE_URL"] == "https://pavilion.example"


def test_an_empty_variable_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "")
    assert len(told(tmp_path, 8000)["SECRET_KEY"]) > 50


def test_a_key_in_a_file_is_not_answered_with_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "")
    monkeypatch.setenv("SECRET_KEY_FILE", "/run/secrets/key")
    assert "SECRET_KEY" not in told(tmp_path, 8000)


def test_a_database_in_a_file_is_handed_on_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the address that was read of it; both would be refused by every part."""
    monkeypatch.setenv("DATABASE_URL_FILE", "/run/secrets/database_url")
    found = told(tmp_path, 8000)
    assert found["DATABASE_URL"] == "d"
    assert "DATABASE_URL_FILE" not in found


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    assert secret_key(file) == secret_key(file)
    assert file.stat().st_mode & 0o077 == 0
