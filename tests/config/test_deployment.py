"""What can be known about the production files without an engine to run them."""

import json
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
    assert set(services) == {
        "web",
        "worker",
        "beat",
        "watch",
        "migrate",
        "postgres",
        "valkey",
        "proxy",
    }
    without = {name for name, service in services.items() if "healthcheck" not in service}
    assert without == {"migrate"}


def test_only_the_proxy_can_be_reached_from_outside(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_only_migrations_know_the_owner(compose: dict[str, Any]) -> None:
    owner = {"owner_database_url", "owner_password", "superuser_password"}
    for name, service in compose["services"].items():
        known = owner & set(service.get("secrets", []))
        expected = {"migrate": {"owner_database_url"}, "postgres": owner - {"owner_database_url"}}
        assert known == expected.get(name, set()), name


def test_the_owner_of_the_tables_is_no_superuser(compose: dict[str, Any]) -> None:
    assert compose["services"]["postgres"]["environment"]["POSTGRES_USER"] == "postgres"
    roles = (ROOT / "deploy" / "roles.sh").read_text(encoding="utf-8")
    for role in ("pavilion_owner", "pavilion_app"):
        assert f"CREATE ROLE {role} LOGIN NOSUPERUSER" in roles


def test_no_secret_stands_in_the_environment(compose: dict[str, Any]) -> None:
    made = (ROOT / "deploy" / "secrets.sh").read_text(encoding="utf-8")
    for name, secret in compose["secrets"].items():
        assert secret == {"file": f"./secrets/{name}"}
        assert re.search(rf"\b{name}\b", made), name
    for name, service in compose["services"].items():
        assert set(service.get("secrets", [])) <= set(compose["secrets"])
        for variable, value in service.get("environment", {}).items():
            bare = re.search(r"PASSWORD|SECRET|KEY|DATABASE_URL|REDIS_URL", variable)
            assert not bare or variable.endswith("_FILE"), (name, variable)
            if variable.endswith("_FILE"):
                assert str(value).removeprefix("/run/secrets/") in service["secrets"]


def test_the_proxy_reaches_nothing_but_the_web_server(compose: dict[str, Any]) -> None:
    services, networks = compose["services"], compose["networks"]
    assert services["proxy"]["networks"] == ["front"]
    assert [name for name in services if "front" in services[name]["networks"]] == ["web", "proxy"]
    for name in ("postgres", "valkey"):
        assert services[name]["networks"] == ["back"]
    assert networks["back"] == {"internal": True}


def test_every_container_is_held_short(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert {"mem_limit", "pids_limit"} <= set(service), name
        assert service["cap_drop"] == ["ALL"], name
        assert service["read_only"] is True, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert all("size=" in place for place in service["tmpfs"]), name
        image = service.get("image", "")
        assert "build" in service or re.search(r"@\$\{[A-Z]+_DIGEST:\?", image), name
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        assert not line.startswith("FROM ") or "@${PYTHON_DIGEST}" in line


def test_valkey_asks_for_a_password(compose: dict[str, Any]) -> None:
    valkey = compose["services"]["valkey"]
    assert "requirepass $$(cat /run/secrets/valkey_password)" in valkey["command"][-1]
    assert valkey["secrets"] == ["valkey_password"]


def test_the_demo_is_off(compose: dict[str, Any]) -> None:
    assert "PAVILION_DEMO" not in (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


def test_what_the_services_are_told_is_what_the_settings_read(compose: dict[str, Any]) -> None:
    settings = (ROOT / "config" / "settings.py").read_text(encoding="utf-8")
    settings += (ROOT / "config" / "migrate.py").read_text(encoding="utf-8")
    for more in ("posted.py", "carriers.py"):
        settings += (ROOT / "config" / more).read_text(encoding="utf-8")
    for name in ("web", "worker", "beat", "watch", "migrate"):
        for variable in compose["services"][name]["environment"]:
            assert f'"{variable.removesuffix("_FILE")}"' in settings, variable


# Of `make run` and the tests alone; or never to be on where people live.
LOCAL = {
    *("PORT", "HOST", "CHROMIUM", "NO_COLOR", "FORCE_COLOR"),
    *("PAVILION_DEMO", "PAVILION_DEBUG"),
}
# Written in the image.
IN_IMAGE = {"MEDIA_ROOT", "RECORD_ROOT", "STATIC_ROOT", "PAVILION_VAR"}


@pytest.fixture(scope="module")
def table() -> dict[str, str]:
    """README's settings, each with its default."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Settings")[2]
    found: dict[str, str] = {}
    for line in section.partition("\n## ")[0].splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 3 and cells[1].startswith("`"):
            names = re.findall(r"`([^`]+)`", cells[1])
            several = cells[2].split(", ")
            defaults = several if len(several) == len(names) else [cells[2]] * len(names)
            found.update(zip(names, (one.strip("`") for one in defaults), strict=True))
    return found


def test_compose_passes_every_setting_of_the_table_and_no_other(
    compose: dict[str, Any], table: dict[str, str]
) -> None:
    owner = {"PAVILION_OWNER_DATABASE_URL"}
    for name in ("web", "worker", "beat", "watch", "migrate"):
        told = compose["services"][name]["environment"]
        passed = {variable.removesuffix("_FILE") for variable in told}
        expected = set(table) - LOCAL - IN_IMAGE - (set() if name == "migrate" else owner)
        assert passed == expected, name
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert all(f" {name}=" in image for name in IN_IMAGE)


def test_the_table_names_every_setting_that_is_read(table: dict[str, str]) -> None:
    read = set()
    for name in ("settings.py", "migrate.py", "posted.py", "carriers.py"):
        text = (ROOT / "config" / name).read_text(encoding="utf-8")
        reading = r"(?:environ\.get\(|environ\[|flag\(|secret\()\s*\"([A-Z_]+)\""
        read |= set(re.findall(reading, text))
    assert read - set(table) == set()


def test_what_nobody_sets_is_as_the_table_says(
    compose: dict[str, Any], table: dict[str, str]
) -> None:
    told = compose["services"]["web"]["environment"]
    limits = ("POSTED_SESSION_HOURS", "POSTED_IDLE_MINUTES", "PROOF_MINUTES", "NUMBERS_AN_HOUR")
    sweeps = ("SWEEP_SECONDS", "SWEEP_BATCH")
    for name in ("EMAIL_PORT", "READ_NOTICES_KEPT_DAYS", "LOG_LEVEL", *limits, *sweeps):
        assert told[name] == f"${{{name}:-{table[name]}}}"
    for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"):
        assert told[name] == f"${{{name}:-{table[name]}}}"


def test_no_log_grows_for_ever(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert set(service["logging"]["options"]) == {"max-size", "max-file"}, name


def test_volumes_and_files_that_are_mounted_exist(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in compose["volumes"] or (ROOT / source).is_file(), source


def test_the_security_log_outlives_the_containers_and_is_where_the_command_reads(
    compose: dict[str, Any],
) -> None:
    """`manage.py security_log` reads SECURITY_LOG, in whichever service it is called."""
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    for name in ("web", "worker", "beat", "watch", "migrate"):
        service = compose["services"][name]
        # Without a colon: whoever sets it empty has it in the output of the container.
        found = re.fullmatch(r"\$\{SECURITY_LOG-(/[^}]+)\}", service["environment"]["SECURITY_LOG"])
        assert found is not None, name
        assert f"security-log:{found[1]}" in service["volumes"], name
        # A new volume is its user's, and nobody else's, as the image made the folder.
        made = re.search(r"install -d -o pavilion -g pavilion -m 0700 (.*)", image)
        assert made is not None
        assert found[1] in made[1].split()
    assert "security-log" in compose["volumes"]


def test_the_image_runs_as_nobody_special_from_locked_packages() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.txt" in text
    final = text.rpartition("\nFROM ")[2]
    assert re.search(r"^USER pavilion$", final, re.MULTILINE)


def test_the_image_asks_whether_it_may_serve_before_it_does() -> None:
    command = (ROOT / "Dockerfile").read_text(encoding="utf-8").rpartition("\nCMD ")[2]
    assert json.loads(command.replace("\\\n", ""))[-1].startswith(
        "python -m config.migrated && exec granian --interface asgi "
    )


def test_the_image_holds_every_app_and_nothing_of_the_tests() -> None:
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert {f"!{app}" for app in apps | {"config", "templates", "static", "locale"}} <= set(allowed)
    assert allowed[0] == "*"
    assert "!tests" not in allowed
