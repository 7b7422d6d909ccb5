"""What can be done with a call for ideas, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from council.enums.calls import CallAct, CallState
from council.facts.calls import CallFacts
from council.facts.viewer import Viewer
from council.rules.calls import acts_in_its_name
from issues.enums.stages import Stage


def is_not_over(facts: CallFacts) -> bool:
    return facts.state != CallState.OVER


ENDED: Mapping[Stage, str | Promise] = {
    Stage.CLOSED: _("It is closed already, so there is nothing left to take up."),
    Stage.DECLINED: _("It was found not to be for the council, so it can't be taken up."),
    Stage.MERGED: _(
        "It is handled together with another matter now, so it is not taken up by itself."
    ),
    Stage.WITHDRAWN: _("Whoever had the idea took it back, so it can't be taken up."),
}


def why_not_chosen(facts: CallFacts) -> str | Promise:
    """What became of an idea that the council can't take up any more.

    Of one that it took up the reason may be put in other words, whatever became of it since.
    """
    idea = facts.idea
    if idea is None:
        return _("That is not an idea of this call.")
    if not idea.is_public:
        return _("It is not public, and everybody reads what the council takes up.")
    return "" if idea.is_chosen else ENDED.get(idea.stage, "")


def may_be_chosen(facts: CallFacts) -> bool:
    return not why_not_chosen(facts)


CallActRow = ActRow[Viewer, CallFacts]

CALL_ACTS: Mapping[CallAct, CallActRow] = {
    CallAct.CHOOSE: CallActRow(
        who=acts_in_its_name,
        when=may_be_chosen,
        why_not=why_not_chosen,
        label=_("Take it up"),
        icon="star",
    ),
    CallAct.CLOSE: CallActRow(
        who=acts_in_its_name, when=is_not_over, label=_("Close the call"), icon="lock"
    ),
}
