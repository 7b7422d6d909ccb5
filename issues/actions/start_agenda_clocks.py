"""Start the agenda's clock of major matters that were at a community before there was one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from issues.casework.agenda import follow_class
from issues.casework.case import load_cases, lock
from issues.casework.changes import Changes
from issues.casework.context import read_context
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import BEFORE_DELIVERY
from issues.enums.turns import Level
from issues.models import Assignment, Deadline

BATCH = 200


def start_agenda_clocks(*, now: datetime) -> int:
    """From now, since nobody is late for what was not asked; return how many were started.

    Run again it finds nothing: a turn that ever had this clock is left alone.
    """
    started = 0
    waiting = _waiting()
    for first in range(0, len(waiting), BATCH):
        with transaction.atomic():
            issues = lock(waiting[first : first + BATCH])
            changes = Changes(now=now)
            context = read_context(issues, actor=None, now=now)
            for case in load_cases(issues, context, changes):
                follow_class(case)
            started += len(changes.deadlines)
            changes.write()
    return started


def _waiting() -> list[int]:
    agenda = Deadline.objects.filter(assignment=OuterRef("pk"), kind=DeadlineKind.AGENDA)
    turns = (
        Assignment.objects.current()
        .lead()
        .filter(
            ~Exists(agenda),
            level=Level.COMMUNITY,
            issue__matter_class=MatterClass.MAJOR,
            issue__stage__in=BEFORE_DELIVERY,
        )
    )
    return list(turns.order_by("issue_id").values_list("issue_id", flat=True))
