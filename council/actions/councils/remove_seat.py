"""A kind of members that has no seats any more."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.models import Council, Seat
from council.queries.seats import most_taken
from grids.actions.authorise import authorise
from grids.actions.keep import drop


@transaction.atomic
def remove_seat(seat: Seat, *, actor: User | None, now: datetime) -> None:
    authorise(actor, seat.council.body.path, now=now)
    Council.objects.select_for_update(no_key=True).get(pk=seat.council_id)
    if most_taken(seat.council, seat.kind, now=now):
        raise Refused(_("Members sit on these seats."))
    drop(
        seat,
        stream=seat.council.body.stream,
        kind="seat",
        actor=actor,
        now=now,
        member_kind=seat.kind,
    )
