"""征集金点子: the council asks its neighbours for ideas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.queries.sent_already import sent_already
from acting.refusals import Refused
from council.addresses import address_of_call
from council.casework.case import CouncilCase
from council.casework.council import lock_council
from council.casework.public_words import official_text
from council.models import Call, Council
from council.queries.councils import facts_of_council, members_as_of
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from council.rules.calls import calls_for_ideas
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Body
from grids.queries.standing import standing_of

LONGEST = timedelta(days=183)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCall:
    """Both days count; without `grids` everybody is asked for whom the council sits."""

    title: str
    prompt: str
    opens_on: date
    closes_on: date
    grids: Sequence[Body] = ()


def open_call(council: Council, *, actor: User, now: datetime, asked: NewCall) -> Call:
    with transaction.atomic():
        council = lock_council(council)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        if not council.active or not calls_for_ideas(viewer, facts_of_council(council)):
            raise NotYours
        _check(council, asked, timezone.localdate(now))
        what = {
            "title": official_text(asked.title, Call, "title", missing=_("Please fill this in.")),
            "prompt": official_text(asked.prompt, Call, "prompt", missing=_("Say what is asked.")),
            "opens_on": asked.opens_on,
            "closes_on": asked.closes_on,
            "opened_by": actor,
        }
        opened = Call.objects.filter(council=council, closed_at=None).alias(asks=_grids_of())
        grids = sorted({grid.pk for grid in asked.grids})
        if (same := sent_already(opened, what | {"asks": grids})) is not None:
            return same
        call = Call.objects.create(council=council, **what, opened_at=now)
        call.grids.set(asked.grids)
        _record(call, actor, now, asked)
    return call


def _grids_of() -> ArraySubquery:
    asked = Call.grids.through.objects.filter(call=OuterRef("pk")).order_by("body")
    return ArraySubquery(asked.values("body"))


def _check(council: Council, asked: NewCall, today: date) -> None:
    if asked.closes_on < asked.opens_on:
        raise Refused(_("The last day can't be before the first."), field="closes_on")
    if asked.opens_on < today:
        raise Refused(_("That day has passed."), field="opens_on")
    if asked.closes_on - max(asked.opens_on, today) > LONGEST:
        raise Refused(_("Half a year at most, so that ideas are answered."), field="closes_on")
    if asked.opens_on - today > LONGEST:
        raise Refused(_("That is more than half a year ahead."), field="opens_on")
    if any(not grid.path.startswith(council.body.path) for grid in asked.grids):
        raise Refused(_("This council does not sit for that grid."), field="grids")


def _record(call: Call, actor: User, now: datetime, asked: NewCall) -> None:
    council = call.council
    case = CouncilCase(
        council=council,
        actor=actor,
        changes=RecordedAndTold(now=now),
        subject=call.uid,
        link=address_of_call(call),
    )
    case.record(
        "call_opened",
        {
            "call": str(call.uid),
            "from": call.opens_on.isoformat(),
            "to": call.closes_on.isoformat(),
            "grids": sorted(grid.code for grid in asked.grids),
        },
    )
    members = members_as_of(council, timezone.localdate(now))
    until = call.closes_on.isoformat()
    case.tell_people([member.person_id for member in members], "call_opened", until=until)
    case.changes.write_record()
