"""One line of JSON for what bears on security, and never a number, a name or words."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.actions.devices import sign_out_everywhere
from accounts.actions.erase import erase_user
from accounts.actions.factors import (
    give_factor,
    renew_recovery_codes,
    set_up_factor,
    take_factor_away,
)
from accounts.actions.make_sign_in_link import make_sign_in_link
from accounts.actions.set_email import set_email
from accounts.asker import digest_of_person
from accounts.models import Device
from accounts.queries.factors import recovery_codes_of
from accounts.queries.security_log import chosen
from accounts.security_log import Kind, note
from config.logs import FileOfTheDay, JsonLine
from tests.accounts.factories import make_user
from tests.accounts.factoring import SECRET, digits, with_factor
from tests.accounts.walking import ask_for_code, enter_code, last_code, sign_in
from tests.harness.security_lines import security_lines

PHONE = "13800138000"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the log is written for this test."""
    handler = FileOfTheDay(str(tmp_path / "log"))
    handler.setFormatter(JsonLine())
    logger = logging.getLogger("pavilion.security")
    before, logger.handlers = logger.handlers, [handler]
    yield tmp_path / "log"
    logger.handlers = before


def read(folder: Path, *asked: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("security_log", str(folder), *asked, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.django_db
def test_signing_in_wrong_codes_and_what_is_refused_are_written_down(folder: Path) -> None:
    user, client = make_user("+8613800138000", name="王大妈"), Client()
    ask_for_code(client, PHONE)
    enter_code(client, f"{(int(last_code()) + 1) % 1_000_000:06d}")
    enter_code(client, last_code())
    client.post("/sign-out/")
    assert Client(enforce_csrf_checks=True).post("/sign-out/").status_code == 403

    entries = read(folder)
    kinds = ["wrong_code", "signed_in", "signed_out", "refused"]
    assert [entry["kind"] for entry in entries] == kinds
    assert entries[1]["by"] == "code"
    assert all(datetime.fromisoformat(entry["at"]).tzinfo == UTC for entry in entries)
    assert entries[0]["number"]
    assert entries[3]["view"] == "accounts:sign_out"
    assert len({entry["address"] for entry in entries}) == 1
    mine = digest_of_person(user.pk)
    assert [entry["kind"] for entry in read(folder, "--person", mine)] == kinds[1:3]
    assert read(folder, "--id", str(user.pk)) == read(folder, "--person", mine)
    assert [entry["kind"] for entry in read(folder, "--kind", "refused")] == ["refused"]
    text = "".join(file.read_text() for file in folder.iterdir())
    assert PHONE not in text
    assert "王大妈" not in text


@pytest.mark.django_db
def test_a_wrong_second_factor_is_written_down(folder: Path) -> None:
    user = make_user("+8613800138000")
    give_factor(user, code="000000", actor=user, now=timezone.now())
    (entry,) = read(folder)
    assert (entry["kind"], entry["person"]) == ("wrong_code", digest_of_person(user.pk))


def test_what_is_no_word_of_ours_is_left_out(folder: Path) -> None:
    note(Kind.REFUSED, act="楼道灯", thing=PHONE, view="issues:act", way="a\nb", count=3)
    (entry,) = read(folder)
    assert (entry["act"], entry["thing"], entry["way"]) == ("?", "?", "?")
    assert (entry["view"], entry["count"]) == ("issues:act", 3)


def test_entries_are_found_since_a_moment_and_among_lines_of_containers(
    folder: Path, tmp_path: Path
) -> None:
    note(Kind.SIGNED_IN, person=1)
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    assert len(read(folder, "--since", "1h")) == 1
    assert read(folder, "--since", soon) == []
    common = tmp_path / "common.log"
    line = next(folder.iterdir()).read_text()
    common.write_text(
        f'INFO django: started\nweb-1  | {line}web-1  | {{"at": 5}}\nweb-1 | {{"at":\n'
    )
    assert [entry["kind"] for entry in read(common)] == ["signed_in"]
    # What others write so is none of ours, whatever is asked of it.
    with common.open("a") as log:
        log.write('{"at": "2126-11-30T08:00:00", "kind": "signed_in"}\n')
    assert len(read(common, "--since", "1h")) == 1


def test_so_many_days_are_kept_as_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.logs.KEPT", 3)
    folder.mkdir()
    for day in range(1, 5):
        (folder / f"2020-01-0{day}.jsonl").touch()
    note(Kind.SIGNED_IN, person=1)
    kept = sorted(file.name for file in folder.iterdir())
    assert len(kept) == 3
    assert kept[:2] == ["2020-01-03.jsonl", "2020-01-04.jsonl"]


@pytest.mark.django_db
def test_what_becomes_of_a_second_factor_is_written_down(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    person, other, now = make_user(), make_user(), timezone.now()
    with security_lines() as lines, django_capture_on_commit_callbacks(execute=True):
        with_factor(person, now=now)
        give_factor(person, code=digits(now), actor=person, now=now)
        give_factor(person, code=recovery_codes_of(person)[0], actor=person, now=now)
        renew_recovery_codes(person, actor=person)
        with_factor(person, now=now)
        wrong = f"{(int(digits(now)) + 1) % 1_000_000:06d}"
        set_up_factor(person, secret=SECRET, code=wrong, replaces=True, actor=person, now=now)
        take_factor_away(person, actor=other)
        # There is none any more.
        take_factor_away(person, actor=other)
    kinds = [
        *("factor_set_up", "factor_given", "recovery_code_used", "recovery_codes_renewed"),
        *("factor_set_up", "wrong_code", "factor_taken_away"),
    ]
    assert [line["kind"] for line in lines] == kinds
    assert {line["person"] for line in lines[:6]} == {digest_of_person(person.pk)}
    # Who did it, and to whom.
    assert lines[6]["person"] == digest_of_person(other.pk)
    assert lines[6]["of"] == digest_of_person(person.pk)
    written = [json.dumps({"at": now.isoformat(), **line}) for line in lines]
    assert list(chosen(written, person=lines[6]["of"]))[-1]["kind"] == "factor_taken_away"


@pytest.mark.django_db
def test_signing_out_elsewhere_a_link_an_address_and_an_end_are_written_down(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    person = make_user("+8613800138000")
    sign_in(client, PHONE)
    with security_lines() as lines, django_capture_on_commit_callbacks(execute=True):
        there = Client()
        secret = make_sign_in_link(person, actor=None, now=timezone.now())
        there.post(f"/sign-in/link/{secret}/")
        device = Device.objects.get(session_key=there.session.session_key)
        client.post("/me/devices/", {"device": device.pk})
        # It is signed out already.
        client.post("/me/devices/", {"device": device.pk})
        set_email(person, "wang@example.cn", actor=person)
        sign_out_everywhere(person, actor=None)
        erase_user(person, actor=person, now=timezone.now())
    kinds = ["signed_in", "device_signed_out", "email_changed", "signed_out_everywhere", "erased"]
    assert sorted(line["kind"] for line in lines) == sorted(kinds)
    assert [line["by"] for line in lines if line["kind"] == "signed_in"] == ["link"]
    assert "wang" not in str(lines)
