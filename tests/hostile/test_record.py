"""Whoever has the rights of the application rearranges the record: refused, or seen at once.

What that role needs for its work it can also misuse: `docs/record.md` says which ways remain.
"""

from __future__ import annotations

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from council.models import Council
from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.checks import MisfitError
from ledger.queries.verify import verify
from tests.council.held import a_meeting
from tests.issues.acting import raised
from tests.ledger.application_role import as_application, make_role, run
from tests.ledger.factories import act
from tests.world import World

pytestmark = pytest.mark.django_db

REFUSED = (
    "permission denied|only ever added to|must be owner|is no seal|are no leaves|stays in the queue"
    "|before the act|text_salt_whole|entry_of_this_format"
)
COPIED = (
    "INSERT INTO ledger_entry (stream_id, number, kind, kind_version, happened_at, recorded_at,"
    " actor, body, digest, format) SELECT stream_id, 9, kind, kind_version, happened_at,"
    " recorded_at, actor, body || ' ', sha256(body || ' '), {} FROM ledger_entry LIMIT 1"
)
HEAD = "number, leaves, entries, root, previous, sealed_at, body, head"

STREAMS = {
    "two streams swap their names": (
        "UPDATE ledger_stream SET name = 'aside' WHERE name = 'issue:one'",
        "UPDATE ledger_stream SET name = 'issue:one' WHERE name = 'issue:two'",
        "UPDATE ledger_stream SET name = 'issue:two' WHERE name = 'aside'",
    ),
    "streams are called otherwise in bodies": (
        "UPDATE ledger_stream SET public_id = gen_random_uuid()",
    ),
    "the salt of a name is another": ("UPDATE ledger_stream SET salt = sha256('')",),
    "a stream goes back to an earlier length": ("UPDATE ledger_stream SET length = 1",),
    "a stream is deleted": ("DELETE FROM ledger_stream",),
    "the streams are emptied": ("TRUNCATE ledger_stream CASCADE",),
}
PERSONS = {
    "a pseudonym is another person": ("UPDATE ledger_pseudonym SET user_id = 99",),
    "the salt of a person is another": ("UPDATE ledger_pseudonym SET salt = sha256('')",),
    # Having persons forgotten is the application's work, so it may delete who a pseudonym is.
    "somebody else is put behind an act": (
        "DELETE FROM ledger_pseudonym",
        "INSERT INTO ledger_pseudonym (id, stream_id, user_id)"
        " SELECT actor, stream_id, 99 FROM ledger_entry LIMIT 1",
    ),
    "two persons swap what they did": (
        "DO $$ DECLARE kept ledger_pseudonym[]; BEGIN"
        " SELECT array_agg(one) INTO kept FROM ledger_pseudonym one; DELETE FROM ledger_pseudonym;"
        " INSERT INTO ledger_pseudonym (id, stream_id, user_id)"
        " SELECT id, stream_id, 15 - user_id FROM unnest(kept); END $$",
    ),
    # Salt and text are hashed one after the other: cut elsewhere they give the same digest.
    "the first sign of words goes over into their salt": (
        "WITH gone AS (DELETE FROM ledger_text RETURNING *) INSERT INTO ledger_text"
        " (entry_id, name, salt, text) SELECT entry_id, name,"
        " salt || convert_to(left(text, 1), 'UTF8'), substr(text, 2) FROM gone",
    ),
    "words are others": ("UPDATE ledger_text SET text = '同意'",),
    "the salt of words is another": ("UPDATE ledger_text SET salt = sha256('')",),
}
ENTRIES = {
    "an entry goes to another stream": ("UPDATE ledger_entry SET stream_id = stream_id + 1",),
    "two entries swap their numbers": ("UPDATE ledger_entry SET number = 3 - number",),
    "an act happened on another day": ("UPDATE ledger_entry SET happened_at = now()",),
    "an act was recorded at another time": ("UPDATE ledger_entry SET recorded_at = now()",),
    "an entry is deleted": ("DELETE FROM ledger_entry",),
    "the entries are emptied": ("TRUNCATE ledger_entry CASCADE",),
    "an entry binds nothing, as they once did": (COPIED.format(1),),
    "an entry that waits is taken from the queue": ("DELETE FROM ledger_unsealed",),
}
SEALS = {
    "a head is another": ("UPDATE ledger_seal SET head = sha256('')",),
    "a seal counts otherwise": ("UPDATE ledger_seal SET leaves = 1, entries = 1",),
    "a seal is of another time": ("UPDATE ledger_seal SET sealed_at = now()",),
    "a seal is deleted": ("DELETE FROM ledger_seal",),
    "the seals are emptied": ("TRUNCATE ledger_seal CASCADE",),
    "the leaves are emptied": ("TRUNCATE ledger_sealleaf",),
    "a leaf takes another place": ("UPDATE ledger_sealleaf SET index = 1 - index",),
    "a seal stands beside the chain": (
        f"INSERT INTO ledger_seal ({HEAD}) SELECT 7, leaves, entries, root, previous, sealed_at,"
        " body, sha256('7') FROM ledger_seal",
    ),
    "a seal is not chained to the newest": (
        f"INSERT INTO ledger_seal ({HEAD}) SELECT number + 1, leaves, entries + leaves, root,"
        " previous, sealed_at, body || ' ', sha256(body || ' ') FROM ledger_seal",
    ),
    "a seal says something else than its columns": (
        f"INSERT INTO ledger_seal ({HEAD}) SELECT number + 1, leaves, entries + leaves, root,"
        " head, sealed_at, body || ' ', sha256(body || ' ') FROM ledger_seal",
    ),
    "a seal has no leaves": (
        f"INSERT INTO ledger_seal ({HEAD}) SELECT 2, 1, entries + 1, root, head, sealed_at, body,"
        " sha256(body) FROM (SELECT number, entries, root, head, sealed_at, convert_to("
        "jsonb_build_object('seal', 2, 'leaves', 1, 'entries', entries + 1, 'root',"
        " encode(root, 'hex'), 'previous', encode(head, 'hex'))::text, 'UTF8') AS body"
        " FROM ledger_seal) made",
    ),
    "a leaf is put into a closed seal": (
        "INSERT INTO ledger_sealleaf (entry_id, seal_id, index, digest)"
        " SELECT id, 1, 99, digest FROM ledger_entry ORDER BY id DESC LIMIT 1",
    ),
}
AROUND = {
    "a table of the record's name is put before it": (
        "CREATE TEMPORARY TABLE ledger_entry (id bigint)",
    ),
    "a view of a table's name is put before it": (
        "CREATE TEMPORARY VIEW ledger_stream AS SELECT 1 AS id",
    ),
    "a function is put among ours": (
        "CREATE FUNCTION sha256(text) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$",
    ),
    "a table is put among ours": ("CREATE TABLE ledger_aside (id bigint)",),
    "a schema is put before ours": ("CREATE SCHEMA record_aside",),
    "a guard is taken away": ("DROP TRIGGER ledger_entry_append_only ON ledger_entry",),
    "the guards are silenced": ("ALTER TABLE ledger_seal DISABLE TRIGGER ALL",),
    "the guards are told that they watch a copy": ("SET session_replication_role = replica",),
    "a guard says something else": (
        "CREATE OR REPLACE FUNCTION public.ledger_refuse() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RETURN NULL; END $$",
    ),
    "the history of the tables is changed": ("DELETE FROM django_migrations",),
}
# For its work the role may add to these tables, and a stream grows.
SEEN = {
    "a stream counts an entry that is not there": (
        "UPDATE ledger_stream SET length = length + 1 WHERE name = 'issue:one'",
        "is missing",
    ),
    "an entry is written beside the queue": (COPIED.format(2), "exactly once"),
    "a sealed entry waits again": (
        "INSERT INTO ledger_unsealed SELECT entry_id FROM ledger_sealleaf LIMIT 1",
        "exactly once",
    ),
}


@pytest.fixture(autouse=True)
def record() -> None:
    """Two public streams in which two persons act: two entries each are sealed, one waits."""
    make_role()
    append([act("issue:one", actor_id=7), act("issue:two", actor_id=8)])
    append([act("issue:one", actor_id=8), act("issue:two", actor_id=7)])
    seal()
    append([act("issue:one", actor_id=7)])


def attempt(*statements: str) -> None:
    """As the application, and undone if it is refused."""
    try:
        with as_application(), transaction.atomic():
            for statement in statements:
                run(statement)
            connection.check_constraints()
    finally:
        run("RESET ROLE")


@pytest.mark.parametrize(
    "attacks",
    [STREAMS, PERSONS, ENTRIES, SEALS, AROUND],
    ids=["streams", "persons and words", "entries", "seals", "what stands around"],
)
def test_the_application_rearranges_nothing_of_the_record(
    attacks: dict[str, tuple[str, ...]],
) -> None:
    succeeded = []
    for attack, statements in attacks.items():
        try:
            attempt(*statements)
        except DatabaseError as refusal:
            if re.search(REFUSED, str(refusal)):
                continue
            raise
        succeeded.append(attack)
    assert succeeded == []
    verify()


@pytest.mark.parametrize("attack", SEEN)
def test_what_the_application_may_add_for_its_work_is_seen_where_it_fits_nothing(
    attack: str,
) -> None:
    """And what others record goes on being sealed."""
    statement, reason = SEEN[attack]
    attempt(statement)
    sealed = seal()
    with translation.override("en"), pytest.raises(MisfitError, match=reason):
        verify()
    assert [made.leaves for made in sealed] == [1]


def test_whoever_is_erased_is_nobody_and_nobody_else() -> None:
    """The role may have persons forgotten: the one way to take somebody from behind an act."""
    attempt("DELETE FROM ledger_pseudonym WHERE user_id = 7")
    verified = verify()
    assert (verified.entries, verified.erased) == (4, 3)


def test_the_record_of_one_matter_does_not_pass_for_that_of_another(world: World) -> None:
    one, other = raised(world), raised(world)
    swapped = (
        f"UPDATE issues_issue SET uid = gen_random_uuid() WHERE id = {one.pk}",
        f"UPDATE issues_issue SET uid = '{one.uid}' WHERE id = {other.pk}",
    )
    for attack in (swapped, ("DELETE FROM issues_issue",)):
        with pytest.raises(DatabaseError, match=REFUSED):
            attempt(*attack)
    verify()


def test_the_record_of_a_sitting_or_a_council_does_not_pass_for_that_of_another(
    world: World,
) -> None:
    meeting = a_meeting(world, Council.objects.create(body=world.grid))
    for table in ("council_meeting", "council_council"):
        with pytest.raises(DatabaseError, match=REFUSED):
            attempt(f"UPDATE {table} SET uid = gen_random_uuid()")
    # What has to change at a sitting still does.
    attempt(f"UPDATE council_meeting SET uid = uid, version = version + 1 WHERE id = {meeting.pk}")
    verify()
