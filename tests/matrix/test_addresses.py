"""Every address × every role × inside and outside its place (the table is in table.py)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.harness.signing_in import signed_in
from tests.matrix.addresses import names
from tests.matrix.administration import ADMINISTRATION, UNNAMED
from tests.matrix.drawing import EachOnce
from tests.matrix.stage import Stage
from tests.matrix.table import ROWS as OURS
from tests.matrix.table import Answers, Row
from tests.matrix.table_screens import SCREEN_PAGES
from tests.matrix.table_secret import SECRET_PAGES
from tests.matrix.table_sittings import SITTING_PAGES
from tests.matrix.table_year import YEAR_PAGES
from tests.matrix.who import (
    CLASSES,
    EVERYONE,
    GRID,
    OF_EACH_ROLE,
    REPORTER,
    VISITOR,
    speakers,
)

POLICY = "default-src 'none'"
ROWS = [*OURS, *YEAR_PAGES, *SITTING_PAGES, *SECRET_PAGES, *SCREEN_PAGES, *ADMINISTRATION]
SENDINGS = [row for row in ROWS if row.post]
FEW = (VISITOR, REPORTER, "staff", "administrator")


def ids(row: Row) -> str:
    return re.sub(r"\W+", "-", row.title)


def test_every_address_stands_in_the_table() -> None:
    known = {row.name for row in ROWS}
    missing = [name for name in names() if name not in known and name not in UNNAMED]
    assert missing == [], f"Say in tests/matrix/table.py who may ask for: {', '.join(missing)}"


def test_the_table_speaks_of_addresses_there_are() -> None:
    assert [row.name for row in ROWS if row.name not in names()] == []


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_everyone_who_asks_gets_the_answer_of_the_table(stage: Stage, row: Row) -> None:
    path, draws, got = reverse(row.name, args=row.at(stage)), EachOnce(), {}
    for name in people(row, row.get):
        # Of those who get the same answer, one sees the page drawn.
        with draws.of(row.get[name]):
            got[name] = ask(stage.client(name), path)
    assert surprises(got, row.get) == {}, path


@pytest.mark.parametrize("row", SENDINGS, ids=ids)
def test_everyone_who_sends_an_empty_form_gets_the_answer_of_the_table(
    stage: Stage, row: Row
) -> None:
    path, draws, got = reverse(row.name, args=row.at(stage)), EachOnce(), {}
    for name in people(row, row.post):
        with draws.of(row.post[name]):
            got[name] = send(stage, name, path)
    assert surprises(got, row.post) == {}, path


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_nothing_is_sent_without_the_token_of_our_own_page(stage: Stage, row: Row) -> None:
    path = reverse(row.name, args=row.at(stage))
    for client in (Client(enforce_csrf_checks=True), signed_in_strictly(stage)):
        answer = client.post(path)
        assert answer.status_code == 403, path
        assert "刷新" in answer.content.decode()


def people(row: Row, answers: Answers) -> tuple[str, ...]:
    """Somebody of each class, and fewer at doors where nobody asks about the place of a person.

    An address with nothing there refuses whoever comes: a few try. Where all get the same page,
    and before the administration, which lets in administrators and nobody else, one of each
    role tries; who has the same role elsewhere would be let in or refused by the same line.
    """
    if set(answers.values()) <= {404, 405}:
        return FEW
    same = len(set(answers.values())) == 1
    if same or row.name.startswith("admin:"):
        return OF_EACH_ROLE
    return speakers(answers, ROWS.index(row))


def test_everybody_speaks_for_a_class_and_comes_in_turn() -> None:
    assert sorted(name for line in CLASSES for name in line) == sorted(EVERYONE)
    same = dict.fromkeys(EVERYONE, 404)
    came = {name for number in range(4) for name in speakers(same, number)}
    assert came == set(EVERYONE)
    assert set(GRID) <= set(speakers({**same, "grid_head": 200}, 0))


def surprises(got: Answers, wanted: Answers) -> dict[str, str]:
    return {
        name: f"{status}, not {wanted[name]}"
        for name, status in got.items()
        if status != wanted[name]
    }


def ask(client: Client, path: str) -> int:
    return safe(client.get(path), path)


def send(stage: Stage, name: str, path: str) -> int:
    """Undone at once, the session with it, so that nobody is changed by who came before."""
    client = stage.client(name)
    kept = client.cookies.output(header="")
    with transaction.atomic():
        status = safe(client.post(path), path)
        transaction.set_rollback(True)
    client.cookies.clear()
    client.cookies.load(kept)
    return status


def safe(answer: Any, path: str) -> int:
    """The status, of an answer with a policy that lets nothing inline run."""
    policy = answer.headers.get("Content-Security-Policy", "")
    assert POLICY in policy, path
    assert "unsafe" not in policy, path
    return int(answer.status_code)


def signed_in_strictly(stage: Stage) -> Client:
    return signed_in(stage.world.staff, enforce_csrf_checks=True)
