"""What can be done to what a body was asked for, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from council.enums.decisions import PLEDGE_TRANSITIONS, PledgeAct, PledgeState
from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from council.rules.pledges import answers_for


@dataclass(frozen=True, kw_only=True)
class PledgeActRow(ActRow[Viewer, PledgeFacts]):
    """Allowed from every state that has a way to `to`."""

    to: PledgeState

    def allows(self, of: PledgeFacts) -> bool:
        return self.to in PLEDGE_TRANSITIONS[of.state] and super().allows(of)


# Only the body's own hand answers, whichever way.
PLEDGE_ACTS: Mapping[PledgeAct, PledgeActRow] = {
    PledgeAct.ACCEPT: PledgeActRow(
        to=PledgeState.ACCEPTED,
        who=answers_for,
        label=_("We do it by then"),
        icon="check",
        is_next=True,
    ),
    PledgeAct.DECLINE: PledgeActRow(
        to=PledgeState.DECLINED,
        who=answers_for,
        label=_("We can't: say why"),
        icon="circle-x",
    ),
}
