"""The agenda of a sitting: its items with what they lack, and matters that can come on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from council.enums.agenda import ItemReason, ItemState, Lack
from council.models import AgendaItem, Council, Meeting, ProposalPutOff
from council.order.lacks import lacks
from grids.enums import Role
from grids.models import Posting
from grids.standing import Standing
from issues.enums import DeadlineKind, MatterClass, TurnCause, Visibility
from issues.models import Assignment, Deadline, Issue, Outcome
from issues.queries.facts import with_facts
from issues.queries.references import asked_by_number
from issues.queries.visible import visible_to

# What still comes up in a planned sitting.
COMING = (ItemState.WAITING, ItemState.ON)
PERFORMS = (Role.CLERK, Role.SIGNER)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A matter that proposes itself, and why."""

    issue: Issue
    reasons: tuple[ItemReason, ...]


def matters() -> QuerySet[Issue]:
    """With what `lacks_of` asks and what names them."""
    return with_facts(Issue.objects.all())


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """What is on it, in order; two statements, whatever its length."""
    items = AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)
    rows = list(items.order_by("position"))
    issues = matters().in_bulk([row.issue_id for row in rows if row.issue_id])
    for row in rows:
        if row.issue_id:
            row.issue = issues[row.issue_id]
    return rows


def is_shown(item: AgendaItem) -> bool:
    """Whether its words may be read by everybody: not where its matter went private meanwhile."""
    issue = item.issue
    return issue is None or (issue.visibility == Visibility.PUBLIC and not issue.is_dispute)


def lacks_of(issue: Issue) -> list[Lack]:
    """Of a matter read through `matters`."""
    return lacks(
        matter_class=issue.matter_class,
        findings=vars(issue)["finding_count"],
        is_public=issue.visibility == Visibility.PUBLIC and not issue.is_dispute,
        is_open=issue.is_open,
    )


def matters_of(paths: Collection[str]) -> Q:
    """Matters of the places with these paths."""
    found = Q(pk__in=())
    for path in paths:
        found |= Q(grid__path__startswith=path)
    return found


def matters_by_number(words: str, paths: Collection[str], standing: Standing) -> list[Issue]:
    """Of these places, as far as the person may open them: at most two are of interest."""
    asked = asked_by_number(words)
    if not asked:
        return []
    seen = visible_to(standing).filter(matters_of(paths)).filter(asked)
    return list(with_facts(seen).order_by("-year", "pk")[:2])


def held_by(person_id: int, issues: Sequence[int], *, now: datetime) -> list[Issue]:
    """Those of `issues` that the person reported, or carries out or carried out themselves."""
    if not issues:
        return []
    theirs = Posting.objects.active_at(now).filter(user=person_id, role__in=PERFORMS)
    turns = Assignment.objects.current().filter(body__in=theirs.values("body"))
    performed = Outcome.objects.filter(by=person_id)
    held = (
        Q(reporter=person_id)
        | Q(pk__in=turns.values("issue"))
        | Q(pk__in=performed.values("issue"))
    )
    return list(Issue.objects.filter(pk__in=issues).filter(held).order_by("pk"))


def put_off(council: Council, *, today: date) -> set[int]:
    """Keys of matters that shall not propose themselves yet."""
    rows = ProposalPutOff.objects.filter(council=council, until__gte=today)
    return set(rows.values_list("issue_id", flat=True))


def proposals_for(meeting: Meeting, *, today: date, now: datetime) -> list[Proposal]:
    """What should come on the agenda of this sitting and is not on it."""
    on_it = AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)
    known = set(on_it.filter(issue__isnull=False).values_list("issue_id", flat=True))
    council = meeting.council
    reasons = _reasons(council, until=meeting.ends_at, now=now)
    for key in known | put_off(council, today=today):
        reasons.pop(key, None)
    found = matters().filter(pk__in=reasons, visibility=Visibility.PUBLIC)
    found = found.exclude(category__private=True)
    return [Proposal(issue, tuple(reasons[issue.pk])) for issue in found.order_by("raised_at")]


def _reasons(council: Council, *, until: datetime, now: datetime) -> dict[int, list[ItemReason]]:
    """Matters that the council's body leads, by why they propose themselves."""
    turns = Assignment.objects.current().lead().filter(body=council.body)
    led = dict(turns.values_list("issue_id", "cause"))
    due = Deadline.objects.running().filter(issue__in=led, due_at__range=(now, until))
    soon = set(due.exclude(kind=DeadlineKind.CONFIRM).values_list("issue_id", flat=True))
    rows = with_facts(Issue.objects.filter(pk__in=led))
    found: dict[int, list[ItemReason]] = {}
    for issue in rows:
        talks = vars(issue)["deliberation_count"]
        asked = {
            ItemReason.PUSHED_UP: led[issue.pk] in {TurnCause.PUSHED_UP, TurnCause.CLOCK},
            ItemReason.DUE: issue.pk in soon,
            ItemReason.HARD_AGAIN: issue.matter_class == MatterClass.HARD and talks < 2,
            ItemReason.MAJOR: issue.matter_class == MatterClass.MAJOR,
        }
        if any(asked.values()):
            found[issue.pk] = [reason for reason, holds in asked.items() if holds]
    return found
