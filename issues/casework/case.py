"""A locked issue with its holders and running clocks, and the changes made to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from accounts.models import User
from acting.queries.among import among
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Body
from grids.queries.standing import standing_of
from grids.standing import Standing
from issues.acts.table import ACTS, GUARD
from issues.addresses import address_of_issue
from issues.casework.changes import Changes
from issues.casework.context import Context, read_context
from issues.casework.index import remember_what_was_said
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.enums.turns import TurnRole
from issues.facts import Facts
from issues.models import Assignment, Commitment, Deadline, Issue
from issues.queries import case_rows
from issues.queries.facts import facts_of
from issues.refusals import NotYours
from ledger.new_entry import NewEntry

ASKED_BY_A_CLOCK = (
    "uid", "reference", "community", "grid", "category", "reporter", "visibility", "matter_class",
    "stage", "level", "outside_due_at", "ending", "ended_at", "last_progress_at", "version",
    "sweep_failure",
)  # fmt: skip


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

        `on` names another issue, also locked, whose stream gets the entry instead. No `progress`
        are words of neighbours, which are checked first; what happens inside a body; a call that
        nobody may have answered; and that a clock ran out, if no more came of it.
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
    issues: list[Issue], context: Context, changes: Changes, *, sums: bool = True
) -> list[Case]:
    """The cases of `issues`, which are locked, in a few queries however many they are.

    `sums=False` leaves out what stands behind each clock, which is then read only if asked for.
    """
    keys = [issue.pk for issue in issues]
    cases = {issue.pk: Case(issue=issue, context=context, changes=changes) for issue in issues}
    turns = (
        case_rows.current_turns_with_bodies(issues=keys)
        if len(keys) == 1
        else case_rows.current_turns(issues=keys)
    )
    name_bodies(issues, turns)
    for turn in turns:
        turn.issue = cases[turn.issue_id].issue
        cases[turn.issue_id].turns.append(turn)
    changes.turns += turns
    for promise in case_rows.open_promises(issues=keys):
        cases[promise.issue_id].promises.append(promise)
    clocks = _running(cases, sums=sums)
    # Of the policy in force the rules are at hand.
    older = [clock for clock in clocks if context.policy.row(clock.rule_id) is None]
    prefetch_related_objects(older, "rule")
    for clock in clocks:
        case = cases[clock.issue_id]
        clock.issue = case.issue
        clock.assignment = next((t for t in case.turns if t.pk == clock.assignment_id), None)
        if clock.commitment_id is not None:
            clock.commitment = next(p for p in case.promises if p.pk == clock.commitment_id)
        case.clocks.append(clock)
    return list(cases.values())


def _running(cases: Mapping[int, Case], *, sums: bool) -> list[Deadline]:
    """Of one matter with what is late, in the same statement."""
    keys = list(cases)
    if not sums:
        return list(case_rows.running_clocks_bare(issues=keys))
    if len(keys) > 1:
        return list(case_rows.running_clocks(issues=keys))
    owed = [clock for key in keys for clock in case_rows.owed_clocks(issue=key)]
    for case in cases.values():
        case.know_late([clock for clock in owed if clock.breached_at and clock.assignment_id])
    return [clock for clock in owed if clock.breached_at is None]


def name_bodies(issues: list[Issue], turns: list[Assignment]) -> None:
    """One query and one object for all that point to the same body: many do to few."""
    issues = [issue for issue in issues if not Issue.community.is_cached(issue)]
    turns = [turn for turn in turns if not Assignment.body.is_cached(turn)]
    wanted = {turn.body_id for turn in turns}
    wanted.update(body for issue in issues for body in (issue.community_id, issue.grid_id))
    bodies = Body.objects.select_related("schedule").in_bulk(wanted)
    for turn in turns:
        turn.body = bodies[turn.body_id]
    for issue in issues:
        issue.community, issue.grid = bodies[issue.community_id], bodies[issue.grid_id]


def lock(keys: Iterable[int]) -> list[Issue]:
    """Lock issues in ascending id, as everyone who writes does, and only then read them.

    A single query that locks and reads would, after waiting for a lock, return the row as it is
    now, but counts and joined rows as they were before the wait.
    """
    issues = case_rows.issues_with_facts(issues=_locked(keys))
    remember_what_was_said(issues)
    return issues


def lock_for_the_clock(keys: Iterable[int]) -> list[Issue]:
    """As `lock`, without what others hold, and with no more than a clock asks for or changes.

    The bodies come with those of the turns, in `load_cases`.
    """
    rows = Issue.objects.filter(among("pk", _locked(keys, skip_locked=True)))
    wanted = rows.select_related("category", "sweep_failure").only(*ASKED_BY_A_CLOCK)
    issues = list(wanted.order_by("pk"))
    remember_what_was_said(issues)
    return issues


def _locked(keys: Iterable[int], *, skip_locked: bool = False) -> list[int]:
    rows = Issue.objects.filter(among("pk", keys)).order_by("pk")
    return list(rows.select_for_update(skip_locked=skip_locked).values_list("pk", flat=True))


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
