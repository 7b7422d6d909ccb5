"""What the table is drawn from: who is there, the agenda, the floor, the one next act."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from council.acts.table import next_act, stalled_act, why_not
from council.addresses import address_of_wall
from council.enums.meetings import Apology, MeetingState, RollStanding
from council.enums.screens import Audience
from council.enums.table import TableAct
from council.enums.votes import Majority, VoteBase, VoteState, VoteWay
from council.facts.table import TableFacts
from council.models import Meeting
from council.order.who_votes import voters
from council.presentation.papers import all_papers
from council.presentation.screens.commands import CommandButton, button
from council.presentation.screens.devices import running_device
from council.presentation.screens.floor import floor_of
from council.presentation.screens.items import item_on, item_row
from council.presentation.screens.people import people_context
from council.presentation.screens.shared import quorum_of_state, vote_of
from council.presentation.secret import DEVICE_CHECK, secret_at_table
from council.queries.state import SittingState
from council.queries.table import table_facts
from council.secrecy.batch import FEWEST


def facts_at_table(state: SittingState) -> TableFacts:
    """Of whoever runs it: which of two devices does is told by the page itself."""
    meeting = state.meeting
    lease = getattr(meeting, "lease", None)
    person = meeting.recorder_id or meeting.chair_id
    return table_facts(state, user_id=person, device=lease.device if lease else "")


def table_context(state: SittingState, audience: Audience) -> dict[str, Any]:
    facts = facts_at_table(state)
    return {
        "meeting": state.meeting,
        "facts": facts,
        "place": "table",
        "quorum": quorum_of_state(state, facts),
        "items": [item_row(state, facts, item) for item in state.items],
        "item": item_on(state, facts),
        "floor": floor_of(state, facts),
        "vote": vote_of(state),
        "secret": secret_at_table(state),
        "next": _next(state, facts),
        "undo": _undo(state, facts),
        "acts": _acts(facts, secret=_may_be_secret(state)),
        "holder": running_device(state.meeting),
        "before": _before(state.meeting),
        **people_context(state),
    }


def _before(meeting: Meeting) -> dict[str, Any] | None:
    """What is looked at before a sitting begins; a rehearsal needs none of it."""
    if meeting.state != MeetingState.CALLED or meeting.rehearsal:
        return None
    return {
        "device": DEVICE_CHECK,
        "wall_url": address_of_wall(meeting) if meeting.wall_key else "",
        "papers": all_papers(meeting),
    }


def _next(state: SittingState, facts: TableFacts) -> CommandButton | None:
    """Acts that need words have a sheet of their own; the button leads there."""
    act = next_act(facts) or stalled_act(facts)
    if act is None:
        return None
    item, vote = state.item_on, state.vote_shown
    match act:
        case TableAct.END_ITEM if item:
            return button(facts, act, item=item.uid)
        case TableAct.CLOSE_VOTE | TableAct.ANNOUNCE if vote:
            return button(facts, act, vote=vote.uid)
        case TableAct.END_SPEECH if state.speech_on:
            speaker = state.lines[state.speech_on.roll_id].name
            label = _("{name} has finished").format(name=speaker)
            return button(facts, act, label, speech=state.speech_on.uid)
        case TableAct.GIVE_FLOOR:
            first = state.waiting[0]
            label = _("Give {name} the floor").format(name=state.lines[first.roll_id].name)
            return button(facts, act, label, speech=first.uid)
        case _:
            return button(facts, act)


def _undo(state: SittingState, facts: TableFacts) -> CommandButton | None:
    if state.slip is None:
        return None
    name = next(
        (
            line.name
            for line in state.roll
            if str(line.roll.uid) == state.slip.parameters.get("roll")
        ),
        "",
    )
    what = str(state.slip.kind.label)
    label = _("Undo: {what}").format(what=f"{name} {what}".strip())
    return button(facts, TableAct.UNDO, label, slip=state.slip.command)


def _may_be_secret(state: SittingState) -> bool:
    """Among so many voters the total does not tell who chose what."""
    item = state.item_on
    return item is None or len(voters(state.roll_facts(item.pk))) >= FEWEST


def _acts(facts: TableFacts, *, secret: bool) -> dict[str, Any]:
    """Whether each sheet can be opened, and why not."""
    sheets = (
        TableAct.OPEN_VOTE,
        TableAct.COUNT_HANDS,
        TableAct.ADOPT,
        TableAct.POSTPONE_ITEM,
        TableAct.RECUSE,
        TableAct.MOVE,
        TableAct.AMEND,
        TableAct.ADD_ITEM,
        TableAct.WALK_IN,
        TableAct.ASK_PLEDGE,
        TableAct.VOID_VOTE,
        TableAct.CLOSE_VOTE,
        TableAct.CAST_NAMED,
        TableAct.APOLOGISE,
        TableAct.PAUSE,
        TableAct.CLOSE,
        TableAct.END_ITEM,
        TableAct.HAND_OVER_CHAIR,
        TableAct.TAKE_BACK_CHAIR,
        TableAct.NOTE_ITEM,
        TableAct.FIND,
    )
    return {
        act.value: {"button": button(facts, act), "why": why_not(act, facts)} for act in sheets
    } | {
        "ways": [(way.value, way.label) for way in VoteWay if way != VoteWay.SECRET or secret],
        "majorities": [(row.value, row.label) for row in Majority],
        "bases": [(row.value, row.label) for row in VoteBase],
        "apologies": [(row.value, row.label) for row in Apology],
        "guests": [(row.value, row.label) for row in RollStanding if row != RollStanding.MEMBER],
        "vote_is_open": facts.vote == VoteState.OPEN,
    }
