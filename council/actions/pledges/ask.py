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
from council.models import AgendaItem, Meeting, Pledge
from grids.enums import BodyKind
from grids.models import Body
from grids.queries.serving import OFFICES, serves

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
        row = item_named(case, item)
        resolution = getattr(row, "resolution", None)
        if resolution is None or not resolution.adopted:
            raise Refused(_("Only what was adopted is given to somebody to do."))
        if asked.due_on <= timezone.localdate(now):
            raise Refused(_("Give them a day that is still to come."), field="due_on")
        body = _body(asked, row, rehearsal=case.meeting.rehearsal)
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


def _body(asked: AskedPledge, item: AgendaItem, *, rehearsal: bool) -> Body | None:
    """Raises Refused for one that could never promise it."""
    if not asked.body:
        return None
    if item.issue is None and not rehearsal:
        sentence = _("This item is about no matter, so no clock holds a body to it: write a name.")
        raise Refused(sentence, field="body")
    body = Body.objects.filter(code=asked.body, active=True, kind__in=ASKED_KINDS).first()
    if body is None:
        raise Refused(_("There is no such body."), field="body")
    if body.kind in OFFICES and item.issue and not serves(body, item.issue.community.path):
        sentence = _("{body} does not serve this place, so it can't promise anything here.")
        raise Refused(sentence.format(body=body.call_name), field="body")
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
