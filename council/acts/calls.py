"""What can be done with a call for ideas, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from council.enums.calls import CallAct, CallState
from council.facts.calls import CallFacts
from council.facts.viewer import Viewer
from council.rules.calls import acts_in_its_name


def is_not_over(facts: CallFacts) -> bool:
    return facts.state != CallState.OVER


CallActRow = ActRow[Viewer, CallFacts]

CALL_ACTS: Mapping[CallAct, CallActRow] = {
    CallAct.CHOOSE: CallActRow(who=acts_in_its_name, label=_("Take it up"), icon="star"),
    CallAct.CLOSE: CallActRow(
        who=acts_in_its_name, when=is_not_over, label=_("Close the call"), icon="lock"
    ),
}
