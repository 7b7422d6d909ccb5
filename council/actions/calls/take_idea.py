"""A matter that is raised for a call becomes one of its ideas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.addresses import address_of_call
from council.enums.calls import CallState
from council.models import Call, CallIdea
from council.queries.calls import asked_grids, open_call_of
from issues.enums.matter import Source
from issues.models import Issue
from issues.origins import Invitation


@dataclass(frozen=True, slots=True)
class ForCall:
    """The origin of such a matter; `named`: its author wants their name beside it."""

    call: Call
    named: bool
    source = Source.CALL

    def take(self, issue: Issue, *, actor: User, now: datetime) -> None:
        """Asked again, and locked: the call may have been closed while somebody wrote."""
        calls = Call.objects.select_for_update(of=("self",), no_key=True)
        call = calls.select_related("council__body").get(pk=self.call.pk)
        if call.state_on(timezone.localdate(now)) != CallState.OPEN:
            raise Refused(
                _("This call is over. Send it once more, and it is raised as a usual matter.")
            )
        self._refuse_elsewhere(call, issue)
        CallIdea.objects.create(
            call=call, issue=issue, named=self.named and issue.reporter_id == actor.pk
        )

    def _refuse_elsewhere(self, call: Call, issue: Issue) -> None:
        asked = asked_grids(call)
        if asked and issue.grid_id not in {grid.pk for grid in asked}:
            names = " · ".join(grid.call_name for grid in asked)
            raise Refused(
                _(
                    "This call is for {grids}. What is elsewhere is raised as a usual matter."
                ).format(grids=names),
                field="building",
            )
        if not issue.grid.path.startswith(call.council.body.path):
            raise Refused(_("The council that asks does not sit for that place."), field="building")


def invitation_to(reference: str) -> Invitation | None:
    """The open call with this reference, for the form by which matters are raised."""
    call = open_call_of(reference, day=timezone.localdate())
    if call is None:
        return None
    return Invitation(
        reference=str(call.uid),
        title=call.title,
        address=address_of_call(call),
        origin=lambda named: ForCall(call, named),
    )
