"""What the table is drawn from: the agenda, the item that is on, the floor, the one next act."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from council.acts.table import next_act, why_not
from council.enums.agenda import ItemState
from council.enums.decisions import Effect
from council.enums.floor import Side
from council.enums.meetings import Apology
from council.enums.motions import MOTION_VOTED, MotionState
from council.enums.screens import Audience
from council.enums.table import TableAct
from council.enums.votes import Majority, VoteBase, VoteState, VoteWay
from council.facts import TableFacts
from council.models import AgendaItem, Motion
from council.presentation.screens.commands import CommandButton, button
from council.presentation.screens.shared import clock_of, flags_of, quorum_of_state, vote_of
from council.presentation.secret import secret_at_table
from council.queries.briefs import brief_of
from council.queries.state import SittingState
from council.queries.table import table_facts


def table_context(state: SittingState, audience: Audience) -> dict[str, Any]:
    """Drawn for whoever runs it: which of two devices does is told by the page itself."""
    meeting = state.meeting
    lease = getattr(meeting, "lease", None)
    facts = table_facts(
        state,
        user_id=meeting.recorder_id or meeting.chair_id,
        device=lease.device if lease else "",
    )
    return {
        "meeting": meeting,
        "facts": facts,
        "place": "table",
        "quorum": quorum_of_state(state, facts),
        "people": _people(state, facts),
        "guests": _guests(state, facts),
        "items": [_item(state, facts, item) for item in state.items],
        "item": _item_on(state, facts),
        "floor": _floor(state, facts),
        "vote": vote_of(state),
        "secret": secret_at_table(state),
        "next": _next(state, facts),
        "undo": _undo(state, facts),
        "acts": _acts(facts),
        "flags": flags_of(state),
        "holder": lease.person if lease else None,
    }


def _people(state: SittingState, facts: TableFacts) -> list[dict[str, Any]]:
    """Members by kind, each a tap: came, or left."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for line in state.members:
        act = TableAct.LEAVE if line.is_present else TableAct.ARRIVE
        kinds.setdefault(str(line.roll.get_kind_display()), []).append(
            {
                "line": line,
                "button": button(facts, act, roll=line.roll.uid),
                "apology": line.roll.get_apology_display() if line.roll.apology else "",
            }
        )
    return [{"label": label, "lines": lines} for label, lines in kinds.items()]


def _guests(state: SittingState, facts: TableFacts) -> list[dict[str, Any]]:
    return [
        {
            "line": line,
            "button": button(
                facts, TableAct.LEAVE if line.is_present else TableAct.ARRIVE, roll=line.roll.uid
            ),
            "standing": line.roll.get_standing_display(),
        }
        for line in state.roll
        if not line.roll.is_member
    ]


def _item(state: SittingState, facts: TableFacts, item: AgendaItem) -> dict[str, Any]:
    waits = item.state in {ItemState.WAITING, ItemState.POSTPONED}
    return {
        "row": item,
        "is_on": item.state == ItemState.ON,
        "is_done": item.state == ItemState.DONE,
        "start": button(facts, TableAct.START_ITEM, item=item.uid) if waits else None,
        "matter_class": item.issue.matter_class if item.issue else "",
    }


def _to_vote_on(state: SittingState, facts: TableFacts) -> Motion | None:
    """An amendment before its motion; where all have their result, the last one once more."""
    if state.running_motions:
        return state.running_motions[0]
    voted = [
        motion
        for motion in state.item_motions
        if motion.amends_id is None and motion.state in MOTION_VOTED
    ]
    return voted[-1] if voted and not facts.item_decided else None


def _item_on(state: SittingState, facts: TableFacts) -> dict[str, Any] | None:
    item = state.item_on
    if item is None:
        return None
    resolution = getattr(item, "resolution", None)
    return {
        "row": item,
        "issue": item.issue,
        "to_vote_on": _to_vote_on(state, facts),
        "brief": brief_of(item),
        "motions": [_motion(facts, motion) for motion in state.item_motions],
        "has_main": any(motion.amends_id is None for motion in state.running_motions),
        "recused": [line.name for line in state.roll if item.pk in line.recused_from],
        "spoken": [speech for speech in state.item_speeches if speech.began_at],
        "names": {line.key: line.name for line in state.roll},
        "resolution": resolution,
        "pledges": [pledge for pledge in state.pledges if pledge.resolution.item_id == item.pk],
        "effects": [(effect.value, effect.label) for effect in Effect],
        "may_agree": not facts.keeps_rules and not facts.item_is_major,
    }


def _motion(facts: TableFacts, motion: Motion) -> dict[str, Any]:
    running = motion.state in {MotionState.MOVED, MotionState.OPEN}
    return {
        "row": motion,
        "is_running": running,
        "waits_for_second": motion.state == MotionState.MOVED,
        "is_open": motion.state == MotionState.OPEN,
        "withdraw": button(facts, TableAct.WITHDRAW_MOTION, motion=motion.uid) if running else None,
    }


def _floor(state: SittingState, facts: TableFacts) -> dict[str, Any]:
    speech = state.speech_on
    clock = TableAct.RESUME_SPEECH if facts.speech_paused else TableAct.PAUSE_SPEECH
    on = speech.uid if speech else None
    return {
        "speech": speech,
        "speaker": state.lines[speech.roll_id].name if speech else "",
        "clock": clock_of(speech),
        "buttons": [
            made
            for made in (
                button(facts, clock, speech=on),
                button(facts, TableAct.EXTEND_SPEECH, speech=on),
                button(facts, TableAct.END_SPEECH, speech=on),
            )
            if made
        ]
        if speech
        else [],
        "waiting": [
            {
                "speech": waiting,
                "name": state.lines[waiting.roll_id].name,
                "spoken": state.spoken(waiting.roll_id),
                "give": button(facts, TableAct.GIVE_FLOOR, speech=waiting.uid),
            }
            for waiting in state.waiting
        ],
        "put_back": button(facts, TableAct.PUT_BACK),
        "can_ask": [
            line
            for line in state.roll
            if line.is_present and all(row.roll_id != line.key for row in state.waiting)
        ],
        "sides": [(side.value, side.label) for side in Side] if facts.keeps_rules else [],
    }


def _next(state: SittingState, facts: TableFacts) -> CommandButton | None:
    """Acts that need words have a sheet of their own; the button leads there."""
    act = next_act(facts)
    if act is None:
        return None
    item, vote = state.item_on, state.vote_shown
    hidden: dict[str, Any] = {}
    if act == TableAct.END_ITEM and item:
        hidden["item"] = item.uid
    if act in {TableAct.CLOSE_VOTE, TableAct.ANNOUNCE} and vote:
        hidden["vote"] = vote.uid
    return button(facts, act, **hidden)


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


def _acts(facts: TableFacts) -> dict[str, Any]:
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
    )
    return {
        act.value: {"button": button(facts, act), "why": why_not(act, facts)} for act in sheets
    } | {
        "ways": [(way.value, way.label) for way in VoteWay],
        "majorities": [(row.value, row.label) for row in Majority],
        "bases": [(row.value, row.label) for row in VoteBase],
        "apologies": [(row.value, row.label) for row in Apology],
        "vote_is_open": facts.vote == VoteState.OPEN,
    }
