"""Buttons that send a command, with why one is grey."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from council.acts.table import TABLE_ACTS, next_act, offered, why_not
from council.enums.table import TableAct
from council.facts.table import TableFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandButton:
    """`hidden` names what it acts on; `why` says what must come first, where it is grey."""

    act: TableAct
    label: str
    icon: str
    why: str
    is_next: bool
    hidden: dict[str, Any] = field(default_factory=dict)


def button(
    facts: TableFacts, act: TableAct, label: str = "", **hidden: Any
) -> CommandButton | None:
    """None where it is nobody's here to do, or never in this state."""
    if not offered(act, facts):
        return None
    return CommandButton(
        act=act,
        label=label or str(act.label),
        icon=TABLE_ACTS[act].icon,
        why=str(why_not(act, facts) or ""),
        is_next=act == next_act(facts),
        hidden={name: value for name, value in hidden.items() if value is not None},
    )
