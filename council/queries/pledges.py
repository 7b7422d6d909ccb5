"""What bodies were asked to do: one by its uid, and what the rules ask about it."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from acting.queries.only_row import only_row
from clocks.hours import SHANGHAI
from council.enums.decisions import PLEDGE_WAITS, PledgeState
from council.enums.meetings import MEETING_PUBLIC
from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from council.models import Pledge
from council.queries.agenda import is_shown
from council.queries.councils import facts_of_council
from council.queries.speakers import spoken_for_by
from council.rules.councils import looks_after
from council.rules.pledges import SPEAKERS, answers_for
from grids.enums import Role
from grids.models import Body
from grids.queries.serving import OFFICES, serves
from issues.enums.stages import ENDED_STAGES, Stage
from issues.models import Assignment

# The end of the day on which it is due, as promises are kept.
END_OF_DAY = time(18, 0)
ISSUE = "resolution__item__issue"
PARTS = Assignment.objects.filter(issue=OuterRef(ISSUE), body=OuterRef("body"))
HAS_PART = PARTS.filter(left_at=None)


def pledges() -> QuerySet[Pledge]:
    """With what names them, and whether the body has or had a part in the matter."""
    rows = Pledge.objects.select_related(
        "body__parent",
        "commitment",
        "resolution__item__issue__category",
        "resolution__item__issue__grid",
        "resolution__item__meeting__council__body__parent",
    )
    return rows.annotate(has_part=Exists(HAS_PART), had_part=Exists(PARTS))


def pledge_for(uid: UUID, viewer: Viewer, *, now: datetime) -> Pledge | None:
    """Decisions are public, and so is what was asked of whom; a rehearsal's is nobody's.

    Of a matter that is not public any more it is read by who was asked, and by the community.
    """
    rows = pledges().filter(
        uid=uid,
        resolution__item__meeting__state__in=MEETING_PUBLIC,
        resolution__item__meeting__rehearsal=False,
    )
    pledge = only_row(rows)
    if pledge is None or is_shown(pledge.resolution.item) or _reads_hidden(viewer, pledge, now):
        return pledge
    return None


def _reads_hidden(viewer: Viewer, pledge: Pledge, now: datetime) -> bool:
    council = pledge.resolution.item.meeting.council
    asked = answers_for(viewer, facts_of_pledge(pledge, now=now))
    return asked or looks_after(viewer, facts_of_council(council))


def due_at(pledge: Pledge) -> datetime:
    return timezone.make_aware(datetime.combine(pledge.due_on, END_OF_DAY), SHANGHAI)


def facts_of_pledge(pledge: Pledge, *, now: datetime) -> PledgeFacts:
    """Of one that was read through `pledges`."""
    body, issue = pledge.body, pledge.resolution.item.issue
    street = body.parent_id if body is not None and body.general_office else None
    return PledgeFacts(
        body_id=pledge.body_id,
        street_id=street,
        state=PledgeState(pledge.state),
        stage=None if issue is None else Stage(issue.stage),
        has_part=vars(pledge)["has_part"],
        had_part=vars(pledge)["had_part"],
        may_join=body is not None and issue is not None and serves(body, issue.grid.path),
        is_past=due_at(pledge) <= now,
    )


def waits_for_body() -> QuerySet[Pledge]:
    """Asked and not answered, in time or late; what a rehearsal asks is asked of nobody."""
    return Pledge.objects.filter(
        state__in=PLEDGE_WAITS, resolution__item__meeting__rehearsal=False
    ).order_by("answer_by")


def pledges_owed(viewer: Viewer) -> list[Pledge]:
    """What the bodies that somebody speaks for have not answered yet, the most pressing first."""
    if not viewer.standing.body_ids(*SPEAKERS, Role.DISPATCHER):
        return []
    bodies = Body.objects.filter(spoken_for_by(viewer.standing))
    owed = waits_for_body().filter(body__in=bodies).values("pk")
    return list(pledges().filter(pk__in=owed).order_by("answer_by")[:50])


def pledges_due(now: datetime) -> list[int]:
    """Keys of those whose time to answer is over."""
    rows = Pledge.objects.filter(state=PledgeState.ASKED, answer_by__lte=now)
    return list(rows.order_by("answer_by", "pk").values_list("pk", flat=True))


def pledges_to_lapse() -> list[int]:
    """Keys of those that wait, and whose matter has ended, or left the body that was asked."""
    still = Q(body__kind__in=OFFICES, body__active=True)
    passed_on = Exists(PARTS) & ~Exists(HAS_PART) & ~still
    rows = waits_for_body().filter(Q(**{f"{ISSUE}__stage__in": ENDED_STAGES}) | Q(passed_on))
    return list(rows.order_by("pk").values_list("pk", flat=True))
