"""What can be done to what a body was asked for, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.enums.decisions import PLEDGE_TRANSITIONS, PledgeAct, PledgeState
from council.facts import PledgeFacts, Viewer
from council.rules import answers_for


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeActRow:
    to: PledgeState
    label: str | Promise
    icon: str


PLEDGE_ACTS: Mapping[PledgeAct, PledgeActRow] = {
    PledgeAct.ACCEPT: PledgeActRow(
        to=PledgeState.ACCEPTED, label=_("We do it by then"), icon="check"
    ),
    PledgeAct.DECLINE: PledgeActRow(
        to=PledgeState.DECLINED, label=_("We can't: say why"), icon="circle-x"
    ),
}


def may(act: PledgeAct, viewer: Viewer, facts: PledgeFacts) -> bool:
    """Only the body's own hand answers, whichever way."""
    return answers_for(viewer, facts)


def state_allows(act: PledgeAct, facts: PledgeFacts) -> bool:
    return PLEDGE_ACTS[act].to in PLEDGE_TRANSITIONS[facts.state]
