from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ledger.actions.append import append
from ledger.actions.publish import set_public
from ledger.actions.seal import seal
from ledger.models import Entry
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(client: Client) -> None:
    client.cookies["language"] = "en"


def address(entry: Entry) -> str:
    return f"/record/entries/{entry.receipt}/"


def test_a_waiting_receipt_is_promised_its_proof_within_two_minutes(client: Client) -> None:
    (entry,) = append([act()])
    page = client.get(address(entry)).content.decode()
    assert "available here within two minutes" in page
    assert "stands in seal" not in page


def test_a_late_seal_is_owned_up_to(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    (entry,) = append([act()])
    monkeypatch.setattr("ledger.views.entry.PROMISE", timedelta(0))
    assert "its seal is late" in client.get(address(entry)).content.decode()


def test_a_sealed_receipt_shows_its_seal_and_the_way_to_it(client: Client) -> None:
    entries = append([act() for _ in range(5)])
    seal()
    page = client.get(address(entries[2])).content.decode()
    assert "This receipt stands in seal 1" in page
    assert page.count('<span class="digest">') == len(
        client.get(address(entries[2])).context["proof"].steps
    )


def test_a_public_entry_shows_exactly_the_text_that_was_hashed(client: Client) -> None:
    (entry,) = append([act()])
    seal()
    shown = client.get(address(entry)).context["body"]
    assert hashlib.sha256(shown.encode()).hexdigest() == entry.receipt


def test_a_private_entry_shows_nothing_but_its_digest(client: Client) -> None:
    (entry,) = append([act("issue:secret", public=False, kind="dispute.raised")])
    seal()
    public_id = str(entry.actor)
    for answer in (client.get(address(entry)), client.get(address(entry) + "proof.json")):
        said = answer.content.decode()
        for secret in ("dispute", "issue:secret", public_id, "2026-11-20", "small", "楼道"):
            assert secret not in said
    assert "This matter is not public" in client.get(address(entry)).content.decode()


def test_an_entry_hidden_later_is_private_again(client: Client) -> None:
    (entry,) = append([act(kind="dispute.raised")])
    assert "dispute" in client.get(address(entry)).content.decode()
    set_public("issue:one", public=False)
    assert "dispute" not in client.get(address(entry)).content.decode()


def test_the_proof_for_machines_leads_to_the_head(client: Client) -> None:
    entries = append([act() for _ in range(6)])
    seal()
    for entry in entries:
        proof = client.get(address(entry) + "proof.json").json()
        node = hashlib.sha256(b"\x00" + bytes.fromhex(proof["receipt"])).digest()
        for step in proof["path"]:
            beside = bytes.fromhex(step["hash"])
            pair = beside + node if step["side"] == "left" else node + beside
            node = hashlib.sha256(b"\x01" + pair).digest()
        assert json.loads(proof["seal"])["root"] == node.hex()
        assert hashlib.sha256(proof["seal"].encode()).hexdigest() == proof["head"]


def test_a_tampered_entry_is_told_to_whoever_holds_its_receipt(client: Client) -> None:
    (entry, _) = append([act(), act()])
    seal()
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry DROP CONSTRAINT entry_digest_of_body")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE ledger_entry SET body = body || ' ' WHERE id = %s", [entry.pk])
    page = client.get(address(entry)).content.decode()
    assert "does not fit its seal" in page
    assert "stands in seal" not in page


@pytest.mark.parametrize("count", [1, 300])
def test_the_proof_takes_two_queries_however_large_the_seal(client: Client, count: int) -> None:
    entries = append([act() for _ in range(count)])
    seal()
    with CaptureQueriesContext(connection) as captured:
        client.get(address(entries[0]))
    assert len(captured) == 2


@pytest.mark.parametrize("receipt", ["0" * 64, "xyz", "ABC", "0" * 63])
def test_an_unknown_receipt_is_not_found(client: Client, receipt: str) -> None:
    append([act()])
    assert client.get(f"/record/entries/{receipt}/").status_code == 404
    assert client.get(f"/record/entries/{receipt}/proof.json").status_code == 404
