from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.queries.heads import newest_head
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(client: Client) -> None:
    client.cookies["language"] = "en"


def test_before_the_first_seal_the_page_says_when_it_comes(client: Client) -> None:
    assert "Nothing is sealed yet" in client.get("/record/").content.decode()


def test_the_newest_code_and_the_count_are_shown(client: Client) -> None:
    append([act(), act()])
    seal()
    append([act()])
    page = client.get("/record/").content.decode()
    head = newest_head()
    assert head is not None
    assert head.code in page
    assert "2 entries are sealed" in page
    assert "1 more waits" in page


def test_seals_are_shown_twenty_a_page_newest_first(client: Client) -> None:
    append([act() for _ in range(23)])
    seal(largest=1)
    assert [head.seal for head in client.get("/record/").context["heads"]] == list(range(23, 3, -1))
    second = client.get("/record/?page=2")
    assert [head.seal for head in second.context["heads"]] == [3, 2, 1]


@pytest.mark.parametrize("seals", [1, 30])
def test_the_page_takes_three_queries_however_many_seals(client: Client, seals: int) -> None:
    append([act() for _ in range(seals)])
    seal(largest=1)
    with CaptureQueriesContext(connection) as captured:
        client.get("/record/")
    assert len(captured) == 3


def test_a_receipt_is_found_by_its_first_digits_however_they_are_grouped(client: Client) -> None:
    (entry, _) = append([act(), act()])
    typed = " ".join([entry.receipt[:8].upper(), entry.receipt[8:16]])
    answer = client.get("/record/", {"receipt": typed})
    assert answer.status_code == 302
    assert answer["Location"] == f"/record/entries/{entry.receipt}/"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "required"),
        ("abc", "16 to 64 digits"),
        ("<script>alert(1)</script>", "16 to 64 digits"),
        ("0123456789abcdef", "No entry of the record has this receipt"),
    ],
)
def test_what_is_no_receipt_gets_a_clear_sentence_and_keeps_what_was_typed(
    client: Client, typed: str, sentence: str
) -> None:
    append([act()])
    answer = client.get("/record/", {"receipt": typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "<script>alert" not in page
    assert typed.replace("<", "&lt;").replace(">", "&gt;") in page


def test_the_page_speaks_chinese_by_default() -> None:
    with translation.override("zh-hans"):
        assert 'lang="zh-hans"' in Client().get("/record/").content.decode()
