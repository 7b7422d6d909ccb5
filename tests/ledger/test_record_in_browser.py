"""A resident looks up a receipt on a phone, without being signed in."""

from __future__ import annotations

import re
from pathlib import Path

from django.db import transaction
from playwright.sync_api import Page, expect

from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.models import Entry
from tests.harness.common_site import Common
from tests.ledger.factories import act


def make_record() -> None:
    with transaction.atomic():
        append([act("issue:shown"), act("issue:hidden", public=False, kind="dispute.raised")])
    seal()


def test_a_receipt_is_found_and_proven_and_the_files_are_saved(
    common_site: Common, page: Page, tmp_path: Path
) -> None:
    make_record()
    receipt = Entry.objects.get(stream__name="issue:hidden").receipt
    page.goto(f"{common_site.url}/record/")
    box = page.locator("input[name=receipt]")
    box.fill("1234")
    box.press("Enter")
    expect(box).to_have_value("1234")
    expect(page.locator("#main")).to_contain_text("16")
    box.fill(f"{receipt[:8].upper()} {receipt[8:20]}")
    box.press("Enter")
    expect(page).to_have_url(re.compile(f"/record/entries/{receipt}/$"))
    expect(page.locator("#main")).to_contain_text(receipt)
    expect(page.locator("#main")).not_to_contain_text("dispute")
    page.locator("summary").last.click()
    expect(page.locator("#main .facts")).to_be_visible()
    save_files(page, f"{common_site.url}/record/", tmp_path)


def save_files(page: Page, address: str, folder: Path) -> None:
    """The names are those that the steps of the page use."""
    page.goto(address)
    for name in ("record.jsonl", "verify.py"):
        with page.expect_download() as download:
            page.locator(f"a[download='{name}']").click()
        assert download.value.suggested_filename == name
        download.value.save_as(folder / name)
        assert (folder / name).stat().st_size > 300
