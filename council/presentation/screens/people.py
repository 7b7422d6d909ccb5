"""Who is there, at the table: a part of its own for each, so that a tap sends one of 300 again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string

from council.acts.table import offered
from council.enums.table import TableAct
from council.enums.votes import Majority, VoteBase
from council.facts.table import TableFacts
from council.order.majority import MajorityRule
from council.order.who_votes import voters
from council.queries.roll import RollLine
from council.queries.state import SittingState
from council.queries.who_may import (
    WhyNot,
    those_who_may,
    why_not_chair,
    why_not_recuse,
)


def people_context(state: SittingState) -> dict[str, Any]:
    """`kinds` and `guests` name the places of lines, `here` fills the lists to choose from."""
    kinds: dict[str, list[RollLine]] = {}
    for line in state.members:
        kinds.setdefault(str(line.roll.get_kind_display()), []).append(line)
    guests = [line for line in state.roll if not line.roll.is_member]
    return {
        "kinds": [{"label": label, "lines": lines} for label, lines in kinds.items()],
        "guests": guests,
        "members_here": [line for line in state.members if line.is_present],
        "guests_here": [line for line in guests if line.is_present],
        "may_chair": bool(those_who_may(state, why_not_chair(state))),
        "not_chair": except_of(state, why_not_chair(state)),
        "not_recuse": except_of(state, why_not_recuse(state)),
        "enough": _enough(state),
        "voters": [state.lines[voter.roll_id] for voter in state.voters],
    }


def _enough(state: SittingState) -> dict[str, int] | None:
    """How many votes would be enough now, counted of those who are here and may vote."""
    item = state.item_on
    here = len(voters(state.roll_facts(item.pk))) if item else 0
    if not here:
        return None
    needed = {row: MajorityRule(row, VoteBase.PRESENT).needed(here) for row in Majority}
    return {
        "here": here,
        "half": needed[Majority.HALF],
        "two_thirds": needed[Majority.TWO_THIRDS],
    }


def lines_of(state: SittingState, facts: TableFacts) -> dict[str, str]:
    """A part for each person: a button that they came or left; only the name if nobody may tap."""
    acts = {
        here: act if offered(act, facts) else None
        for here, act in ((True, TableAct.LEAVE), (False, TableAct.ARRIVE))
    }
    return {
        part_of(line): _line(
            str(line.roll.uid), line.name, _note(line), acts[line.is_present], here=line.is_present
        )
        for line in state.roll
    }


def except_of(state: SittingState, why_not: WhyNot) -> str:
    """The members here whom one form leaves out: so the same list can be sent for all forms."""
    here = [line for line in state.members if line.is_present]
    return " ".join(str(line.roll.uid) for line in here if why_not(line) is not None)


def part_of(line: RollLine) -> str:
    return f"line-{line.roll.uid}"


def _note(line: RollLine) -> str:
    if not line.roll.is_member:
        return str(line.roll.get_standing_display())
    return str(line.roll.get_apology_display()) if line.roll.apology else ""


@lru_cache(maxsize=2_048)
def _line(uid: str, name: str, note: str, act: TableAct | None, *, here: bool) -> str:
    """One line as HTML, kept while it stays the same; its form stands beside the list."""
    return render_to_string(
        "council/table/line.html",
        {"uid": uid, "name": name, "note": note, "act": act, "is_here": here},
    )
