"""What can be known about the production files without an engine to run them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def test_every_service_says_whether_it_is_well(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"web", "worker", "beat", "migrate", "postgres", "valkey", "proxy"}
    without = {name for name, service in services.items() if "healthcheck" not in service}
    assert without == {"migrate"}


def test_only_the_proxy_can_be_reached_from_outside(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_only_migrations_know_the_owner(compose: dict[str, Any]) -> None:
    for name in ("web", "worker", "beat"):
        told = compose["services"][name]["environment"]
        assert "pavilion_app:" in told["DATABASE_URL"]
        assert "OWNER_PASSWORD" not in str(told)
    migrate = compose["services"]["migrate"]["environment"]
    assert "pavilion_owner:" in migrate["PAVILION_OWNER_DATABASE_URL"]


def test_the_demo_is_off(compose: dict[str, Any]) -> None:
    assert "PAVILION_DEMO" not in (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


def test_what_the_services_are_told_is_what_the_settings_read(compose: dict[str, Any]) -> None:
    settings = (ROOT / "config" / "settings.py").read_text(encoding="utf-8")
    settings += (ROOT / "config" / "migrate.py").read_text(encoding="utf-8")
    for name in ("web", "worker", "beat", "migrate"):
        for variable in compose["services"][name]["environment"]:
            assert f'"{variable}"' in settings or variable == "DATABASE_URL", variable


def test_volumes_and_files_that_are_mounted_exist(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in compose["volumes"] or (ROOT / source).is_file(), source


def test_the_image_runs_as_nobody_special_from_locked_packages() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.txt" in text
    final = text.rpartition("\nFROM ")[2]
    assert re.search(r"^USER pavilion$", final, re.MULTILINE)


def test_the_image_holds_every_app_and_nothing_of_the_tests() -> None:
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert {f"!{app}" for app in apps | {"config", "templates", "static", "locale"}} <= set(allowed)
    assert allowed[0] == "*"
    assert "!tests" not in allowed
