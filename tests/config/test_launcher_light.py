"""What a command of the launcher loads before it does anything."""

import subprocess
import sys

from config.launcher.places import ROOT

LOADING = """
import sys
import config.launcher.__main__
print(*(name for name in ("django", "celery") if name in sys.modules))
import config.settings
from celery import current_app
print(current_app.main)
"""


def test_the_launcher_is_light_and_tasks_are_the_products_where_there_are_settings() -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOADING], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert said == "\npavilion\n"
