"""A locked issue with its holders and running clocks, and the changes made to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from accounts.models import User
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Body
from grids.queries.standing import standing_of
from grids.standing import Standing
from issues.acts.table import ACTS, GUARD
from issues.addresses import address_of_issue
from issues.casework.changes import Changes
from issues.casework.context import Context, read_context
from issues.casework.locking import lock
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import Visibility
from issues.enums.turns import TurnRole
from issues.facts import Facts
from issues.models import Assignment, Commitment, Deadline, Issue
from issues.queries import case_rows
from issues.queries.facts import facts_of
from issues.refusals import NotYours
from ledger.new_entry import NewEntry

# Up to this many issues each turn is read with its body. More issues share few bodies, so those are
# read once, by `name_bodies`.
FEW = 40


@dataclass(slots=True)
class Case:
    """What an act works on. Holders and clocks are kept up to date while it works."""

    issue: Issue
    context: Context
    changes: Changes
    turns: list[Assignment] = field(default_factory=list)
    clocks: list[Deadline] = field(default_factory=list)
    # Promises that bodies still owe, including those whose date has passed.
    promises: list[Commitment] = field(default_factory=list)
    standing: Standing | None = None
    # Where people find the issue; each notice leads there.
    address: str = field(init=False)
    _late: list[Deadline] | None = field(init=False, default=None)
    # All agenda clocks that the current turns ever had, in order; only a sitting asks for them.
    agendas: list[Deadline] | None = None

    def __post_init__(self) -> None:
        self.address = address_of_issue(self.issue)

    @property
    def now(self) -> datetime:
        return self.context.now

    @property
    def actor(self) -> User | None:
        return self.context.actor

    @property
    def facts(self) -> Facts:
        return facts_of(self.issue, self.turns)

    @property
    def lead(self) -> Assignment:
        return next(turn for turn in self.current() if turn.role == TurnRole.LEAD)

    @property
    def joints(self) -> list[Assignment]:
        return [turn for turn in self.current() if turn.role == TurnRole.JOINT]

    def current(self) -> list[Assignment]:
        return [turn for turn in self.turns if turn.left_at is None]

    @property
    def late(self) -> list[Deadline]:
        """Missed clocks of turns, whose matter is not done yet; read when they are first needed."""
        if self._late is None:
            self._late = (
                case_rows.late_clocks_of_turns(issue=self.issue.pk) if self.issue.pk else []
            )
        return self._late

    def know_late(self, clocks: list[Deadline]) -> None:
        self._late = clocks

    def open_promises(self, body_id: int) -> list[Commitment]:
        return [
            promise
            for promise in self.promises
            if promise.body_id == body_id
            and promise.fulfilled_at is None
            and promise.dropped_at is None
        ]

    def touch(self) -> None:
        """Note that the issue's own row has changed and must be written."""
        self.changes.issues.append(self.issue)

    def record(
        self,
        kind: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        texts: Mapping[str, str] | None = None,
        happened_at: datetime | None = None,
        on: Issue | None = None,
        progress: bool = True,
    ) -> None:
        """Add an entry to the issue's stream; people's words go into `texts`, which can be erased.

        `on` names another issue, also locked, whose stream gets the entry instead. Pass
        `progress=False` for what is no step forward that readers of the list see: words of
        neighbours, which are checked first; what happens inside a body; a call that nobody may
        have answered; a clock that ran out, if no more came of it.
        """
        issue = on or self.issue
        self.changes.entries.append(
            NewEntry(
                stream=issue.stream,
                kind=f"issue.{kind}",
                actor_id=None if self.actor is None else self.actor.pk,
                happened_at=happened_at or self.now,
                parameters=parameters or {},
                texts={name: text for name, text in (texts or {}).items() if text},
                public=issue.visibility == Visibility.PUBLIC,
            )
        )
        # A matter that is not public leaves no trace in the order of those that are.
        if progress and issue.visibility == Visibility.PUBLIC:
            issue.last_progress_at = self.now
            self.changes.issues.append(issue)

    def record_inside(
        self,
        kind: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """Add an entry to the stream that never goes public, not even that there is one."""
        self.changes.entries.append(
            NewEntry(
                stream=self.issue.inside_stream,
                kind=f"issue.{kind}",
                actor_id=None if self.actor is None else self.actor.pk,
                happened_at=self.now,
                parameters=parameters or {},
                texts=texts or {},
                public=False,
            )
        )


def load_cases(
    issues: list[Issue],
    context: Context,
    changes: Changes,
    *,
    sums: bool = True,
    for_sitting: bool = False,
) -> list[Case]:
    """The cases of `issues`, which are locked, in a few queries however many they are.

    `sums=False` leaves out what stands behind each clock, which is then read only if asked for;
    `for_sitting` reads what agendas there were.
    """
    keys = [issue.pk for issue in issues]
    cases = {issue.pk: Case(issue=issue, context=context, changes=changes) for issue in issues}
    turns = (
        case_rows.current_turns_with_bodies(issues=keys)
        if len(keys) <= FEW
        else case_rows.current_turns(issues=keys)
    )
    name_bodies(issues, turns)
    for turn in turns:
        turn.issue = cases[turn.issue_id].issue
        cases[turn.issue_id].turns.append(turn)
    changes.turns += turns
    if for_sitting:
        clocks = _running_beside_agendas(cases)
    else:
        clocks = _running(cases) if sums else _running_bare(cases)
    # Rules of the policy in force are in memory; only older ones must be read.
    older = [clock for clock in clocks if context.policy.row(clock.rule_id) is None]
    prefetch_related_objects(older, "rule")
    for clock in clocks:
        case = cases[clock.issue_id]
        clock.issue = case.issue
        clock.assignment = next((t for t in case.turns if t.pk == clock.assignment_id), None)
        case.clocks.append(clock)
    return list(cases.values())


def _running_beside_agendas(cases: Mapping[int, Case]) -> list[Deadline]:
    """As `_running`, and by the same statement the agenda clocks that are over by now."""
    found = case_rows.owed_clocks_and_agendas(issues=list(cases))
    for key, case in cases.items():
        case.agendas = [c for c in found if (c.issue_id, c.kind) == (key, DeadlineKind.AGENDA)]
    return _sorted_in(cases, [clock for clock in found if clock.is_owed])


def _running(cases: Mapping[int, Case]) -> list[Deadline]:
    """The running clocks; the same statement reads what is late and the promises still owed."""
    return _sorted_in(cases, case_rows.owed_clocks(issues=list(cases)))


def _sorted_in(cases: Mapping[int, Case], owed: list[Deadline]) -> list[Deadline]:
    """Give late clocks and promises to their cases; return the clocks that run."""
    promises: dict[int, Commitment] = {}
    for clock in owed:
        if clock.commitment is not None:
            clock.commitment = promises.setdefault(clock.commitment.pk, clock.commitment)
    for key in sorted(promises):
        cases[promises[key].issue_id].promises.append(promises[key])
    late: dict[int, list[Deadline]] = {key: [] for key in cases}
    for clock in owed:
        if clock.breached_at is not None and clock.assignment_id is not None:
            late[clock.issue_id].append(clock)
    for key, case in cases.items():
        case.know_late(late[key])
    return [clock for clock in owed if clock.is_running]


def _running_bare(cases: Mapping[int, Case]) -> list[Deadline]:
    """The running clocks without the sums behind them, as the sweep reads a thousand matters."""
    promises: dict[int, Commitment] = {}
    for promise in case_rows.open_promises(issues=list(cases)):
        cases[promise.issue_id].promises.append(promise)
        promises[promise.pk] = promise
    clocks: list[Deadline] = case_rows.running_clocks_bare(issues=list(cases))
    for clock in clocks:
        if clock.commitment_id is not None:
            clock.commitment = promises[clock.commitment_id]
    return clocks


def name_bodies(issues: list[Issue], turns: list[Assignment]) -> None:
    """Read each body once and share the object, since many issues and turns point to few bodies."""
    issues = [issue for issue in issues if not Issue.community.is_cached(issue)]
    turns = [turn for turn in turns if not Assignment.body.is_cached(turn)]
    wanted = {turn.body_id for turn in turns}
    wanted.update(body for issue in issues for body in (issue.community_id, issue.grid_id))
    bodies = Body.objects.select_related("schedule").in_bulk(wanted)
    for turn in turns:
        turn.body = bodies[turn.body_id]
    for issue in issues:
        issue.community, issue.grid = bodies[issue.community_id], bodies[issue.grid_id]


@contextmanager
def opened(
    issue: Issue,
    act: Act,
    *,
    actor: User,
    now: datetime,
    seen: int | None = None,
    bumps: bool = True,
) -> Iterator[Case]:
    """Lock the issue, check again whether `actor` may act, yield the case, write its changes.

    `seen` is the version that the actor's page showed. Raises NotYours, Stale or WrongStage. If
    the block raises, nothing is written; nor if it changes nothing.
    """
    with transaction.atomic():
        case = open_case(issue.pk, actor=actor, now=now)
        case.standing = standing_of(actor, now=now)
        version = case.issue.version
        GUARD.refuse_closed(ACTS[act], case.standing, case.facts, seen=seen, version=version)
        yield case
        close_case(case, bumps=bumps)


def open_case(key: int, *, actor: User | None, now: datetime) -> Case:
    """Lock one issue and read what belongs to it. Raises NotYours if there is no such issue."""
    locked = lock([key])
    if not locked:
        raise NotYours
    context = read_context(locked, actor=actor, now=now)
    return load_cases(locked, context, Changes(now=now))[0]


def close_case(case: Case, *, bumps: bool = True, into: RecordedAndTold | None = None) -> None:
    """Write what changed; `bumps` raises the version, which makes open pages stale."""
    if case.changes.is_empty:
        return
    if bumps:
        case.issue.version += 1
        case.touch()
    case.changes.write(into)
