"""How many seats of a council a kind of members has."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.models import Council, Seat
from council.queries.seats import most_taken
from grids.actions.authorise import authorise
from grids.actions.keep import keep


@transaction.atomic
def save_seat(seat: Seat, *, actor: User | None, now: datetime) -> Seat:
    """Never fewer than are taken, today or later."""
    authorise(actor, seat.council.body.path, now=now)
    Council.objects.select_for_update(no_key=True).get(pk=seat.council_id)
    if seat.number < most_taken(seat.council, seat.kind, now=now):
        raise Refused(_("More members than that sit on these seats."), field="number")
    keep(
        seat,
        stream=seat.council.body.stream,
        kind="seat",
        actor=actor,
        now=now,
        member_kind=seat.kind,
        number=seat.number,
    )
    return seat
