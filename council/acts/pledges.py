"""What can be done to what a body was asked for, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from council.enums.decisions import (
    LAPSES,
    PLEDGE_TRANSITIONS,
    PLEDGE_WAITS,
    Hindrance,
    PledgeAct,
    PledgeState,
)
from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from council.rules.pledges import answers_for, has_lapsed, hindrance_of, may_promise

WORDS: Mapping[Hindrance, str | Promise] = {
    Hindrance.ENDED: _(
        "The matter has ended meanwhile, so nothing can be promised on it any more."
    ),
    Hindrance.PASSED_ON: _(
        "The matter is in other hands now, so this is not asked of your body any more."
    ),
    Hindrance.NO_MATTER: _(
        "This is about no matter, so no clock could hold a promise. Say why you can't."
    ),
    Hindrance.PAST: _("The day by which it was asked for is over. Say why you can't."),
    Hindrance.WITH_RESIDENT: _(
        "The resident is asked whether it is solved, so nothing more is promised now."
    ),
    Hindrance.NO_CLASS: _("The matter has no class yet, so nothing is promised on it now."),
    Hindrance.NO_PART: _(
        "Your body has no part in the matter, so it can't promise anything on it now."
    ),
}


def is_asked(pledge: PledgeFacts) -> bool:
    return not has_lapsed(pledge)


def why_not_answered(pledge: PledgeFacts) -> str | Promise:
    """Why nothing is to be said to it any more."""
    if pledge.state == PledgeState.LAPSED:
        return _("The matter has moved on, so nobody is asked for this any more.")
    if pledge.state not in PLEDGE_WAITS:
        state = str(pledge.state.label)
        return gettext("This was answered already: {state}.").format(state=state)
    hindrance = hindrance_of(pledge)
    return WORDS[hindrance] if hindrance is not None and hindrance in LAPSES else ""


def why_not_promised(pledge: PledgeFacts) -> str | Promise:
    """The same, and why a promise is not possible just now."""
    hindrance = hindrance_of(pledge)
    return why_not_answered(pledge) or ("" if hindrance is None else WORDS[hindrance])


@dataclass(frozen=True, kw_only=True)
class PledgeActRow(ActRow[Viewer, PledgeFacts]):
    """Allowed from every state that has a way to `to`."""

    to: PledgeState

    def allows(self, of: PledgeFacts) -> bool:
        return self.to in PLEDGE_TRANSITIONS[of.state] and is_asked(of) and super().allows(of)


# Only the body's own hand answers, whichever way.
PLEDGE_ACTS: Mapping[PledgeAct, PledgeActRow] = {
    PledgeAct.ACCEPT: PledgeActRow(
        to=PledgeState.ACCEPTED,
        who=answers_for,
        when=may_promise,
        why_not=why_not_promised,
        label=_("We do it by then"),
        icon="check",
        is_next=True,
    ),
    PledgeAct.DECLINE: PledgeActRow(
        to=PledgeState.DECLINED,
        who=answers_for,
        why_not=why_not_answered,
        label=_("We can't: say why"),
        icon="circle-x",
    ),
}
