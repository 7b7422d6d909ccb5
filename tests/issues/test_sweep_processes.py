"""The clock under real workers and beats: nothing lost, nothing doubled (rules §6)."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import timedelta

import psycopg
import redis
from django.db import connection, connections, transaction
from django.utils import timezone

from acting.refusals import Refused
from bench._lay import lay_matters, lay_places
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.turns import Level, TurnRole
from issues.inputs import NewMatter
from issues.models import Assignment, Deadline, Issue, SweepFailure
from issues.queries.chain_soundness import broken_chains
from ledger.queries.verify import verify
from notifications.models import Notice
from tests.harness.template import url_of
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld
from tests.world import World, build_world

# A batch as the processes are told, and a batch and a half.
BATCH, MANY = {"SWEEP_BATCH": "200"}, 300


def overdue(world: World, amount: int) -> list[Issue]:
    """Raised a quarter of a year ago, never taken in: due at the grid, and then not for days."""
    matter = NewMatter(text="又堵了", building=world.building)
    then = timezone.now() - timedelta(days=90)
    who = world.resident
    return [raise_issue(matter, actor=who, reporter=who, now=then) for _ in range(amount)]


def overdue_by_the_hundred(world: World) -> Issue:
    """MANY of them, each as the first, all at once for whoever is sweeping already."""
    with transaction.atomic():
        (first,) = overdue(world, 1)
        lay_places(world.street, 0)
        lay_matters([first], MANY - 1)
    return first


def slowly(seconds: float) -> None:
    """Every new turn takes its time in the database, so that a sweep can be met half-way."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM pg_sleep({seconds}); RETURN NEW; END $$;
            CREATE TRIGGER take_time BEFORE INSERT ON issues_assignment
                FOR EACH ROW EXECUTE FUNCTION take_time();
            """
        )


def at_normal_speed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER take_time ON issues_assignment; DROP FUNCTION take_time()")


def moved() -> int:
    return Issue.objects.filter(level=Level.COMMUNITY).count()


def each_moved_exactly_once(world: World, amount: int) -> None:
    assert moved() == amount
    turns = Assignment.objects.filter(role=TurnRole.LEAD)
    assert turns.count() == 2 * amount
    assert turns.current().filter(turn=2, body=world.community).count() == amount
    assert broken_chains() == []
    assert not SweepFailure.objects.exists()
    for person in (world.staff, world.lead):
        assert Notice.objects.filter(recipient=person, kind="issue.came").count() == amount
    moves = Notice.objects.filter(recipient=world.resident, kind="issue.moved")
    assert moves.count() == amount
    # One breach of each clock, and a record without a gap.
    assert Deadline.objects.filter(breached_at__isnull=False, kind="receive").count() == amount
    verify()


def test_a_worker_killed_in_a_sweep_loses_nothing_and_doubles_nothing(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    overdue_by_the_hundred(world)
    slowly(0.01)
    world_database.extra |= BATCH
    worker = world_database.start_worker()
    world_database.start_beat(sweep_seconds=0.5)
    wait_until(lambda: 0 < moved() < MANY, seconds=60, what="a sweep half-way")
    worker.kill()
    assert moved() < MANY
    at_normal_speed()
    redis.Redis.from_url(world_database.broker.url).flushall()
    world_database.start_worker()
    wait_until(lambda: moved() == MANY, seconds=90, what="every matter one level up")
    each_moved_exactly_once(world, MANY)


def test_two_workers_two_beats_and_a_loop_at_once_move_each_matter_once(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    world_database.extra |= BATCH
    for _ in range(2):
        world_database.start_worker()
        world_database.start_beat(sweep_seconds=0.3)
    world_database.start_sweep_loop()
    overdue_by_the_hundred(world)
    wait_until(lambda: moved() == MANY, seconds=120, what="every matter one level up")
    each_moved_exactly_once(world, MANY)


def test_the_loop_goes_on_when_the_database_threw_it_out(world_database: LiveWorld) -> None:
    world = build_world()
    command = [sys.executable, "manage.py", "sweep", "--loop", "--seconds", "1"]
    loop = world_database.start("loop", command, SWEEP_SECONDS="0.3")
    overdue(world, 2)
    wait_until(lambda: moved() == 2, what="the first two")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    overdue(world, 2)
    wait_until(lambda: moved() == 4, what="the two after")
    assert loop.exit_code is None
    each_moved_exactly_once(world, 4)


def test_a_batch_full_of_matters_in_other_hands_still_reaches_those_behind(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    issues = overdue(world, 8)
    held = [issue.pk for issue in issues[:5]]
    with psycopg.connect(url_of(world_database.name)) as somebody:
        somebody.execute("SELECT 1 FROM issues_issue WHERE id = ANY(%s) FOR UPDATE", [held])
        with connection.cursor() as cursor:
            # Whoever would wait for them fails here, and does not wait until the test is ended.
            cursor.execute("SET lock_timeout = '1s'")
        swept = sweep(batch=2)
        assert (swept.handled, swept.failed, swept.busy) == (3, 0, set(held))
        assert moved() == 3
    assert sweep(batch=2).handled == 5
    each_moved_exactly_once(world, 8)


def in_threads(*acts: Callable[[], object]) -> list[BaseException | None]:
    """Each on a connection of its own, begun at the same moment; what each raised."""
    raised: list[BaseException | None] = [None] * len(acts)
    gate = threading.Barrier(len(acts))

    def run(number: int, act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
        except BaseException as error:
            raised[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return raised


def test_taking_in_and_pushing_up_at_the_same_moment_leave_one_of_them_a_sentence(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    outcomes = set()
    for issue in overdue(world, 8):
        now = timezone.now()
        taking, pushing = in_threads(
            lambda issue=issue, now=now: receive(issue, actor=world.grid_worker, now=now),  # type: ignore[misc]
            sweep,
        )
        assert pushing is None
        sweep()
        assert broken_chains() == []
        outcomes.add(type(taking))
        if taking is not None:
            # The matter moved on first: a sentence, no error of the machine.
            assert isinstance(taking, Refused)
            assert str(taking.message)
        turns = Assignment.objects.filter(issue=issue, role=TurnRole.LEAD)
        # The result is long overdue as well, so it goes up in either order.
        assert turns.count() == 2
        first = turns.get(turn=1)
        assert (first.received_at is None) == (taking is not None)
    verify()
