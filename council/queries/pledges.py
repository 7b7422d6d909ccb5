"""What bodies were asked to do: one by its uid, and what the rules ask about it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from acting.queries.only_row import only_row
from council.enums.decisions import PledgeState
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


def pledges() -> QuerySet[Pledge]:
    return Pledge.objects.select_related(
        "body__parent",
        "commitment",
        "resolution__item__issue__category",
        "resolution__item__meeting__council__body__parent",
    )


def pledge_for(uid: UUID, viewer: Viewer) -> Pledge | None:
    """Decisions are public, and so is what was asked of whom; a rehearsal's is nobody's.

    Of a matter that is not public any more it is read by who was asked, and by the community.
    """
    rows = pledges().filter(
        uid=uid,
        resolution__item__meeting__state__in=MEETING_PUBLIC,
        resolution__item__meeting__rehearsal=False,
    )
    pledge = only_row(rows)
    if pledge is None or is_shown(pledge.resolution.item) or _reads_hidden(viewer, pledge):
        return pledge
    return None


def _reads_hidden(viewer: Viewer, pledge: Pledge) -> bool:
    council = pledge.resolution.item.meeting.council
    asked = answers_for(viewer, facts_of_pledge(pledge))
    return asked or looks_after(viewer, facts_of_council(council))


def facts_of_pledge(pledge: Pledge) -> PledgeFacts:
    body = pledge.body
    street = body.parent_id if body is not None and body.general_office else None
    return PledgeFacts(body_id=pledge.body_id, street_id=street, state=PledgeState(pledge.state))


def waits_for_body() -> QuerySet[Pledge]:
    """Asked and not answered, in time or late; what a rehearsal asks is asked of nobody."""
    waiting = (PledgeState.ASKED, PledgeState.EXPIRED)
    return Pledge.objects.filter(
        state__in=waiting, resolution__item__meeting__rehearsal=False
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
