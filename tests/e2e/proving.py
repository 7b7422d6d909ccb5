"""Look at the record as somebody outside does, who trusts nobody."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.request
from pathlib import Path

from django.core.management import call_command
from playwright.sync_api import expect

from tests.e2e.people import Person
from tests.e2e.words import zh
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld

SEALED_WITHIN = 120


def check_the_receipt(reader: Person, receipt: str) -> None:
    """The proof stands on the receipt's page within two minutes."""

    def sealed() -> bool:
        reader.go(f"/record/entries/{receipt}/")
        return reader.page.locator(".head-code").is_visible()

    wait_until(sealed, seconds=SEALED_WITHIN, what="the receipt's seal")
    fits = zh("This receipt stands in seal %(number)s").replace("%(number)s", r"\d+")
    expect(reader.page.get_by_text(re.compile(fits))).to_be_visible()


def check_the_record(world: LiveWorld, site: str, receipt: str) -> None:
    """The command and the program that anybody can download both find it whole."""
    call_command("check_chain")
    call_command("check_council")
    world.manage("verify_ledger")
    record = fetched(f"{site}/record/download/", world.folder / "record.jsonl")
    program = fetched(f"{site}/record/verify.py", world.folder / "verify.py")
    command = [sys.executable, "-I", str(program), str(record), "--receipt", receipt]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def fetched(address: str, file: Path) -> Path:
    with urllib.request.urlopen(address) as answer:
        file.write_bytes(answer.read())
    return file
