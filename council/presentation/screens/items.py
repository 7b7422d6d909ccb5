"""The agenda at the table, and the item that is on: what is known of it, moved and decided."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from accounts.words import shortened
from council.acts.needs import needs_open_matter, needs_public_matter
from council.enums.agenda import ItemState, Lack, Stance
from council.enums.decisions import ASKS, CARRIED_OUT, OF_A_MATTER, Effect
from council.enums.motions import MOTION_VOTED, MotionState
from council.enums.table import TableAct
from council.facts.table import TableFacts
from council.models import AgendaItem, Motion, Opinion
from council.order.lacks import lacks
from council.presentation.agenda import words_of
from council.presentation.screens.commands import button
from council.presentation.screens.people import except_of
from council.queries.agenda import is_shown
from council.queries.briefs import brief_of
from council.queries.state import SittingState
from council.queries.who_may import those_who_may, why_not_second
from issues.duties import why_not_asked
from issues.presentation.chip import chip_of

# Letters of what somebody said beforehand, in the list.
SHORT = 60


def item_row(state: SittingState, facts: TableFacts, item: AgendaItem) -> dict[str, Any]:
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


def item_on(state: SittingState, facts: TableFacts) -> dict[str, Any] | None:
    item = state.item_on
    if item is None:
        return None
    shown = is_shown(item)
    voted_on = state.vote_running.motion_id if state.vote_running else None
    to_vote_on, brief = _to_vote_on(state, facts), _brief(item)
    return {
        "row": item,
        "shown": shown,
        "issue": item.issue if shown else None,
        "chip": _chip(item) if shown else None,
        "limits": item.limits if shown else "",
        "undecided": needs_open_matter(facts) or needs_public_matter(facts),
        "to_vote_on": to_vote_on and _motion(state, facts, item, to_vote_on),
        "brief": brief,
        "lacks_finding": shown and _lacks_finding(item, len(brief["findings"])),
        # What is being voted on stands in the vote itself.
        "motions": [
            _motion(state, facts, item, motion)
            for motion in state.item_motions
            if motion.pk != voted_on
        ],
        "has_main": any(motion.amends_id is None for motion in state.running_motions),
        "recused": _(", ").join(line.name for line in state.roll if item.pk in line.recused_from),
        "resolution": decided_of(item),
        "pledges": [
            pledge for pledge in state.pledges if shown and pledge.resolution.item_id == item.pk
        ],
        "effects": [(effect.value, effect.label) for effect in _effects(state, item)],
        "may_agree": not facts.keeps_rules and not facts.item_is_major,
    }


def _lacks_finding(item: AgendaItem, findings: int) -> bool:
    issue = item.issue
    if issue is None or not issue.is_open:
        return False
    found = lacks(matter_class=issue.matter_class, findings=findings, is_public=True, is_open=True)
    return Lack.FINDING in found


def _chip(item: AgendaItem) -> Any:
    issue = item.issue
    return chip_of(issue.matter_class) if issue and issue.matter_class else None


def decided_of(item: AgendaItem) -> dict[str, Any] | None:
    """What was decided on it, in the words that may be shown now."""
    found = getattr(item, "resolution", None)
    if found is None:
        return None
    return {
        "row": found,
        "text": words_of(item, found.text),
        "minority": found.minority if is_shown(item) else "",
    }


def _effects(state: SittingState, item: AgendaItem) -> list[Effect]:
    """What may follow, as adopting it checks after the last vote that decides, and its matter."""
    issue = item.issue
    offered = [effect for effect in Effect if issue or effect not in OF_A_MATTER]
    decisive = state.decisive_vote(item)
    if decisive is not None and not decisive.adopted:
        return [effect for effect in offered if effect not in CARRIED_OUT]
    if issue is None or state.meeting.rehearsal:
        return offered
    known = {"matter_class": issue.matter_class, "level": issue.level}
    return [effect for effect in Effect if not why_not_asked(ASKS.get(effect), **known)]


def _brief(item: AgendaItem) -> dict[str, Any]:
    """Of long words the beginning, and the whole behind a fold."""
    brief = brief_of(item)
    return {
        "findings": brief.findings,
        "talks": brief.talks,
        "opinions": [
            (stance.label, brief.opinions[stance]) for stance in Stance if brief.opinions[stance]
        ],
        "said": [_said(opinion) for opinion in brief.said],
    }


def _said(opinion: Opinion) -> dict[str, Any]:
    words = " ".join(opinion.words.split())
    short = shortened(words, SHORT)
    return {
        "key": opinion.pk,
        "who": str(opinion.person),
        "stance": str(Stance(opinion.stance).label),
        "short": short,
        "whole": opinion.words if short != words else "",
    }


def _motion(
    state: SittingState, facts: TableFacts, item: AgendaItem, motion: Motion
) -> dict[str, Any]:
    running = motion.state in {MotionState.MOVED, MotionState.OPEN}
    return {
        "row": motion,
        "text": words_of(item, motion.text),
        "is_running": running,
        "waits_for_second": motion.state == MotionState.MOVED,
        "may_second": bool(those_who_may(state, why_not_second(motion))),
        "not_second": except_of(state, why_not_second(motion)),
        "is_open": motion.state == MotionState.OPEN,
        "withdraw": button(facts, TableAct.WITHDRAW_MOTION, motion=motion.uid) if running else None,
    }
