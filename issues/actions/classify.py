"""Set the class of a matter, which determines its procedure and its clocks (S4)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from grids.models import Category
from issues.casework import deadlines
from issues.casework.agenda import follow_class
from issues.casework.case import Case, opened
from issues.casework.class_clocks import recompute
from issues.casework.moving_up import move_up
from issues.casework.stage import move_to
from issues.casework.tell import tell_resident
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Issue


def classify(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    matter_class: MatterClass,
    category: Category | None = None,
    reason: str = "",
    seen: int | None = None,
) -> Issue:
    """Set class and category; this takes a matter from COLLECT to TOPIC.

    Changing a class needs a reason. Clocks are recomputed from the start of the turn; the promise
    made to the resident is not reset. A major matter in a grid moves to its community.
    """
    with transaction.atomic():
        category = None if category is None else _locked(category)
        with opened(issue, Act.CLASSIFY, actor=actor, now=now, seen=seen) as case:
            reason = storable_text(reason, Assignment, "reason")
            _check(case, matter_class, category, reason)
            before = case.issue.matter_class
            _set(case, matter_class, category)
            case.record(
                "classified",
                {"from": before, "to": matter_class, "category": _code(case.issue)},
                texts={"reason": reason},
            )
            if before != matter_class:
                recompute(case, before)
            follow_class(case)
            if case.issue.stage == Stage.COLLECT:
                move_to(case, Stage.TOPIC)
            if matter_class == MatterClass.MAJOR and case.issue.level == Level.GRID:
                move_up(case, TurnCause.BELONGS, reason=reason)
            dates = deadlines.dates_told(case, DeadlineKind.RESOLVE)
            tell_resident(case, "classified", matter_class=matter_class, sms=False, **dates)
            return case.issue


def _locked(category: Category) -> Category:
    """The category as it is now, locked so that nobody changes it meanwhile.

    Everyone locks a category before its issues: making a category private does so too.
    """
    return Category.objects.select_for_update(of=("self",), no_key=True).get(pk=category.pk)


def _check(case: Case, matter_class: MatterClass, category: Category | None, reason: str) -> None:
    if case.lead.received_at is None:
        raise Refused(_("Take the matter in first."))
    changed = case.issue.matter_class not in {"", matter_class}
    if changed and not reason:
        raise Refused(_("Say why the class changes: the resident reads it."), field="reason")
    if category is None and case.issue.category_id is None:
        raise Refused(_("Choose what the matter is about."), field="category")
    if category is not None and category.private and case.issue.visibility == Visibility.PUBLIC:
        raise Refused(
            _("This matter is public. Hide it before you make it a dispute."), field="category"
        )
    stays_private = case.issue.is_dispute if category is None else category.private
    if matter_class == MatterClass.MAJOR and (stays_private or case.issue.private_wish):
        raise Refused(
            _("A major matter is decided at a public sitting, and this one stays private."),
            field="matter_class",
        )
    becomes_dispute = category is not None and category.private and not case.issue.is_dispute
    if becomes_dispute and (case.joints or case.issue.level == Level.DEPARTMENT):
        raise Refused(
            _("A dispute between neighbours stays with its community; others have this one."),
            field="category",
        )


def _set(case: Case, matter_class: MatterClass, category: Category | None) -> None:
    issue = case.issue
    issue.matter_class = matter_class
    if category is not None:
        issue.category = category
    if issue.is_dispute and issue.visibility == Visibility.PENDING:
        issue.visibility = Visibility.PRIVATE
    case.touch()


def _code(issue: Issue) -> str:
    """The category's code; "" for a dispute, since the record goes public with the matter."""
    category = issue.category
    return category.code if category is not None and not category.private else ""
