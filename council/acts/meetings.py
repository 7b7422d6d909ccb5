"""What can be done to a sitting before it runs: in which state, by whom, and as which button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council import rules
from council.enums.meetings import MEETING_HELD, MEETING_PLANNED, MEETING_RUNNING, MeetingState
from council.enums.planning import MeetingAct
from council.facts import MeetingFacts, Viewer

Predicate = Callable[[Viewer, MeetingFacts], bool]
DRAFT = frozenset({MeetingState.DRAFT})
CALLED = frozenset({MeetingState.CALLED})


def always(_viewer: Viewer, _facts: MeetingFacts) -> bool:
    return True


def has_items(_viewer: Viewer, facts: MeetingFacts) -> bool:
    return facts.has_items


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingActRow:
    """`states` and `who` refuse; `is_open` only hides a button that would not help now."""

    states: frozenset[MeetingState]
    who: Predicate
    label: str | Promise
    icon: str
    is_open: Predicate = always
    # The next thing to do for whoever may do it.
    is_next: bool = False
    # Done to one item or proposal, so its button stands there and not above.
    of_an_item: bool = False


# In the order of the buttons.
MEETING_ACTS: Mapping[MeetingAct, MeetingActRow] = {
    MeetingAct.CALL: MeetingActRow(
        states=DRAFT,
        who=rules.calls,
        is_open=has_items,
        label=_("Call the sitting"),
        icon="megaphone",
        is_next=True,
    ),
    MeetingAct.PUT_ON: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Put an item on the agenda"),
        icon="plus",
    ),
    MeetingAct.ORDER_AGENDA: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        is_open=has_items,
        label=_("Order the agenda"),
        icon="list-ordered",
    ),
    MeetingAct.INVITE: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Invite somebody"),
        icon="user-plus",
    ),
    MeetingAct.CHANGE: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Change it"),
        icon="pencil",
    ),
    MeetingAct.REHEARSE: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Try it out"),
        icon="graduation-cap",
    ),
    MeetingAct.RECALL: MeetingActRow(
        states=CALLED,
        who=rules.calls,
        label=_("Take the call back"),
        icon="undo-2",
    ),
    MeetingAct.CANCEL: MeetingActRow(
        states=MEETING_PLANNED | MEETING_RUNNING,
        who=rules.calls,
        label=_("Cancel it"),
        icon="circle-x",
    ),
    MeetingAct.ACCEPT_PROPOSAL: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Take it onto the agenda"),
        icon="plus",
        of_an_item=True,
    ),
    MeetingAct.PUT_OFF_PROPOSAL: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Not before a later day"),
        icon="calendar-clock",
        of_an_item=True,
    ),
    MeetingAct.POSTPONE: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Put it off"),
        icon="calendar-clock",
        of_an_item=True,
    ),
    MeetingAct.TAKE_OFF: MeetingActRow(
        states=MEETING_PLANNED,
        who=rules.prepares,
        label=_("Take it off"),
        icon="circle-x",
        of_an_item=True,
    ),
    MeetingAct.OPINION: MeetingActRow(
        states=CALLED | MEETING_RUNNING | MEETING_HELD,
        who=rules.says_opinion,
        label=_("Say what you think"),
        icon="message-circle",
        of_an_item=True,
    ),
}


def may(act: MeetingAct, viewer: Viewer, facts: MeetingFacts) -> bool:
    return MEETING_ACTS[act].who(viewer, facts)


def state_allows(act: MeetingAct, facts: MeetingFacts) -> bool:
    return facts.state in MEETING_ACTS[act].states


def offered(act: MeetingAct, viewer: Viewer, facts: MeetingFacts) -> bool:
    row = MEETING_ACTS[act]
    return state_allows(act, facts) and row.who(viewer, facts) and row.is_open(viewer, facts)
