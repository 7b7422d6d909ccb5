"""Somebody is asked to do a part of what was decided."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from clocks.enums import SpanKind
from clocks.queries.calendar import current_calendar, working_hours
from clocks.spans import Span, due
from council.addresses import address_of_pledge
from council.casework.asks import pledge_of
from council.casework.items import item_named
from council.casework.public_words import spoken_text
from council.casework.table import TableCase, opened_table
from council.enums.decisions import PledgeState
from council.enums.table import TableAct
from council.inputs import AskedPledge, Sent
from council.models import Meeting, Pledge, Resolution
from grids.enums import BodyKind
from grids.models import Body

# Within two working days it says yes or no; then the level above is told.
ANSWER_DAYS = 2
ASKED_KINDS = (BodyKind.DEPARTMENT, BodyKind.PARTNER, BodyKind.COMMUNITY, BodyKind.GRID)


def ask_pledge(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    item: UUID,
    asked: AskedPledge,
) -> None:
    """A resolution binds nobody: it becomes a promise once the body accepts it by its own hand."""
    with opened_table(meeting, TableAct.ASK_PLEDGE, actor=actor, now=now, sent=sent) as case:
        resolution = Resolution.objects.filter(item=item_named(case, item)).first()
        if resolution is None or not resolution.adopted:
            raise Refused(_("Only what was adopted is given to somebody to do."))
        if asked.due_on <= timezone.localdate(now):
            raise Refused(_("Give them a day that is still to come."), field="due_on")
        body = _body(asked)
        text = spoken_text(asked.text, Pledge, "text", missing=_("Say what shall be done."))
        pledge = Pledge.objects.create(
            uid=uid,
            resolution=resolution,
            body=body,
            outside_name=""
            if body
            else spoken_text(
                asked.outside_name,
                Pledge,
                "outside_name",
                missing=_("Say who shall do it."),
            ),
            text=text,
            due_on=asked.due_on,
            state=PledgeState.ASKED,
            asked_at=now,
            answer_by=_answer_by(case),
        )
        case.parameters = {"item": str(item), "pledge": str(uid)}
        _tell(case, pledge)


def _answer_by(case: TableCase) -> datetime:
    span = Span(SpanKind.WORKING_DAYS, ANSWER_DAYS)
    hours = working_hours(case.community.schedule)
    return due(case.now, span, calendar=current_calendar(), hours=hours).due


def _body(asked: AskedPledge) -> Body | None:
    if not asked.body:
        return None
    body = Body.objects.filter(code=asked.body, active=True, kind__in=ASKED_KINDS).first()
    if body is None:
        raise Refused(_("There is no such body."), field="body")
    return body


def _tell(case: TableCase, pledge: Pledge) -> None:
    if pledge.body is None or case.meeting.rehearsal:
        return
    case.tell_seats(
        pledge.body,
        "pledge_asked",
        key=pledge.uid,
        link=address_of_pledge(pledge),
        calls_for=pledge_of(pledge.uid),
        said=pledge.text,
        until=pledge.answer_by.isoformat(),
    )
