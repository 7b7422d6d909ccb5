"""Note that the resident was told by phone or at the door, after a message had failed."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from grids.queries.standing import standing_of
from issues.acts.table import may_tell_in_person
from issues.casework.case import close_case, open_case
from issues.models import Issue
from issues.queries.unreached import reporter_unreached
from issues.refusals import NotYours
from notifications.actions.told_in_person import told_in_person


def tell_in_person(issue: Issue, *, actor: User, now: datetime) -> None:
    """Record it in the inside stream; do nothing if it was done or a message arrived meanwhile.

    Allowed at any stage, and also after the end, because the resident must above all learn how
    the matter ended. Raises NotYours.
    """
    with transaction.atomic():
        case = open_case(issue.pk, actor=actor, now=now)
        if not may_tell_in_person(standing_of(actor, now=now), case.facts):
            raise NotYours
        reporter = case.issue.reporter_id
        unheard = Issue.objects.filter(reporter_unreached(), pk=issue.pk)
        if reporter is None or not unheard.exists():
            return
        case.record_inside("told_in_person")
        close_case(case, bumps=False)
        told_in_person(reporter, subject=case.issue.uid, actor=actor)
