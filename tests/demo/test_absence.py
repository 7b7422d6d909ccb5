"""Without PAVILION_DEMO=1 there is no demo: no address, no command, no link and no code of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.harness.template import url_of

pytestmark = [pytest.mark.django_db, pytest.mark.processes]

ROOT = Path(__file__).resolve().parent.parent.parent


def looked_for(demo: str) -> dict[str, Any]:
    """What a process of its own finds. Debugging, since nothing was collected for its pages."""
    told = {"PAVILION_DEBUG": "1", "DATABASE_URL": url_of(connection.settings_dict["NAME"])}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.demo.absence"],
        cwd=ROOT,
        env={**os.environ, **told, "PAVILION_DEMO": demo},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_without_the_setting_nothing_of_the_demo_is_there() -> None:
    """What else means off: tests/config/test_refusals.py."""
    assert looked_for("0") == {
        "answers": [404, 404, 404],
        "sent": 404,
        "command": False,
        "modules": [],
        "page": 200,
        "asked": [True, 12, 30, 10],
        "named": False,
    }


def test_with_the_setting_the_same_look_finds_it() -> None:
    found = looked_for("1")
    assert found["modules"]
    assert found["command"]
    assert found["named"]
    assert found["answers"] == [200, 405, 200]
    assert found["asked"] == [False, 0, 0, 0]
