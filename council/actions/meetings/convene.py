"""召集: a sitting is planned; until it is called it is its makers' own."""

from __future__ import annotations

from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef

from accounts.models import User
from acting.actions.write_rows import insert_together
from acting.queries.sent_already import sent_already
from council.casework.bookings import lock_venues
from council.casework.council import lock_councils
from council.casework.new_draft import draft_sitting
from council.casework.place import in_its_place
from council.casework.plan import further_councils, planned_place, planned_title
from council.enums.meetings import MeetingState
from council.inputs import SittingPlan
from council.models import Council, Meeting, MeetingCouncil
from council.queries.councils import facts_of_council
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from council.rules.meetings import convenes
from grids.queries.standing import standing_of


def convene(council: Council, *, actor: User, now: datetime, plan: SittingPlan) -> Meeting:
    """A joint sitting is convened by whoever convenes each of its councils.

    The same plan once more, from another page of theirs, is the draft that is there.
    """
    with transaction.atomic():
        locked = {one.pk: one for one in lock_councils([council, *plan.councils])}
        council = locked[council.pk]
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        for one in locked.values():
            if not one.active or not convenes(viewer, facts_of_council(one)):
                raise NotYours
        if (same := _drafted(council, actor, plan)) is not None:
            return same
        lock_venues([None if plan.venue is None else plan.venue.pk])
        draft = draft_sitting(council, plan, actor=actor, viewer=viewer, now=now)
        with in_its_place(plan):
            insert_together(draft.rows)
        draft.case.changes.write_record()
    return draft.meeting


def _drafted(council: Council, actor: User, plan: SittingPlan) -> Meeting | None:
    drafts = Meeting.objects.filter(
        council=council, convened_by=actor, state=MeetingState.DRAFT, calls=0, rehearsal=False
    )
    others = MeetingCouncil.objects.filter(meeting=OuterRef("pk")).order_by("council")
    drafts = drafts.alias(others=ArraySubquery(others.values("council")))
    planned = {
        "title": planned_title(plan),
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "venue": plan.venue,
        "place": planned_place(plan),
        "manner": plan.manner,
        "chair": plan.chair,
        "recorder": plan.recorder,
        "others": sorted(one.pk for one in further_councils(plan, council)),
    }
    return sent_already(drafts, planned)
