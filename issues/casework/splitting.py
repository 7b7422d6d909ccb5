"""Let what was merged go on by itself, as whoever raised the other one takes it back or is gone."""

from __future__ import annotations

from typing import Final

from issues.casework.case import Case, load_cases
from issues.casework.context import read_context
from issues.casework.deadlines import never_on_an_agenda
from issues.casework.quotes import quiet_former
from issues.casework.stage import move_to
from issues.casework.taking_over import take_dates
from issues.casework.tell import tell_followers
from issues.casework.turns import open_lead
from issues.enums.matter import UNCLASSIFIED, MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Issue

# Stored in place of a person's own text, so it can't follow the reader's language.
ERASED: Final = "内容已按本人要求删除"


def goes_on(issue: Issue) -> bool:
    """Whether anything is left of it that a body could see to: its words may be erased."""
    return issue.text != ERASED


def split_off(case: Case, other: Case) -> None:
    """`case` goes on where `other` stands, under its own number, with the earlier dates of both.

    The turns of `other` still run. What was said and found there stays there.
    """
    issue = case.issue
    issue.merged_into, issue.merged_at = None, None
    # What stays private is no major matter: nobody could decide it in public.
    private_major = other.issue.matter_class == MatterClass.MAJOR and never_on_an_agenda(case)
    if issue.matter_class == UNCLASSIFIED and not private_major:
        issue.matter_class = other.issue.matter_class
        issue.category = issue.category or other.issue.category
    looked_at = issue.category is not None and issue.matter_class != UNCLASSIFIED
    move_to(case, Stage.TOPIC if looked_at else Stage.COLLECT)
    level = Level(other.issue.level)
    open_lead(case, other.lead.body, level, TurnCause.SPLIT_OFF, number=_next_turn(case))
    take_dates(case, other)
    case.record("split_off")
    case.issue.version += 1
    case.touch()
    tell_followers(case, "split_off", sms=True)
    quiet_former(other, issue.reporter_id)


def cases_of(issues: list[Issue], case: Case) -> list[Case]:
    """What was merged into `case`; their changes are written with those of `case`."""
    if not issues:
        return []
    context = read_context(issues, actor=case.actor, now=case.now)
    return load_cases(issues, context, case.changes)


def _next_turn(case: Case) -> int:
    return Assignment.objects.filter(issue=case.issue).count() + 1
