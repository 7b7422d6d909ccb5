from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ledger.actions.append import append
from ledger.canonical import NotCanonicalError
from ledger.models import Entry, Pseudonym, Stream, Text, Unsealed
from tests.ledger.factories import NOON, act

pytestmark = pytest.mark.django_db


def body_of(entry: Entry) -> dict[str, object]:
    read: dict[str, object] = json.loads(bytes(Entry.objects.get(pk=entry.pk).body))
    return read


def test_an_act_becomes_an_entry_whose_body_says_what_its_columns_say() -> None:
    (entry,) = append([act()])
    entry = Entry.objects.select_related("stream").get(pk=entry.pk)
    body = body_of(entry)
    text = Text.objects.get(entry=entry)
    salted = hashlib.sha256(bytes(text.salt) + text.text.encode()).hexdigest()
    person = Pseudonym.objects.get()
    assert body.pop("salt")
    assert body == {
        "actor": str(entry.actor),
        "format": 2,
        "happened_at": "2026-11-20T04:00:00.000000Z",
        "kind": "issue.raised",
        "name": hashlib.sha256(bytes(entry.stream.salt) + b"issue:one").hexdigest(),
        "number": 1,
        "parameters": {"class": "small", "photos": 2},
        "person": hashlib.sha256(bytes(person.salt) + b"7").hexdigest(),
        "recorded_at": entry.recorded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "stream": str(entry.stream.public_id),
        "texts": {"words": salted},
        "version": 1,
    }
    assert bytes(entry.digest) == hashlib.sha256(bytes(entry.body)).digest()


def test_the_body_holds_neither_the_name_of_the_stream_nor_the_person_nor_the_words() -> None:
    (entry,) = append([act("issue:secret-name", actor_id=424242, texts={"words": "三单元漏水"})])
    body = bytes(entry.body).decode()
    assert "secret-name" not in body
    assert "424242" not in body
    assert "漏水" not in body


def test_entries_are_numbered_in_their_stream_across_calls() -> None:
    append([act("a"), act("b"), act("a")])
    later = append([act("b"), act("a")])
    assert [entry.number for entry in later] == [2, 3]
    assert dict(Stream.objects.values_list("name", "length")) == {"a": 3, "b": 2}


def test_entries_come_back_in_the_order_of_the_acts() -> None:
    entries = append([act("b", kind="one"), act("a", kind="two"), act("b", kind="three")])
    assert [entry.kind for entry in entries] == ["one", "two", "three"]
    assert [entry.pk for entry in entries] == sorted(entry.pk for entry in entries)


def test_a_person_has_one_pseudonym_in_a_stream_and_another_in_the_next() -> None:
    entries = append([act("a"), act("a"), act("b"), act("a", actor_id=8)])
    again = append([act("a")])
    first, second, elsewhere, someone_else = (entry.actor for entry in entries)
    assert first == second == again[0].actor
    assert len({first, elsewhere, someone_else}) == 3
    assert Pseudonym.objects.count() == 3


def test_the_system_has_no_pseudonym() -> None:
    (entry,) = append([act(actor_id=None)])
    assert entry.actor is None
    assert not Pseudonym.objects.exists()


def test_a_stream_keeps_what_it_began_as() -> None:
    append([act("a", public=False)])
    append([act("a", public=True), act("b", public=True)])
    assert dict(Stream.objects.values_list("name", "public")) == {"a": False, "b": True}


def test_recorded_at_is_the_clock_of_the_database_not_the_time_told() -> None:
    (entry,) = append([act(happened_at=NOON - timedelta(days=400))])
    assert abs(entry.recorded_at - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("count", [1, 40])
def test_any_number_of_acts_takes_two_statements(count: int) -> None:
    acts = [act(f"issue:{number % 7}", actor_id=number % 5) for number in range(count)]
    with CaptureQueriesContext(connection) as captured:
        append(acts)
    assert len(captured) == 2
    assert Unsealed.objects.count() == count


@pytest.mark.parametrize(
    "parameters",
    [
        {"money": 1.5},
        {"text": "a\x00b"},
        {"钥": 1},
        {"when": NOON},
        {"big": 2**60},
        {"x": "\ud800"},
    ],
)
def test_what_has_no_canonical_form_is_refused(parameters: dict[str, object]) -> None:
    with pytest.raises(NotCanonicalError):
        append([act(parameters=parameters)])


def test_a_text_with_nul_is_refused_before_the_database_sees_it() -> None:
    with pytest.raises(NotCanonicalError):
        append([act(texts={"words": "a\x00b"})])


def test_no_acts_make_no_statement() -> None:
    with CaptureQueriesContext(connection) as captured:
        assert append([]) == []
    assert len(captured) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET kind = 'other'",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry CASCADE",
        "UPDATE ledger_seal SET leaves = 2",
        "DELETE FROM ledger_seal",
        "TRUNCATE ledger_seal CASCADE",
        "UPDATE ledger_sealleaf SET index = 2",
        "DELETE FROM ledger_sealleaf",
        "TRUNCATE ledger_sealleaf",
    ],
)
def test_the_record_is_only_ever_added_to_even_by_the_owner(statement: str) -> None:
    append([act()])
    connection.check_constraints()
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


MANY = 64


def test_the_salt_of_a_text_is_long_and_random_so_that_equal_words_show_no_equal_digest() -> None:
    """All the world knows what people may have said: unsalted, a digest could be guessed."""
    append([act(texts={"words": "好"}) for _ in range(MANY)])
    salts = [bytes(salt) for salt in Text.objects.values_list("salt", flat=True)]
    assert_random(salts, length=32)
    digests = {str(body_of(entry)["texts"]) for entry in Entry.objects.all()}
    assert len(digests) == MANY


def test_the_salt_of_a_body_is_long_and_random_so_that_a_private_entry_is_not_guessed() -> None:
    entries = append([act(texts={}, parameters={}) for _ in range(MANY)])
    salts = [bytes.fromhex(str(body_of(entry)["salt"])) for entry in entries]
    assert_random(salts, length=16)


def test_the_salts_of_streams_and_persons_are_long_and_random_so_that_none_is_guessed() -> None:
    """A person's number has few digits: unsalted, its digest would be counted out."""
    append([act(f"issue:{number}") for number in range(MANY)])
    for model in (Stream, Pseudonym):
        assert_random(
            [bytes(salt) for salt in model.objects.values_list("salt", flat=True)], length=32
        )
    for member in ("name", "person"):
        assert len({str(body_of(entry)[member]) for entry in Entry.objects.all()}) == MANY


def assert_random(salts: list[bytes], *, length: int) -> None:
    """Neither zero nor counted up nor short: no salt twice, and nearly every byte is seen."""
    assert {len(salt) for salt in salts} == {length}
    assert len(set(salts)) == len(salts) == MANY
    assert bytes(length) not in salts
    for place in range(length):
        assert len({salt[place] for salt in salts}) > MANY / 4
