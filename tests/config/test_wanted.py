"""A number that is none, or is absurd, ends the start in a sentence, by README's table."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from config.launcher.failure import LauncherFailure
from config.launcher.listening import port_of
from config.launcher.places import ROOT
from config.launcher.variables import refuse_wrong_settings
from config.told import DoesNotStart
from config.wanted import NUMBERS, RULES, fitting, measure, whole

ROW = re.compile(r"^\| (`[A-Z_`, ]+`) \| ([^|]+) \|", re.MULTILINE)
NUMERIC = re.compile(r"`(\d+)`")
# Those of make run alone; the others are flags.
OF_THE_LAUNCHER = {"PORT"}
NO_NUMBERS = [
    "x",
    "-1",
    "-0",
    "nan",
    "inf",
    "1e9",
    "1_0",
    "٣",
    "1,5",
    "0x10",
    "9" * 13,
    "9" * 5_000,
]
TOLD = {
    "PATH": os.environ["PATH"],
    "SECRET_KEY": "8f1d3b5a7c9e0246" * 4,
    "DJANGO_SETTINGS_MODULE": "config.settings",
}
READ = "from django.conf import settings; print(settings.DEBUG)"


def numeric_settings() -> dict[str, str]:
    """By README's table: the name and the default of each that has a number as default."""
    found: dict[str, str] = {}
    for names, defaults in ROW.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        each = re.findall(r"[A-Z_]+", names)
        values = [part.strip() for part in defaults.split(",")]
        if len(values) == len(each):
            found |= {
                name: said[1]
                for name, value in zip(each, values, strict=True)
                if (said := NUMERIC.fullmatch(value))
            }
    return {name: value for name, value in found.items() if name not in OF_THE_LAUNCHER}


def test_each_number_of_the_readme_has_its_bounds_and_no_other() -> None:
    assert len(numeric_settings()) > 10
    assert set(numeric_settings()) == set(NUMBERS)


@pytest.mark.parametrize("name", NUMBERS)
def test_what_is_no_number_is_refused_in_a_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in NO_NUMBERS:
        monkeypatch.setenv(name, text)
        said = f"{name}={text} does not fit: give "
        with pytest.raises(DoesNotStart) as refused:
            whole(name, 1)
        assert str(refused.value).startswith(f"Pavilion does not start: {said}")
        with pytest.raises(LauncherFailure) as failed:
            refuse_wrong_settings()
        assert str(failed.value).startswith(said)
    for text in ("", "  ", numeric_settings()[name], f" {numeric_settings()[name]} "):
        monkeypatch.setenv(name, text)
        refuse_wrong_settings()
        assert measure(name, 7) == float(text.strip() or 7)


@pytest.mark.parametrize("name", NUMBERS)
def test_what_the_settings_read_is_what_they_refuse(name: str) -> None:
    """As under compose, where no launcher has looked before: no traceback."""
    command = [sys.executable, "-c", READ]
    told = {**TOLD, name: "-1"}
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Pavilion does not start: {name}=-1 does not fit: give ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SWEEP_SECONDS", "0"),
        ("SWEEP_SECONDS", "86400"),
        ("SWEEP_BATCH", "0"),
        ("SLOW_LINES_AN_ADDRESS", "0"),
        ("SLOW_GRACE_SECONDS", "0.01"),
        ("UPLOADS_MB", "0"),
        ("PHOTOS_AT_ONCE", "5000"),
        ("READ_NOTICES_KEPT_DAYS", "0"),
        ("EMAIL_PORT", "70000"),
        ("CODES_PER_DAY", "0"),
        ("LIMITS", "matters=viele"),
        ("LOG_LEVEL", "loud"),
        ("SITE_URL", "http://[::1"),
        ("SITE_URL", "pavilion.example"),
    ],
)
def test_what_nobody_can_mean_is_refused(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert name in RULES
    monkeypatch.setenv(name, text)
    with pytest.raises(DoesNotStart, match=f"{name}=.* does not fit"):
        fitting(name, "")


@pytest.mark.parametrize("text", ["0", "65536", "9" * 5_000, "-1", "8_000"])
def test_a_port_that_is_none(text: str) -> None:
    with pytest.raises(LauncherFailure, match="is no port"):
        port_of(text)
