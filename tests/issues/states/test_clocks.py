"""Clocks: what each act makes of those that run, and which it starts (rules §6).

`met`, `void` and `missed` say how the clock ended, `runs` that it goes on, `.` that there is none;
`+` that another of its kind runs from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from acting.refusals import Refused
from issues.actions.commit import commit
from issues.actions.name_lead import name_lead
from issues.actions.sweep import sweep
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Deadline, Issue
from issues.queries.chain_soundness import broken_chains
from tests.issues.actions.doing import NOW, at_grid, at_housing, at_office
from tests.issues.actions.sweeping import at
from tests.issues.staging import raised
from tests.issues.states.table import Cells, agrees, rolled_back
from tests.issues.states.trying import LATER, Trying
from tests.world import World

NEW_AT_THE_GRID = """
              receive  respond  resolve
receive       met      runs     runs
respond       runs     met      runs
publish       runs     runs     runs
add           runs     runs     runs
join          runs+    runs     runs+
push_up       void+    void+    void+
decline       void     void     void
merge         void     void     void
withdraw      void     void     void
reminded      runs     runs     runs
not_taken_in  missed+  void+    void+
"""
URGENT_AT_THE_GRID = """
            receive  respond  resolve  talk    confirm  commitment
respond     .        met      runs     runs    .        .
deliberate  .        runs     runs     met     .        .
commit      .        runs     runs     runs    .        +
settle      .        met      met      met     +        .
deliver     .        met      met      runs    +        .
push_up     +        void+    void+    void+   .        .
classify    .        void+    void+    void    .        .
made_safe   .        runs     met      runs    .        +
no_result   +        missed+  missed+  missed  .        .
"""
PROMISED_BY_A_DEPARTMENT = """
                receive  respond  resolve  commitment  verify  supervised
respond         .        met      runs     runs        .       .
find            .        runs     runs     runs        .       .
commit          .        runs     runs     runs+       .       .
deliver         .        met      met      met         +       .
join            +        runs     runs+    runs        .       .
named_again     .        runs     runs     runs        .       .
named_another   +        void     void+    void        .       .
promise_missed  .        missed   runs     missed      .       .
no_result       +        missed   missed+  missed      .       .
"""
REPORTED_BY_A_DEPARTMENT = """
               receive  respond  resolve  commitment  verify   confirm
respond        .        .        .        .           runs     .
commit         .        .        .        +           runs     .
verify         .        .        .        .           met      +
not_there      .        .        +        .           met      .
named_another  +        .        +        .           void     .
not_checked    .        .        .        .           missed+  .
"""
ASKED = """
                receive  respond  resolve  confirm
respond         .        .        .        runs
add             .        .        .        runs
confirm         .        .        .        met
call_back       .        .        .        met
not_solved      .        .        +        met
look_above      +        +        +        met
nobody_answers  .        .        .        runs
no_answer       .        .        .        missed
"""
AT_THE_OFFICE = """
              dispatch  receive  respond  resolve  supervised
receive       runs      .        +        .        .
respond       runs      .        .        .        .
decline       void      .        .        .        .
name_lead     met       +        .        +        .
nobody_named  missed    .        .        .        +
"""
Acts = Mapping[str, Callable[[Issue], object]]


def played(bring: Callable[[], Issue], acts: Acts, *kinds: str) -> Cells:
    cells = Cells()
    for name, act in acts.items():
        with rolled_back():
            issue = bring()
            before = list(Deadline.objects.running().filter(issue=issue))
            try:
                act(issue)
            except Refused as refused:
                raise AssertionError(f"{name}: {refused}") from refused
            assert broken_chains() == []
            cells |= {(name, kind): fate(issue, before, kind) for kind in kinds}
            others = Deadline.objects.running().filter(issue=issue).exclude(kind__in=kinds)
            assert not others.exists(), (name, list(others))
    return cells


def fate(issue: Issue, before: list[Deadline], kind: str) -> str:
    old = [clock for clock in before if clock.kind == kind]
    running = Deadline.objects.running().filter(issue=issue, kind=kind)
    anew = "+" if running.exclude(pk__in=[clock.pk for clock in old]).exists() else ""
    return ("".join(ended(clock) for clock in old) + anew) or "."


def ended(clock: Deadline) -> str:
    clock.refresh_from_db()
    if clock.is_running:
        return "runs"
    if clock.met_at is not None:
        return "met"
    return "missed" if clock.breached_at is not None else "void"


def test_a_matter_that_nobody_took_in_yet(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)
    acts = {
        **grid.tried((Act.RECEIVE, Act.RESPOND, Act.PUBLISH, Act.ADD, Act.JOIN, Act.PUSH_UP,
                      Act.DECLINE, Act.MERGE, Act.WITHDRAW)),
        "reminded": lambda _: sweep(now=at(16, 13, 45)),
        "not_taken_in": lambda _: sweep(now=at(16, 14, 30)),
    }  # fmt: skip
    sewers = world.categories["sewers"]

    def bring() -> Issue:
        issue = raised(world, category=sewers)
        return grid.does(issue, Act.PUBLISH)

    agrees(NEW_AT_THE_GRID, played(bring, acts, "receive", "respond", "resolve"))


def test_danger_at_its_grid(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)
    acts = {
        **grid.tried((Act.RESPOND, Act.DELIBERATE, Act.COMMIT, Act.SETTLE, Act.DELIVER,
                      Act.PUSH_UP)),
        "classify": grid.tried((Act.CLASSIFY,))["classify"],
        "made_safe": grid.tried((Act.COMMIT,), made_safe=True)["commit"],
        "no_result": lambda _: sweep(now=at(17, 9)),
    }  # fmt: skip
    kinds = ("receive", "respond", "resolve", "talk", "confirm", "commitment")

    def bring() -> Issue:
        issue = at_grid(world, danger=True)
        return grid.does(issue, Act.CLASSIFY, matter_class=MatterClass.URGENT)

    agrees(URGENT_AT_THE_GRID, played(bring, acts, *kinds))


def test_what_a_department_promised(world: World) -> None:
    office = Trying.by(world, world.clerk)
    acts = {
        **office.tried((Act.RESPOND, Act.FIND, Act.COMMIT, Act.DELIVER, Act.JOIN)),
        "named_again": lambda issue: named(issue, world, "housing"),
        "named_another": lambda issue: named(issue, world, "sanitation"),
        "promise_missed": lambda _: sweep(now=at(18)),
        "no_result": lambda _: sweep(now=at(24)),
    }
    kinds = ("receive", "respond", "resolve", "commitment", "verify", "supervised")

    def bring() -> Issue:
        issue = at_housing(world, MatterClass.SMALL)
        return commit(issue, actor=world.clerk, now=NOW, text="周三换管", due_at=at(18))

    agrees(PROMISED_BY_A_DEPARTMENT, played(bring, acts, *kinds))


def named(issue: Issue, world: World, body: str) -> Issue:
    return name_lead(issue, actor=world.dispatcher, now=LATER, body=getattr(world, body))


def test_a_result_that_waits_to_be_checked(world: World) -> None:
    office = Trying.by(world, world.clerk)
    acts = {
        **office.tried((Act.RESPOND, Act.COMMIT, Act.VERIFY)),
        "not_there": office.tried((Act.VERIFY,), is_there=False)["verify"],
        "named_another": lambda issue: named(issue, world, "sanitation"),
        "not_checked": lambda _: sweep(now=at(17, 17, 30)),
    }
    kinds = ("receive", "respond", "resolve", "commitment", "verify", "confirm")

    def bring() -> Issue:
        return office.does(at_housing(world, MatterClass.SMALL), Act.DELIVER)

    agrees(REPORTED_BY_A_DEPARTMENT, played(bring, acts, *kinds))


def test_the_residents_word(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)
    acts = {
        **grid.tried((Act.RESPOND, Act.ADD, Act.CONFIRM, Act.CALL_BACK)),
        "not_solved": grid.tried((Act.CONFIRM,), resolved="not")["confirm"],
        "look_above": grid.tried((Act.CONFIRM,), resolved="not", look_above=True)["confirm"],
        "nobody_answers": grid.tried((Act.CALL_BACK,), resolved=None)["call_back"],
        "no_answer": lambda _: sweep(now=at(23, 10)),
    }
    kinds = ("receive", "respond", "resolve", "confirm")

    def bring() -> Issue:
        return grid.does(at_grid(world, MatterClass.SMALL), Act.SETTLE)

    agrees(ASKED, played(bring, acts, *kinds))


def test_the_general_office_is_to_name_who_leads(world: World) -> None:
    office = Trying.by(world, world.dispatcher)
    acts = {
        **office.tried((Act.RECEIVE, Act.RESPOND, Act.DECLINE, Act.NAME_LEAD)),
        "nobody_named": lambda _: sweep(now=at(16, 15, 30)),
    }
    kinds = ("dispatch", "receive", "respond", "resolve", "supervised")
    agrees(AT_THE_OFFICE, played(lambda: at_office(world), acts, *kinds))
