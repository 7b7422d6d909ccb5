"""The agenda of a sitting: its items with what they lack, and matters that can come on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from council.enums.agenda import ItemState, Lack
from council.models import AgendaItem, Council, Meeting, ProposalPutOff
from council.order.lacks import lacks
from council.queries.proposals import Proposal, proposals
from grids.enums import Role
from grids.models import Posting
from grids.queries.communities import communities_at
from grids.standing import Standing
from issues.enums.matter import Visibility
from issues.enums.stages import NOT_TALKED_OVER
from issues.mandate import SITTING_ACTS, SittingAct
from issues.models import Assignment, Issue, Outcome
from issues.queries.facts import with_facts
from issues.queries.references import asked_by_number
from issues.queries.visible import visible_to

PERFORMS = (Role.CLERK, Role.SIGNER)


def matters() -> QuerySet[Issue]:
    """With what `lacks_of` asks and what names them."""
    return with_facts(Issue.objects.all())


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """What is on it, in order; two statements, whatever its length."""
    items = AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)
    rows = list(items.select_related("resolution").order_by("position"))
    issues = matters().in_bulk([row.issue_id for row in rows if row.issue_id])
    for row in rows:
        if row.issue_id:
            row.issue = issues[row.issue_id]
    return rows


def is_shown(item: AgendaItem) -> bool:
    """Whether its words may be read by everybody: not where its matter went private meanwhile."""
    issue = item.issue
    return issue is None or (issue.visibility == Visibility.PUBLIC and not issue.is_dispute)


# The same, asked of the database.
NOT_SHOWN = Q(issue__isnull=False) & (
    ~Q(issue__visibility=Visibility.PUBLIC) | Q(issue__category__private=True)
)


def has_ended(item: AgendaItem) -> bool:
    return item.issue is not None and not item.issue.is_open


def is_past_deciding(item: AgendaItem) -> bool:
    """Its matter has ended, or no council decides on it before the resident's word."""
    issue = item.issue
    return issue is not None and issue.stage in NOT_TALKED_OVER[issue.matter_class]


# The same, asked of the database.
PAST_DECIDING = reduce(
    or_,
    (
        Q(issue__matter_class=matter_class, issue__stage__in=stages)
        for matter_class, stages in NOT_TALKED_OVER.items()
    ),
)


def is_put_off_too(item: AgendaItem) -> bool:
    """Whether its matter waits until the day to which a council puts it off."""
    issue = item.issue
    row = SITTING_ACTS[SittingAct.POSTPONE]
    return issue is not None and is_shown(item) and issue.stage in row.stages


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
    asked = asked_by_number(words, communities_at(paths))
    if asked is None:
        return []
    seen = visible_to(standing).filter(matters_of(paths)).filter(asked)
    return list(with_facts(seen).order_by("-year", "pk")[:2])


def held_by(person_id: int, issues: Sequence[int], *, now: datetime) -> list[Issue]:
    """Those of `issues` that the person reported, or carries out or carried out themselves."""
    return list(holding(person_id, issues, now=now).order_by("pk")) if issues else []


def holding(person_id: int, issues: Sequence[int], *, now: datetime) -> QuerySet[Issue]:
    """The same, still to be asked."""
    theirs = Posting.objects.active_at(now).filter(user=person_id, role__in=PERFORMS)
    turns = Assignment.objects.current().filter(body__in=theirs.values("body"))
    performed = Outcome.objects.filter(by=person_id)
    held = (
        Q(reporter=person_id)
        | Q(pk__in=turns.values("issue"))
        | Q(pk__in=performed.values("issue"))
    )
    return Issue.objects.filter(pk__in=issues).filter(held)


def why_not_chaired(chair: User, issue: Issue) -> str:
    """Of one that is `held_by` whoever chairs the sitting."""
    sentence = _(
        "{name} reported {reference} or carries it out, and so can't chair the sitting that talks "
        "it over. Let somebody else chair it."
    )
    return sentence.format(name=chair, reference=issue.reference)


def put_off(council: Council, *, today: date) -> set[int]:
    """Keys of matters that shall not propose themselves yet."""
    rows = ProposalPutOff.objects.filter(council=council, until__gte=today)
    return set(rows.values_list("issue_id", flat=True))


def proposals_for(meeting: Meeting, *, today: date, now: datetime) -> list[Proposal]:
    """What should come on the agenda of this sitting, is not on it and was not put off; of each
    whether its chair holds it, so that it can't come on.
    """
    council = meeting.council
    on_it = AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)
    known = set(on_it.filter(issue__isnull=False).values_list("issue_id", flat=True))
    keys = known | put_off(council, today=today)
    found = proposals(council, until=meeting.ends_at, now=now, except_keys=keys)
    if meeting.chair_id is None:
        return found
    held = {one.pk for one in held_by(meeting.chair_id, [one.issue.pk for one in found], now=now)}
    return [replace(one, is_chairs=one.issue.pk in held) for one in found]
