"""Who may do what to a matter in which state, written from rules §5; read it as a table.

`OPEN`: the page has a form, and sending it does the act. `QUIETLY`: there is no form any more or
not yet, but whoever sends one is not refused. `REFUSED`: the act is theirs, but what forms.py
sends is answered by a sentence at the form (422). To all others who work on the matter the act is
not open (409), who only reads it gets 403, and to the rest it is not there (404); but whoever
typed words gets them back with 409, whether there is such a matter or not.
"""

from __future__ import annotations

from issues.enums.acts import Act
from tests.matrix.who import (
    COMMUNITY,
    DEPARTMENT,
    GRID,
    IN_DISPUTE,
    INSIDE_AT_DEPARTMENT,
    INSIDE_AT_GRID,
    INSIDE_AT_STREET,
    REPORTER,
    SIGNED_IN,
)

People = tuple[str, ...]
Open = dict[Act, People]

NOBODY: People = ()
THERE = (*GRID, *COMMUNITY)
FIRST = ("grid_worker",)
PARTNER = ("partner_clerk",)
STREET = ("dispatcher",)
OFFICE = ("general_clerk", *STREET)
JOINED = (*DEPARTMENT, *PARTNER)
ME = (REPORTER,)
NEIGHBOURS = tuple(name for name in SIGNED_IN if name != REPORTER)

OPEN: dict[str, Open] = {
    # Not taken in, not checked: nothing is worked on yet.
    "pending": {
        Act.NOTE: THERE,
        Act.ASSIGN: GRID,
        Act.RECEIVE: GRID,
        Act.PUBLISH: THERE,
        Act.KEEP_PRIVATE: THERE,
        Act.MERGE: GRID,
        Act.PUSH_UP: GRID,
        Act.SEE_CONTACT: THERE,
        Act.ADD: INSIDE_AT_GRID,
        Act.WITHDRAW: ME,
    },
    # Small and taken in: all that a grid does.
    "public": {
        Act.NOTE: THERE,
        Act.ASSIGN: GRID,
        Act.PUBLISH: THERE,
        Act.HIDE: THERE,
        Act.RESPOND: GRID,
        Act.CLASSIFY: GRID,
        Act.DECLINE: GRID,
        Act.MERGE: GRID,
        Act.FIND: THERE,
        Act.DELIBERATE: THERE,
        Act.SETTLE: GRID,
        Act.COMMIT: GRID,
        Act.JOIN: GRID,
        Act.PUSH_UP: GRID,
        Act.SEE_CONTACT: THERE,
        Act.SUPPORT: NEIGHBOURS,
        Act.FOLLOW: NEIGHBOURS,
        Act.ADD: SIGNED_IN,
        Act.WITHDRAW: ME,
    },
    # The same, but it is never shown, and no supervisor or neighbour reads it.
    "dispute": {
        Act.NOTE: THERE,
        Act.ASSIGN: GRID,
        Act.RESPOND: GRID,
        Act.CLASSIFY: GRID,
        Act.DECLINE: GRID,
        Act.FIND: THERE,
        Act.DELIBERATE: THERE,
        Act.SETTLE: GRID,
        Act.COMMIT: GRID,
        Act.PUSH_UP: GRID,
        Act.SEE_CONTACT: THERE,
        Act.ADD: IN_DISPUTE,
        Act.WITHDRAW: ME,
    },
    # The reporter has the word; whoever did the work does not ask about it.
    "settled": {
        Act.NOTE: THERE,
        Act.ASSIGN: GRID,
        Act.PUBLISH: THERE,
        Act.HIDE: THERE,
        Act.RESPOND: GRID,
        Act.CALL_BACK: ("grid_head", *COMMUNITY),
        Act.SEE_CONTACT: THERE,
        Act.SUPPORT: NEIGHBOURS,
        Act.FOLLOW: NEIGHBOURS,
        Act.ADD: SIGNED_IN,
        Act.CONFIRM: ME,
    },
    # Over: only what everybody reads of it may still be mended.
    "ended": {
        Act.NOTE: THERE,
        Act.FOLLOW: NEIGHBOURS,
        Act.PUBLISH: THERE,
        Act.HIDE: THERE,
    },
    # It waits for a dispatcher.
    "at the street": {
        Act.NOTE: (*THERE, *OFFICE),
        Act.ASSIGN: OFFICE,
        Act.RECEIVE: OFFICE,
        Act.PUBLISH: THERE,
        Act.KEEP_PRIVATE: THERE,
        Act.MERGE: OFFICE,
        Act.NAME_LEAD: STREET,
        Act.SEE_CONTACT: (*THERE, *OFFICE),
        Act.ADD: INSIDE_AT_STREET,
        Act.WITHDRAW: ME,
    },
    # The first receiver goes on answering; whoever joins has not taken it in yet.
    "at the department": {
        Act.NOTE: (*THERE, *JOINED),
        Act.ASSIGN: JOINED,
        Act.RECEIVE: PARTNER,
        Act.PUBLISH: THERE,
        Act.RESPOND: (*DEPARTMENT, *FIRST),
        Act.CLASSIFY: DEPARTMENT,
        Act.DECLINE: DEPARTMENT,
        Act.MERGE: DEPARTMENT,
        Act.NAME_LEAD: STREET,
        Act.JOIN: (*DEPARTMENT, *STREET),
        Act.SEE_CONTACT: (*THERE, *JOINED, *STREET),
        # Who passed it on reads it still, but adds nothing.
        Act.ADD: tuple(name for name in INSIDE_AT_DEPARTMENT if name != "general_clerk"),
        Act.WITHDRAW: ME,
    },
    # Somebody of the place looks on the spot.
    "to be checked": {
        Act.NOTE: (*THERE, *JOINED),
        Act.ASSIGN: JOINED,
        Act.RECEIVE: PARTNER,
        Act.PUBLISH: THERE,
        Act.HIDE: THERE,
        Act.RESPOND: (*DEPARTMENT, *FIRST),
        Act.FIND: (*THERE, *DEPARTMENT),
        Act.DELIBERATE: (*THERE, *DEPARTMENT),
        Act.COMMIT: JOINED,
        Act.VERIFY: THERE,
        Act.NAME_LEAD: STREET,
        Act.JOIN: (*DEPARTMENT, *STREET),
        Act.SEE_CONTACT: (*THERE, *JOINED, *STREET),
        Act.SUPPORT: NEIGHBOURS,
        Act.FOLLOW: NEIGHBOURS,
        Act.ADD: SIGNED_IN,
    },
}

QUIETLY: dict[str, Open] = {
    # Answering takes it in; what is hidden from everyone is not hidden again.
    "pending": {
        Act.HIDE: THERE,
        Act.RESPOND: GRID,
        Act.DECLINE: GRID,
        Act.JOIN: GRID,
    },
    "public": {Act.RECEIVE: GRID},
    "dispute": {Act.RECEIVE: GRID, Act.KEEP_PRIVATE: THERE, Act.HIDE: THERE},
    "at the street": {
        Act.HIDE: THERE,
        Act.RESPOND: (*OFFICE, *FIRST),
        Act.DECLINE: OFFICE,
        Act.JOIN: OFFICE,
    },
    "at the department": {
        Act.RECEIVE: DEPARTMENT,
        Act.KEEP_PRIVATE: THERE,
        Act.HIDE: THERE,
    },
    # Who joined reports their own part.
    "to be checked": {Act.RECEIVE: DEPARTMENT, Act.DELIVER: PARTNER},
}

# Closed by the action itself, which knows what the predicates do not: it was talked over.
CLOSED_LATE: dict[str, Open] = {"settled": {Act.DELIBERATE: THERE}}

REFUSED: dict[str, Open] = {
    # First it is taken in.
    "pending": {Act.CLASSIFY: GRID},
    # What is public is hidden first, with a reason; a small matter owes a note of what was agreed.
    # The matter that the form names has its result already, and takes in no more.
    "public": {Act.KEEP_PRIVATE: THERE, Act.DELIVER: GRID, Act.MERGE: GRID},
    "settled": {Act.KEEP_PRIVATE: THERE},
    "ended": {Act.KEEP_PRIVATE: THERE},
    "to be checked": {Act.KEEP_PRIVATE: THERE, Act.DELIVER: DEPARTMENT, Act.ASSIGN: PARTNER},
    # Nobody else works there, and the form sends somebody of the department.
    "at the department": {Act.ASSIGN: PARTNER},
    # It stays private: not handled with what is public, and told to no other body.
    "dispute": {Act.PUBLISH: THERE, Act.MERGE: GRID, Act.JOIN: GRID, Act.DELIVER: GRID},
    "at the street": {Act.CLASSIFY: OFFICE},
}
