"""Who holds what others want: they are told so, keep their words, and are not kept waiting long."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.urls import reverse

from clocks.models import Schedule
from config import limits
from config.launcher.places import ROOT
from issues.actions.sweep import sweep
from issues.models import Addition, SweepFailure
from tests.council.sittings import at_the_table
from tests.harness.signing_in import signed_in
from tests.harness.template import url_of
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld
from tests.issues.test_sweep_processes import moved, overdue
from tests.world import build_world

pytestmark = pytest.mark.processes

WORDS = "雨天又漫出来了，三单元门口过不去"
JSON = "application/json"
# Locks what a batch of the clock does, and freezes before it is done.
FROZEN = """
import os, psycopg, signal, sys
database = psycopg.connect(sys.argv[1], options=sys.argv[2])
database.execute("SELECT 1 FROM issues_issue ORDER BY id FOR UPDATE")
print("holds", flush=True)
os.kill(os.getpid(), signal.SIGSTOP)
"""


@contextmanager
def held(world: LiveWorld, statement: str) -> Iterator[None]:
    with psycopg.connect(url_of(world.name)) as somebody:
        somebody.execute(statement)
        yield


def limited(**limit: str) -> None:
    with connection.cursor() as cursor:
        for name, value in limit.items():
            cursor.execute(f"SET {name} = '{value}'")


def addition(**more: str) -> dict[str, str]:
    return {"submission": str(uuid4()), "text": WORDS, **more}


def test_a_matter_that_somebody_holds_is_answered_in_a_sentence_with_the_words(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    (issue,) = overdue(world, 1)
    client, sent = signed_in(world.resident), addition()
    address = f"/issues/{issue.reference}/add/"
    limited(lock_timeout="200ms")
    with held(world_database, "SELECT 1 FROM issues_issue FOR UPDATE"):
        answer = client.post(address, sent)
        assert (answer.status_code, Addition.objects.count()) == (409, 0)
        assert "正有人在办" in answer.content.decode()
        assert WORDS in answer.content.decode()
        # The clock waits for nobody, and blames nobody.
        assert sweep().busy == {issue.pk}
    with held(world_database, "LOCK issues_assignment IN ACCESS EXCLUSIVE MODE"):
        assert sweep().handled == 0
    assert not SweepFailure.objects.exists()
    assert client.post(address, sent).status_code == 302
    assert Addition.objects.get().text == WORDS


def test_where_no_form_can_say_it_the_words_come_back_on_a_page_and_scripts_are_told(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    limited(lock_timeout="200ms")
    client = signed_in(world.district_administrator, raise_request_exception=False)
    schedule = Schedule.objects.create(name="早班", periods="08:00-16:00")
    address = reverse("admin:clocks_schedule_change", args=[schedule.pk])
    sent = {"submission": str(uuid4()), "name": "新的 早班", "periods": "07:00-15:00"}
    with held(world_database, "LOCK clocks_schedule IN EXCLUSIVE MODE"):
        answer = client.post(address, sent)
        page = answer.content.decode()
        assert (answer.status_code, answer["Retry-After"]) == (503, "5")
        assert "正有人在办" in page
        for value in sent.values():
            assert value in page
        told = client.post(address, sent, headers={"Accept": JSON})
        assert (told.status_code, "正有人在办" in told.json()["error"]) == (503, True)
    with held(world_database, "LOCK issues_issue IN ACCESS EXCLUSIVE MODE"):
        reader = signed_in(world.resident, raise_request_exception=False)
        assert reader.get("/issues/").status_code == 503
    assert client.post(address, sent).status_code == 302
    schedule.refresh_from_db()
    assert schedule.name == sent["name"]


def test_a_command_at_the_table_of_a_sitting_in_other_hands_is_answered_in_a_sentence(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    meeting = at_the_table(world)
    assert meeting.chair is not None
    chair, name = signed_in(meeting.chair), "老王 从三单元来"
    sent = {"command": str(uuid4()), "act": "walk_in", "uid": str(uuid4()), "name": name}
    limited(lock_timeout="200ms")
    with held(world_database, "SELECT 1 FROM council_meeting FOR UPDATE"):
        told = chair.post(f"/sittings/{meeting.uid}/do/", sent, headers={"Accept": JSON})
        assert (told.status_code, "正有人在办" in told.json()["error"]) == (409, True)
        page = chair.post(f"/sittings/{meeting.uid}/do/", sent)
        assert page.status_code == 409
        assert name in page.content.decode()


def test_what_takes_too_long_is_broken_off_in_a_sentence_with_the_words(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    (issue,) = overdue(world, 1)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM pg_sleep(20); RETURN NEW; END $$;
            CREATE TRIGGER dawdle BEFORE INSERT ON issues_addition
                FOR EACH ROW EXECUTE FUNCTION dawdle();
            """
        )
    limited(statement_timeout="300ms")
    answer = signed_in(world.resident).post(f"/issues/{issue.reference}/add/", addition())
    assert answer.status_code == 503
    assert "用时太长" in answer.content.decode()
    assert WORDS in answer.content.decode()


def test_a_frozen_worker_keeps_its_matters_no_longer_than_a_pause_may_be(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    (issue, *_) = overdue(world, 3)
    given = limits.with_limits({"options": "-c idle_in_transaction_session_timeout=1s"})
    command = [sys.executable, "-c", FROZEN, url_of(world_database.name), given["options"]]
    frozen = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert frozen.stdout is not None
        assert frozen.stdout.readline() == "holds\n"
        assert sweep().handled == 0
        limited(lock_timeout="20s")
        answer = signed_in(world.resident).post(f"/issues/{issue.reference}/add/", addition())
        assert answer.status_code == 302
        sweep()
        wait_until(lambda: moved() == 3, what="all three one level up")
    finally:
        frozen.kill()
        frozen.wait()
        frozen.stdout.close()  # type: ignore[union-attr]


def test_every_connection_has_the_limits_of_what_its_process_is_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Another test of this process may have loaded the web server, which chooses for itself.
    monkeypatch.setattr(limits, "_chosen", [limits.BATCH])
    roles = (ROOT / "deploy" / "roles.sh").read_text(encoding="utf-8")
    for name, value in (limits.SERVING | limits.READING).items():
        assert f"ALTER ROLE pavilion_app SET {name} = '{value}';" in roles
    given = limits.with_limits({})["options"]
    with psycopg.connect(url_of("postgres"), options=given) as database:
        for name, value in limits.BATCH.items():
            assert database.execute(f"SHOW {name}").fetchone() == (value,)
    limits.choose(limits.SERVING)
    own = limits.with_limits({"options": "-c lock_timeout=1s"})["options"]
    assert own.startswith("-c statement_timeout=10s")
    assert own.endswith("-c lock_timeout=1s")
