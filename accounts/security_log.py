"""What bears on security, a line of JSON each: who did what when, by keyed digests alone.

Nothing typed is ever in it, no number and no name: a fact is a short word of ours.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from enum import StrEnum
from functools import partial
from typing import Any

from django.db import transaction

from accounts.asker import asker, digest, digest_of_person
from accounts.enums import CodeAnswer
from accounts.few_lines import FewLines, Room

logger = logging.getLogger("pavilion.security")
# A short word of ours or the name of a thing. Seven digits in a row could be a phone number.
FACT = re.compile(r"(?!.*\d{7})[A-Za-z0-9_.:/\- ]{0,80}", re.ASCII)
LEFT_OUT = "?"
# Lines of one kind that a process writes in an hour, of one address and in all, where they cost
# whoever causes them nothing: they could fill the disk. The last line says that more is left out.
MOST_OF_ONE, MOST_IN_ALL = 200, 500
_few: defaultdict[str, FewLines] = defaultdict(FewLines)


class Kind(StrEnum):
    """The kinds of events that the log holds."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    DEVICE_SIGNED_OUT = "device_signed_out"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    FACTOR_GIVEN = "factor_given"
    RECOVERY_CODE_USED = "recovery_code_used"
    FACTOR_SET_UP = "factor_set_up"
    RECOVERY_CODES_RENEWED = "recovery_codes_renewed"
    FACTOR_TAKEN_AWAY = "factor_taken_away"
    EMAIL_CHANGED = "email_changed"
    ERASED = "erased"
    WRONG_CODE = "wrong_code"
    CODE_USED_AGAIN = "code_used_again"
    LIMIT = "limit"
    CODES_RATIONED = "codes_rationed"
    REFUSED = "refused"
    PICTURE_REFUSED = "picture_refused"
    CROWDED_OUT = "crowded_out"
    LINE_CUT = "line_cut"
    NUMBER_SEEN = "number_seen"
    ADMINISTERED = "administered"
    MINUTES_SIGNED = "minutes_signed"
    BALLOTS = "ballots"


def note(
    kind: Kind,
    *,
    person: int | None = None,
    of: int | None = None,
    number: str = "",
    level: int = logging.INFO,
    **facts: str | int,
) -> None:
    """Write down an event about the person with this id; None for a visitor or the system.

    `of` is the person it was done to, where that is somebody else. Of a phone `number` only a keyed
    digest is written.
    """
    asking = asker()
    line = {
        "kind": str(kind),
        "person": digest_of_person(person),
        "address": asking.address if asking else "",
        **({"number": digest(number)} if number else {}),
        **({"of": digest_of_person(of)} if of not in {None, person} else {}),
        **{name: _plain(fact) for name, fact in facts.items()},
    }
    logger.log(level, "%s", kind, extra={"line": line})


def note_once_done(kind: Kind, **facts: Any) -> None:
    """As `note`, once the transaction is committed; at once outside of one."""
    transaction.on_commit(partial(note, kind, **facts))


def note_one_of_many(kind: Kind, *, person: int | None, number: str = "", **facts: Any) -> None:
    """As `note`, of what a stranger may cause as often as they like: only so many are written.

    Visitors have lines of their own, so they leave out nothing of those who are known.
    """
    asking = asker()
    few = _few[f"{kind} {'visitor' if person is None else 'person'}"]
    room = few.room(asking.address if asking else "", most=MOST_OF_ONE, in_all=MOST_IN_ALL)
    if room is Room.LEFT:
        note(kind, person=person, number=number, **facts)
    elif room is Room.LAST:
        more = {"level": logging.WARNING, "more_left_out": 1}
        note(kind, person=person, number=number, **facts, **more)


def note_refused(*, person: int | None, **facts: Any) -> None:
    """Write down that somebody tried what they may not do, or may not know of."""
    note_one_of_many(Kind.REFUSED, person=person, **facts)


def note_answer(answer: CodeAnswer, *, person: int | None = None, number: str = "") -> None:
    """Write down a code that did not open. For a right one, its consequence is written down."""
    if answer in {CodeAnswer.WRONG, CodeAnswer.SPENT}:
        said = answer.name.lower()
        note_one_of_many(Kind.WRONG_CODE, person=person, number=number, answer=said)
    elif answer is CodeAnswer.USED:
        note_one_of_many(Kind.CODE_USED_AGAIN, person=person, number=number)


def _plain(fact: str | int) -> str | int:
    if isinstance(fact, int):
        return fact
    return str(fact) if FACT.fullmatch(fact) else LEFT_OUT
