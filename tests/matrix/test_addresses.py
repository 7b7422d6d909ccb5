"""Every address × every role × inside and outside its place (the table is in table.py)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from issues.models import Draft
from tests.accounts.walking import enter_code, last_code
from tests.harness.signing_in import client_of
from tests.matrix.addresses import names
from tests.matrix.administration import ADMINISTRATION, UNNAMED
from tests.matrix.arranging import arranged
from tests.matrix.chinese import odd_on
from tests.matrix.comers import GET, POST, Comers, answers_of, is_asked_here, said
from tests.matrix.drawing import EachOnce, undrawn
from tests.matrix.signed_out import (
    NEXT_PERSON,
    OWN_PAGES,
    WORDS,
    WRITER,
    give,
    rows_of_acts,
    sent_signed_out,
    way_in,
    words_everywhere,
)
from tests.matrix.stage import Stage
from tests.matrix.table import ROWS as OURS
from tests.matrix.table import Row, all_get, but
from tests.matrix.table_screens import SCREEN_PAGES
from tests.matrix.table_secret import SECRET_PAGES
from tests.matrix.table_sittings import SITTING_PAGES
from tests.matrix.table_year import YEAR_PAGES
from tests.matrix.who import (
    CLASSES,
    EVERYONE,
    GRID,
    SIGNED_IN,
    Answers,
    a_third,
    class_of,
    for_each_answer,
    some,
)
from tests.matrix.wrong import all_wrong, drawn, unsaid

POLICY = "default-src 'none'"
ROWS = [*OURS, *YEAR_PAGES, *SITTING_PAGES, *SECRET_PAGES, *SCREEN_PAGES, *ADMINISTRATION]
COMERS = Comers(ROWS)


# Of so many addresses one test is made: to begin and undo one takes as long as to ask.
AT_ONCE = 16
Rows = list[Row]


def ids(rows: Rows) -> str:
    return re.sub(r"\W+", "-", f"{rows[0].title} to {rows[-1].title}")


def some_at_once(rows: Rows) -> list[Rows]:
    return [rows[at : at + AT_ONCE] for at in range(0, len(rows), AT_ONCE)]


def wrong_among(stage: Stage, rows: Rows, asked: Callable[[Row, str], object]) -> dict[str, object]:
    """What `asked` says is wrong, by address; what was done is undone after each."""
    found = {}
    for row, given in arranged(stage, rows):
        if wrong := asked(row, reverse(row.name, args=given)):
            found[row.title] = wrong
    return found


def test_every_address_stands_in_the_table() -> None:
    known = {row.name for row in ROWS}
    missing = [name for name in names() if name not in known and name not in UNNAMED]
    assert missing == [], f"Say in tests/matrix/table.py who may ask for: {', '.join(missing)}"


def test_the_table_speaks_of_addresses_there_are() -> None:
    assert [row.name for row in ROWS if row.name not in names()] == []


@pytest.mark.parametrize("rows", some_at_once(ROWS), ids=ids)
def test_everyone_who_comes_gets_the_answer_of_the_table(stage: Stage, rows: Rows) -> None:
    """Who looks, asks, sends an empty form, and sends it without the token of our own page.

    Whatever is wrong with a form is said on the page that answers, where all of it is wrong.
    """
    draws = EachOnce()

    def looked(row: Row, path: str) -> dict[str, object]:
        who = looks(row)
        odd = odd_on(row, page_of(stage.client(who), path)) if who else []
        return {"reads": odd} if odd else {}

    def asked(row: Row, path: str) -> dict[str, str]:
        got = {}
        for name in COMERS.to(row, GET):
            if row.get[name] == 200 and looks(row) in class_of(name):
                continue  # somebody of this class has looked
            with draws.of(row.get[name]):
                got[name] = ask(stage.client(name), path)
        return surprises("asks", got, row.get)

    def sent(row: Row, path: str) -> dict[str, str]:
        got = {}
        for name in COMERS.to(row, POST):
            with draws.of(row.post[name]):
                got[name] = send(stage, name, path)
        return surprises("sends", got, row.post)

    def taken(row: Row, path: str) -> dict[str, str]:
        # Refused before anybody asks who came: here by a visitor, there by one who signed in.
        client = Client(enforce_csrf_checks=True) if ROWS.index(row) % 2 else strict(stage)
        with undrawn():
            status = client.post(path).status_code
        return {} if status == 403 else {"without the token": str(status)}

    def refused(row: Row, path: str) -> dict[str, object]:
        who = takes_a_form(row)
        form = drawn(stage.client(who), path) if who else None
        lost = unsaid(stage.client(who), path, all_wrong(form)) if form else []
        return {"does not say": lost} if lost else {}

    def wrong(row: Row, path: str) -> dict[str, object]:
        ways = (looked, asked, sent, taken, refused)
        return {key: value for way in ways for key, value in way(row, path).items()}

    assert wrong_among(stage, rows, wrong) == {}


def looks(row: Row) -> str:
    """Who sees the page drawn, as the first who may; empty where nobody may."""
    return next((name for name, status in row.get.items() if status == 200), "")


def takes_a_form(row: Row) -> str:
    """Whose form is answered with what is wrong in it, outside the administration."""
    who = next((name for name in row.post if row.post[name] == row.get.get(name, 0) + 222), "")
    return "" if row.name.startswith("admin:") else who


def test_who_sends_without_the_token_is_told_what_to_do(stage: Stage) -> None:
    for client in (Client(enforce_csrf_checks=True), strict(stage)):
        answer = client.post(reverse("issues:raise"))
        assert answer.status_code == 403
        assert "刷新" in answer.content.decode()


def test_some_who_come_get_every_answer_and_everybody_comes_in_turn() -> None:
    answers = but(all_get(404), ["staff", "lead"], 200)
    for number in range(40):
        came = some(answers, number)
        assert {answers[name] for name in came} == {200, 404}
        assert len(came) == 2
    assert {some(answers, number)[0] for number in range(40)} == set(EVERYONE)


def test_everybody_speaks_for_a_class_and_comes_in_turn() -> None:
    assert sorted(name for line in CLASSES for name in line) == sorted(EVERYONE)
    same = dict.fromkeys(EVERYONE, 404)
    assert {name for number in range(12) for name in a_third(same, number)} == set(EVERYONE)
    assert set(GRID) <= set(for_each_answer(GRID, {**same, "grid_head": 200}, 0))


def test_every_class_comes_to_each_rule_for_each_of_its_answers() -> None:
    came = {said(door, name) for door in COMERS.doors for name in COMERS.to(*door)}
    for door in COMERS.doors:
        if is_asked_here(door):
            assert came.issuperset(said(door, name) for name in SIGNED_IN)
        answers = answers_of(*door)
        assert {answers[name] for name in COMERS.to(*door)} == set(answers.values())


def surprises(does: str, got: Answers, wanted: Answers) -> dict[str, str]:
    return {
        f"{name} {does}": f"{status}, not {wanted[name]}"
        for name, status in got.items()
        if status != wanted[name]
    }


def page_of(client: Client, path: str) -> str:
    """Empty where what is sent is no page."""
    answer = client.get(path)
    assert safe(answer, path) == 200, path
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return ""
    return str(answer.content.decode())


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


def strict(stage: Stage) -> Client:
    return client_of(stage.sessions["staff"], enforce_csrf_checks=True)


def test_the_next_person_meets_no_words_and_no_number_and_does_no_act(stage: Stage) -> None:
    client, ways = Client(), []
    place = {"building": str(stage.world.building.pk), "look": ""}
    fields = {**words_everywhere(), **place, "contact_phone": WRITER}
    paths = list(
        dict.fromkeys(reverse(row.name, args=row.at(stage)) for row in sent_signed_out(ROWS))
    )
    for path in [*paths, "/raise/"]:
        answer = client.post(path, {**fields, "submission": str(uuid4())})
        if answer.status_code in {302, 409} and (there := way_in(answer)):
            ways.append(there)
    assert [draft.is_sent for draft in Draft.objects.all()] == [True, True]
    assert len(set(ways)) > 50, ways
    for there in [ways[0], *(there for there in ways if there.startswith("/raise/"))]:
        give(client, WRITER, there)
    before = rows_of_acts()

    give(client, NEXT_PERSON, ways[-1])
    pages = {"/sign-in/code/": client.get("/sign-in/code/").content.decode()}
    there = enter_code(client, last_code())["Location"]

    for path in dict.fromkeys([there, *OWN_PAGES, *ways, *paths]):
        pages[path] = client.get(path, follow=True).content.decode()
    leaked = [path for path, page in pages.items() if WORDS in page or WRITER[3:] in page]
    assert leaked == []
    assert rows_of_acts() == before
    assert not Draft.objects.exclude(user=None).exists()
