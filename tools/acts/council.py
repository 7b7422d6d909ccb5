"""What can be done to things of a council, from the tables of `council/acts/`."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from acting.acts import ActRow, StateRow
from council.acts.bookings import BOOKING_ACTS
from council.acts.calls import CALL_ACTS
from council.acts.candidacies import CANDIDACY_ACTS
from council.acts.meetings import MEETING_ACTS
from council.acts.members import MEMBER_ACTS
from council.acts.minutes import MINUTES_ACTS
from council.acts.pledges import PLEDGE_ACTS, PledgeActRow
from council.acts.table import TABLE_ACTS
from council.enums.decisions import PLEDGE_TRANSITIONS, PledgeState
from council.enums.meetings import MeetingState
from council.enums.members import CandidacyState
from tools.acts.cells import both, row, states, words

HEAD = """
# What can be done to things of a council

From the tables in `council/acts/`. *Who* is a predicate of `council/rules/`, or of
`council/minutes/rules.py` for minutes; *who*, *states* and *when* refuse, *of use while* only hides
the button. What is asked of a council itself, before there is a thing, has no row: to recommend
somebody, to convene a sitting, to write a talk down, to book a venue, to call for ideas. A member
alone reads and writes their own contacts.
"""

TABLE_HEAD = """
## At the table: `council/acts/table.py`

The commands of a running sitting. *First* is what must have come before; each says in a sentence
what is missing (`council/acts/needs.py`). *From* is the device that may send it.

| act | said 按钮 | states | who | first | from |
|---|---|---|---|---|---|
"""

Table = Mapping[Any, ActRow[Any, Any]]
TABLES: tuple[tuple[str, str, Table, type[Enum] | None], ...] = (
    ("The way to a seat", "candidacies", CANDIDACY_ACTS, CandidacyState),
    ("A term", "members", MEMBER_ACTS, None),
    ("A sitting before it runs", "meetings", MEETING_ACTS, MeetingState),
    ("Minutes", "minutes", MINUTES_ACTS, MeetingState),
    ("What a body was asked for", "pledges", PLEDGE_ACTS, PledgeState),
    ("A booking", "bookings", BOOKING_ACTS, None),
    ("A call for ideas", "calls", CALL_ACTS, None),
)


def page() -> str:
    return HEAD + "".join(_tables()) + TABLE_HEAD + "".join(_commands())


def _tables() -> Iterator[str]:
    for title, module, table, kind in TABLES:
        yield f"\n## {title}: `council/acts/{module}.py`\n\n"
        yield (
            row("act", "button 按钮", "states", "who", "when", "of use while") + "|---" * 6 + "|\n"
        )
        for act, one in table.items():
            yield row(
                f"`{act.value}`",
                both(one.label),
                _states(one, kind),
                words(one.who),
                words(one.when),
                words(one.of_use),
            )


def _states(one: ActRow[Any, Any], kind: type[Enum] | None) -> str:
    if kind is None:
        return ""
    if isinstance(one, PledgeActRow):
        ways = frozenset(at for at, to in PLEDGE_TRANSITIONS.items() if one.to in to)
        return states(kind, ways)
    assert isinstance(one, StateRow)
    return states(kind, one.states)


def _commands() -> Iterator[str]:
    for act, one in TABLE_ACTS.items():
        yield row(
            f"`{act.value}`",
            both(act.label),
            states(MeetingState, one.states),
            words(one.who),
            ", ".join(words(ask).removeprefix("needs ") for ask in one.needs),
            "the table" if one.needs_table else "any",
        )
