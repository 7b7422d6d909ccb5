"""What can be done to a sitting before it runs: in which state, by whom, and as which button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from acting.acts import StateRow
from council.enums.meetings import MEETING_HELD, MEETING_PLANNED, MEETING_RUNNING, MeetingState
from council.enums.planning import MeetingAct
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.rules import meetings as rules

DRAFT = frozenset({MeetingState.DRAFT})
CALLED = frozenset({MeetingState.CALLED})


# Once the minutes are public, the next is planned like any other.
ENDS = MEETING_RUNNING | MEETING_HELD - {MeetingState.PUBLISHED}


SITS_NO_MORE = _("A council that sat together is no more, so it sits no more.")


def sits_on(facts: MeetingFacts) -> bool:
    return facts.all_sit_on and not facts.rehearsal


def why_none_follows(facts: MeetingFacts) -> str | Promise:
    return "" if facts.all_sit_on else SITS_NO_MORE


def may_be_called(facts: MeetingFacts) -> bool:
    return not why_not_called(facts)


def why_not_called(facts: MeetingFacts) -> str | Promise:
    """What a plan lacks before people are told of it."""
    if facts.starts_at <= facts.now:
        return _("The time it was to begin is over. Give it another one first.")
    if facts.chair_id is None or facts.recorder_id is None:
        return _("It needs somebody in the chair, and somebody who writes.")
    if not facts.has_items:
        return _("There is nothing on its agenda yet. Put something on it first.")
    return ""


def has_no_next(_viewer: Viewer, facts: MeetingFacts) -> bool:
    return not facts.has_next


def has_items(_viewer: Viewer, facts: MeetingFacts) -> bool:
    return facts.has_items


@dataclass(frozen=True, kw_only=True)
class MeetingActRow(StateRow[Viewer, MeetingFacts]):
    # Done to one item or proposal, so its button stands there and not above.
    of_an_item: bool = False


# In the order of the buttons.
MEETING_ACTS: Mapping[MeetingAct, MeetingActRow] = {
    MeetingAct.CALL: MeetingActRow(
        states=DRAFT,
        who=rules.calls,
        when=may_be_called,
        why_not=why_not_called,
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
        of_use=has_items,
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
    MeetingAct.NEXT: MeetingActRow(
        states=ENDS,
        who=rules.plans_next,
        when=sits_on,
        why_not=why_none_follows,
        of_use=has_no_next,
        label=_("Book the next sitting"),
        icon="calendar-plus",
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
