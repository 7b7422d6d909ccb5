"""The default policy: version 1 is the table of rules §6, version 2 adds the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clocks.enums import SpanKind
from clocks.spans import Span
from issues.chain.policy import Policy, Rule
from issues.enums.deadlines import DeadlineKind, OnBreach, StartsAt
from issues.enums.matter import UNCLASSIFIED, MatterClass
from issues.enums.turns import Level, TurnRole


def hours(amount: int) -> Span:
    return Span(SpanKind.HOURS, amount)


def working_hours(amount: int) -> Span:
    return Span(SpanKind.WORKING_HOURS, amount)


def working_days(amount: int) -> Span:
    return Span(SpanKind.WORKING_DAYS, amount)


UP, SUPERVISE = OnBreach.PUSH_UP, OnBreach.SUPERVISE
TURN, RECEIPT = StartsAt.TURN, StartsAt.RECEIPT
GRID, COMMUNITY, DEPARTMENT = Level.GRID, Level.COMMUNITY, Level.DEPARTMENT
SMALL, URGENT, HARD, MAJOR = (
    MatterClass.SMALL,
    MatterClass.URGENT,
    MatterClass.HARD,
    MatterClass.MAJOR,
)


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A line of the table: take in, first contact and from when, result, what a miss brings."""

    receive: Span
    respond: Span
    respond_from: StartsAt
    resolve: Span
    receive_missed: OnBreach
    resolve_missed: OnBreach


TABLE: dict[tuple[str, Level], PolicyRow] = {
    (UNCLASSIFIED, GRID): PolicyRow(
        working_hours(4), working_days(1), TURN, working_days(3), UP, UP
    ),
    (UNCLASSIFIED, COMMUNITY): PolicyRow(
        working_hours(4), working_days(1), TURN, working_days(3), SUPERVISE, UP
    ),
    (UNCLASSIFIED, DEPARTMENT): PolicyRow(
        working_days(1), working_days(1), RECEIPT, working_days(5), SUPERVISE, SUPERVISE
    ),
    (SMALL, GRID): PolicyRow(working_hours(4), working_days(1), TURN, working_days(2), UP, UP),
    (SMALL, COMMUNITY): PolicyRow(
        working_hours(4), working_days(1), TURN, working_days(3), SUPERVISE, UP
    ),
    (SMALL, DEPARTMENT): PolicyRow(
        working_days(1), working_days(1), RECEIPT, working_days(5), SUPERVISE, SUPERVISE
    ),
    (URGENT, GRID): PolicyRow(hours(1), hours(1), TURN, hours(24), UP, UP),
    (URGENT, COMMUNITY): PolicyRow(hours(1), hours(1), TURN, hours(24), UP, UP),
    (URGENT, DEPARTMENT): PolicyRow(hours(1), hours(2), TURN, hours(72), SUPERVISE, SUPERVISE),
    (HARD, GRID): PolicyRow(working_hours(4), working_days(1), TURN, working_days(10), UP, UP),
    (HARD, COMMUNITY): PolicyRow(
        working_hours(4), working_days(1), TURN, working_days(10), SUPERVISE, UP
    ),
    (HARD, DEPARTMENT): PolicyRow(
        working_days(1), working_days(1), RECEIPT, working_days(15), SUPERVISE, SUPERVISE
    ),
    (MAJOR, GRID): PolicyRow(working_hours(4), working_days(1), TURN, working_days(1), UP, UP),
    (MAJOR, COMMUNITY): PolicyRow(
        working_hours(4), working_days(1), TURN, working_days(20), SUPERVISE, UP
    ),
    (MAJOR, DEPARTMENT): PolicyRow(
        working_days(1), working_days(1), RECEIPT, working_days(30), SUPERVISE, SUPERVISE
    ),
}

# The other kinds hold for every class and level.
EVERYWHERE: tuple[tuple[DeadlineKind, Span, OnBreach], ...] = (
    (DeadlineKind.VERIFY, working_days(1), OnBreach.TELL_ABOVE),
    (DeadlineKind.SUPERVISED, working_days(5), OnBreach.SUPERVISE),
    (DeadlineKind.CONFIRM, hours(7 * 24), OnBreach.CLOSE),
)


def lead_rules(matter_class: str, level: Level, row: PolicyRow) -> Iterator[Rule]:
    def rule(kind: DeadlineKind, span: Span, starts: StartsAt, missed: OnBreach) -> Rule:
        return Rule(matter_class, level, TurnRole.LEAD, kind, span, starts, missed)

    yield rule(DeadlineKind.RECEIVE, row.receive, TURN, row.receive_missed)
    yield rule(DeadlineKind.RESPOND, row.respond, row.respond_from, OnBreach.TELL_ABOVE)
    yield rule(DeadlineKind.RESOLVE, row.resolve, TURN, row.resolve_missed)
    for kind, span, missed in EVERYWHERE:
        yield rule(kind, span, StartsAt.EVENT, missed)
    if matter_class == URGENT:
        yield rule(DeadlineKind.TALK, hours(24), StartsAt.EVENT, OnBreach.TELL_ABOVE)
    if level == DEPARTMENT:
        yield rule(DeadlineKind.DISPATCH, working_hours(4), StartsAt.EVENT, SUPERVISE)


def joint_rules(matter_class: str, level: Level) -> Iterator[Rule]:
    """Joint bodies take in within a day; their result is due when the lead's is."""

    def rule(kind: DeadlineKind, span: Span, starts: StartsAt, missed: OnBreach) -> Rule:
        return Rule(matter_class, level, TurnRole.JOINT, kind, span, starts, missed)

    yield rule(DeadlineKind.RECEIVE, working_days(1), TURN, OnBreach.URGE)
    yield rule(DeadlineKind.SUPERVISED, working_days(5), StartsAt.EVENT, OnBreach.SUPERVISE)


def first_policy() -> Policy:
    """As it was before councils sat here; running clocks keep it."""
    rules: list[Rule] = []
    for (matter_class, level), row in TABLE.items():
        rules.extend(lead_rules(matter_class, level, row))
        rules.extend(joint_rules(matter_class, level))
    return Policy(1, rules)


def default_policy() -> Policy:
    """A major matter comes on an agenda of its community's council in five working days."""
    agenda = Rule(
        MAJOR,
        COMMUNITY,
        TurnRole.LEAD,
        DeadlineKind.AGENDA,
        working_days(5),
        TURN,
        OnBreach.TELL_ABOVE,
    )
    return Policy(2, [*first_policy(), agenda])
