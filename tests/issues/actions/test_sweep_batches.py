"""Many issues at once: a fixed number of statements, and one that fails holds up nobody."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from bench._lay import lay_matters, lay_places
from issues.actions.raise_issue import raise_issue
from issues.actions.sweep import due_issues, sweep
from issues.enums.turns import Level, TurnRole
from issues.inputs import NewMatter
from issues.models import Assignment, Deadline, Issue, PolicyRule, SweepFailure
from issues.queries.chain_soundness import broken_chains
from notifications.models import Notice
from tests.issues.actions.sweeping import at, fresh, kinds, lead_of, told
from tests.issues.staging import MONDAY, OWN_WORDS, raised
from tests.world import World

DUE = at(16, 14, 30)


def many(world: World, amount: int) -> list[Issue]:
    categories = [world.categories["sewers"], world.categories["noise"], None]
    matters = [
        NewMatter(text="又堵了", building=world.building, category=categories[number % 3])
        for number in range(amount)
    ]
    who = world.resident
    return [raise_issue(matter, actor=who, reporter=who, now=MONDAY) for matter in matters]


@contextmanager
def failing(*issues: Issue) -> Iterator[None]:
    """The database refuses every new turn of these issues, with their words in the error."""
    keys = ", ".join(str(issue.pk) for issue in issues)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            CREATE FUNCTION refuse_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF NEW.issue_id IN ({keys}) THEN RAISE EXCEPTION 'no: {OWN_WORDS}'; END IF;
                RETURN NEW; END $$;
            CREATE TRIGGER refuse_it BEFORE INSERT ON issues_assignment
                FOR EACH ROW EXECUTE FUNCTION refuse_it();
            """
        )
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER refuse_it ON issues_assignment; DROP FUNCTION refuse_it()")


def counted(amount: int) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert sweep(now=DUE).handled == amount
    return len(caught)


def test_fifty_cost_as_many_statements_as_five(world: World) -> None:
    many(world, 5)
    few = counted(5)
    many(world, 50)
    assert counted(50) == few
    assert Assignment.objects.filter(level=Level.COMMUNITY).count() == 55
    assert broken_chains() == []


def test_fifty_under_an_older_policy_cost_as_many_statements_as_five(world: World) -> None:
    """Clocks that go by a rule of version 1 while version 2 is in force."""
    many_older(world, 1)
    counted(1)  # now the policy in force is at hand in this process
    many_older(world, 5)
    few = counted(5)
    many_older(world, 50)
    assert counted(50) == few
    assert Assignment.objects.filter(level=Level.COMMUNITY).count() == 56


def test_a_batch_is_as_large_as_the_settings_say(world: World, settings: Settings) -> None:
    many(world, 5)
    settings.SWEEP_BATCH = 2
    with CaptureQueriesContext(connection) as caught:
        assert sweep(now=DUE).handled == 5
    # Each batch numbers what it records, by one statement that the database keeps.
    batches = [row for row in caught if "_ledger_stream (" in row["sql"]]
    assert len(batches) == 3


def test_a_thousand_make_a_batch_unless_somebody_says_otherwise(
    world: World, settings: Settings
) -> None:
    first = many(world, 1)
    lay_places(world.street, 0)
    lay_matters(first, 1_000)
    assert len(due_issues(DUE, limit=settings.SWEEP_BATCH)) == 1_000
    assert len(due_issues(DUE, limit=settings.SWEEP_BATCH + 1)) == 1_001


def many_older(world: World, amount: int) -> None:
    made = many(world, amount)
    older = PolicyRule.objects.get(
        version__number=1, matter_class="", level=Level.GRID, role=TurnRole.LEAD, kind="receive"
    )
    Deadline.objects.filter(issue__in=made, kind="receive").update(rule=older)


def test_rubbish_is_collected_again_after_a_batch_also_after_one_that_fails(world: World) -> None:
    issues = many(world, 3)
    with failing(issues[1]):
        assert sweep(now=DUE).failed == 1
    assert gc.isenabled()


def test_nothing_due_costs_one_question(world: World) -> None:
    many(world, 3)
    with CaptureQueriesContext(connection) as caught:
        assert sweep(now=MONDAY).handled == 0
    assert len(caught) == 1


def test_the_database_tells_the_time_when_no_test_does(world: World) -> None:
    long_ago = raise_issue(
        NewMatter(text="又堵了", building=world.building),
        actor=world.resident, reporter=world.resident, now=timezone.now() - timedelta(days=30),
    )  # fmt: skip
    just_now = raise_issue(
        NewMatter(text="又堵了", building=world.building),
        actor=world.resident, reporter=world.resident, now=timezone.now(),
    )  # fmt: skip
    assert sweep().handled == 1
    assert fresh(long_ago).level == Level.COMMUNITY
    assert fresh(just_now).level == Level.GRID
    assert abs(lead_of(long_ago).started_at - timezone.now()) < timedelta(minutes=1)


def test_the_question_what_is_due_uses_its_index(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        with CaptureQueriesContext(connection) as caught:
            sweep()
        cursor.execute("EXPLAIN " + caught[0]["sql"])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "deadline_to_wake" in plan


def test_one_that_fails_is_put_off_with_its_reason_and_holds_up_nobody(world: World) -> None:
    issues = many(world, 7)
    bad, good = issues[3], issues[:3] + issues[4:]
    with failing(bad):
        swept = sweep(now=DUE)
        assert (swept.handled, swept.failed) == (6, 1)
        assert all(fresh(issue).level == Level.COMMUNITY for issue in good)
        assert lead_of(bad).body == world.grid
        failure = SweepFailure.objects.get()
        assert (failure.issue, failure.attempts) == (bad, 1)
        assert failure.next_try_at == DUE + timedelta(minutes=2)
        assert "Error" in failure.reason
        assert not any(word in failure.reason for word in ("张桂兰", "402", "13911112222"))
        # Not before its time; then again, and ever later.
        assert sweep(now=DUE + timedelta(minutes=1)).failed == 0
        assert sweep(now=DUE + timedelta(minutes=2)).failed == 1
        failure.refresh_from_db()
        assert failure.next_try_at == DUE + timedelta(minutes=6)
    assert sweep(now=DUE + timedelta(minutes=6)).handled == 1
    assert fresh(bad).level == Level.COMMUNITY
    assert not SweepFailure.objects.exists()


def test_a_batch_that_fails_is_gone_through_to_its_end_before_anything_is_looked_for_again(
    world: World,
) -> None:
    issues = many(world, 8)
    with failing(issues[1]), CaptureQueriesContext(connection) as caught:
        swept = sweep(now=DUE, batch=8)
    assert (swept.handled, swept.failed) == (7, 1)
    looks = [row for row in caught if row["sql"].startswith('SELECT "issues_deadline"."issue_id"')]
    # What is due, and that nothing more is; not once for each half.
    assert len(looks) == 2


def test_what_fell_due_while_the_server_was_down_is_handled_once_and_starts_then(
    world: World,
) -> None:
    issues = many(world, 4)
    back = at(18, 10, 7)
    assert sweep(now=back).handled == 4
    for issue in issues:
        turn = lead_of(fresh(issue))
        assert (turn.turn, turn.started_at) == (2, back)
        assert kinds(issue).count("missed") == 2  # take it in, first contact
        assert Assignment.objects.filter(issue=issue, role=TurnRole.LEAD).count() == 2
    before = Notice.objects.count()
    assert sweep(now=back).handled == 0
    assert Notice.objects.count() == before


def test_a_reminder_comes_once(world: World) -> None:
    raised(world)
    for minute in (0, 1, 29):
        sweep(now=at(16, 14, minute))
    assert told(world.grid_worker, "reminder") == 1


def test_a_reminder_comes_when_a_quarter_of_the_time_is_left(world: World) -> None:
    """From nine to half past two are five and a half hours: at 13:07:30."""
    raised(world)
    sweep(now=at(16, 13, 7))
    assert told(world.grid_worker, "reminder") == 0
    sweep(now=at(16, 13, 8))
    assert told(world.grid_worker, "reminder") == 1


def test_one_that_goes_through_again_does_not_make_another_be_forgotten(world: World) -> None:
    issues = many(world, 5)
    mended, bad = issues[1], issues[3]
    with failing(mended, bad):
        assert (sweep(now=DUE).failed, SweepFailure.objects.count()) == (2, 2)
    with failing(bad):
        swept = sweep(now=DUE + timedelta(minutes=2))
    assert (swept.handled, swept.failed) == (1, 1)
    failure = SweepFailure.objects.get()
    assert (failure.issue, failure.attempts) == (bad, 2)
    assert fresh(mended).level == Level.COMMUNITY
