"""What was recorded before names and persons were bound is still proven, and written no more."""

from __future__ import annotations

import hashlib
import json

import pytest
from django.db import connection
from django.utils import translation

from ledger.actions.append import append
from ledger.actions.erase import erase_person
from ledger.actions.seal import seal
from ledger.canonical import canonical
from ledger.checks import MisfitError
from ledger.models import Entry, Stream, Unsealed
from ledger.queries.download import record_lines
from ledger.queries.verify import verify
from ledger.standalone import verify as standalone
from tests.ledger.factories import act
from tests.ledger.version_one import load, unbound

pytestmark = pytest.mark.django_db


def by_a_stranger() -> standalone.Streams:
    *_, streams = standalone.verify(map(json.loads, record_lines()), [], {}, set())
    return streams


def formats() -> list[int]:
    lines = map(json.loads, record_lines())
    return [json.loads(line["seal"])["format"] for line in lines if "seal" in line]


def record_unbound(entry: Entry) -> None:
    """The owner of the tables records the like of `entry`, next in its stream, in format 1."""
    body = json.loads(bytes(entry.body)) | {"format": 1, "number": entry.number + 1}
    written = canonical({key: body[key] for key in body.keys() - {"name", "person"}})
    digest = hashlib.sha256(written).digest()
    connection.check_constraints()
    with connection.cursor() as cursor:
        unbound(cursor)
    Stream.objects.filter(pk=entry.stream_id).update(length=entry.number + 1)
    entry.pk, entry.number, entry.format, entry.body, entry.digest = (
        None,
        entry.number + 1,
        1,
        written,
        digest,
    )
    entry.save(force_insert=True)
    Unsealed.objects.create(entry=entry)


def test_the_first_format_fits_and_goes_on_in_the_second() -> None:
    load()
    before = list(record_lines())
    assert (verify().entries, verify().waiting, verify().unbound) == (5, 1, 6)
    append([act("issue:one"), act("issue:three")])
    seal()
    append([act("issue:one", actor_id=9)])
    seal()
    assert list(record_lines())[: len(before)] == before
    # One that still waited in the first format was sealed with two of the second.
    assert formats() == [1, 1, 1, 2]
    assert (verify().entries, verify().unbound) == (9, 6)
    found = by_a_stranger()
    assert (found.entries, found.unbound) == (8, 5)


def test_whoever_acted_in_the_first_format_can_be_erased() -> None:
    load()
    append([act("issue:one", actor_id=9)])
    erase_person(9)
    seal()
    assert (verify().entries, verify().erased) == (7, 4)
    assert by_a_stranger().entries == 6


@pytest.mark.parametrize("sealed", [False, True])
def test_nobody_goes_back_to_what_binds_nothing(sealed: bool) -> None:
    (entry,) = append([act()])
    seal()
    record_unbound(entry)
    before = "the entries before it"
    if sealed:
        seal()
        before = "the seal before it"
        with pytest.raises(standalone.MisfitError, match="an earlier one"):
            by_a_stranger()
    with translation.override("en"), pytest.raises(MisfitError, match=before):
        verify()
