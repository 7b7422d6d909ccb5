"""The default policy is the table of rules §6, row for row, written down here once more."""

from __future__ import annotations

import pytest

from clocks.enums import SpanKind
from issues.chain.default_policy import default_policy, first_policy
from issues.chain.policy import Policy
from issues.enums.deadlines import DeadlineKind, OnBreach, StartsAt
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnRole

UNITS = {
    "h": SpanKind.HOURS,
    "wh": SpanKind.WORKING_HOURS,
    "wd": SpanKind.WORKING_DAYS,
}
# class, level, receive, first contact, from receipt, resolve, breach of receive, of resolve
TABLE = """
-      grid       4wh 1wd turn    3wd  push_up   push_up
-      community  4wh 1wd turn    3wd  supervise push_up
-      department 1wd 1wd receipt 5wd  supervise supervise
small  grid       4wh 1wd turn    2wd  push_up   push_up
small  community  4wh 1wd turn    3wd  supervise push_up
small  department 1wd 1wd receipt 5wd  supervise supervise
urgent grid       1h  1h  turn    24h  push_up   push_up
urgent community  1h  1h  turn    24h  push_up   push_up
urgent department 1h  2h  turn    72h  supervise supervise
hard   grid       4wh 1wd turn    10wd push_up   push_up
hard   community  4wh 1wd turn    10wd supervise push_up
hard   department 1wd 1wd receipt 15wd supervise supervise
major  grid       4wh 1wd turn    1wd  push_up   push_up
major  community  4wh 1wd turn    20wd supervise push_up
major  department 1wd 1wd receipt 30wd supervise supervise
"""
ROWS = [line.split() for line in TABLE.split("\n") if line]
CLASSES = ["", *MatterClass]


@pytest.fixture(scope="module")
def policy() -> Policy:
    return default_policy()


def found(policy: Policy, where: tuple[str, str, str], kind: DeadlineKind) -> tuple[str, str, str]:
    rule = policy.find(*where, kind)
    assert rule is not None, (where, kind)
    unit = {value: key for key, value in UNITS.items()}[rule.span.kind]
    return f"{rule.span.amount}{unit}", rule.starts.value, rule.on_breach.value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_row_of_the_table(policy: Policy, row: list[str]) -> None:
    name, level, receive, respond, contact_from, resolve, missed_receive, missed_resolve = row
    lead = ("" if name == "-" else name, level, TurnRole.LEAD.value)
    assert found(policy, lead, DeadlineKind.RECEIVE) == (receive, "turn", missed_receive)
    assert found(policy, lead, DeadlineKind.RESPOND) == (respond, contact_from, "tell_above")
    assert found(policy, lead, DeadlineKind.RESOLVE) == (resolve, "turn", missed_resolve)
    assert found(policy, lead, DeadlineKind.VERIFY) == ("1wd", "event", "tell_above")
    assert found(policy, lead, DeadlineKind.CONFIRM) == ("168h", "event", "close")
    assert found(policy, lead, DeadlineKind.SUPERVISED) == ("5wd", "event", "supervise")


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", CLASSES)
def test_joint_bodies_have_the_same_row_everywhere(policy: Policy, name: str, level: str) -> None:
    joint = (name, level, TurnRole.JOINT.value)
    assert found(policy, joint, DeadlineKind.RECEIVE) == ("1wd", "turn", "urge")
    # The result is due when the lead's is, so no span of its own.
    assert policy.find(*joint, DeadlineKind.RESOLVE) is None
    assert found(policy, joint, DeadlineKind.SUPERVISED)[0] == "5wd"


@pytest.mark.parametrize("name", CLASSES)
def test_a_lead_is_named_within_four_working_hours(policy: Policy, name: str) -> None:
    office = (name, Level.DEPARTMENT.value, TurnRole.LEAD.value)
    assert found(policy, office, DeadlineKind.DISPATCH) == ("4wh", "event", "supervise")
    assert policy.find(name, Level.COMMUNITY, TurnRole.LEAD, DeadlineKind.DISPATCH) is None


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", CLASSES)
def test_only_urgent_matters_are_owed_a_talk(policy: Policy, name: str, level: str) -> None:
    rule = policy.find(name, level, TurnRole.LEAD, DeadlineKind.TALK)
    if name != MatterClass.URGENT:
        assert rule is None
    else:
        assert rule is not None
        assert (rule.span.amount, rule.span.kind) == (24, SpanKind.HOURS)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", CLASSES)
def test_only_a_major_matter_at_its_community_is_to_come_on_an_agenda(
    policy: Policy, name: str, level: str
) -> None:
    lead = (name, level, TurnRole.LEAD.value)
    if (name, level) == (MatterClass.MAJOR, Level.COMMUNITY):
        assert found(policy, lead, DeadlineKind.AGENDA) == ("5wd", "turn", "tell_above")
    else:
        assert policy.find(*lead, DeadlineKind.AGENDA) is None
    assert policy.find(name, level, TurnRole.JOINT, DeadlineKind.AGENDA) is None


def test_the_second_version_adds_the_agenda_and_changes_nothing_else(policy: Policy) -> None:
    first, second = first_policy(), policy
    assert (first.number, second.number) == (1, 2)
    added = set(second) - set(first)
    assert set(first) <= set(second)
    assert [rule.kind for rule in added] == [DeadlineKind.AGENDA]


def test_it_is_total_over_class_level_and_role(policy: Policy) -> None:
    begun = {DeadlineKind.RECEIVE, DeadlineKind.RESPOND, DeadlineKind.RESOLVE}
    assert {(row[0].strip("-"), row[1]) for row in ROWS} == {
        (str(name), level.value) for name in CLASSES for level in Level
    }
    for name in CLASSES:
        for level in Level:
            at_start = {rule.kind for rule in policy.at_start(name, level, TurnRole.LEAD)}
            at_receipt = {
                rule.kind for rule in policy
                if (rule.matter_class, rule.level, rule.role, rule.starts)
                == (name, level, TurnRole.LEAD, StartsAt.RECEIPT)
            }  # fmt: skip
            assert (at_start | at_receipt) - {DeadlineKind.AGENDA} == begun
            assert not at_start & at_receipt
            assert DeadlineKind.RESOLVE in at_start


def test_every_rule_has_a_span_and_is_there_once(policy: Policy) -> None:
    rules = list(policy)
    assert all(rule.span.amount > 0 for rule in rules)
    assert len({rule.key for rule in rules}) == len(rules)
    assert {rule.on_breach for rule in rules} == set(OnBreach)
