"""What bears on security, a line of JSON each: who did what when, by keyed digests alone.

Nothing typed is ever in it, no number and no name: a fact is a short word of ours.
"""

from __future__ import annotations

import logging
import re
import time
from enum import StrEnum
from functools import partial
from typing import Any

from django.db import transaction

from accounts.asker import asker, digest, digest_of_person
from accounts.counting import Count, add
from accounts.enums import CodeAnswer

logger = logging.getLogger("pavilion.security")
# A short word of ours or the name of a thing. Seven digits in a row could be a phone number.
FACT = re.compile(r"(?!.*\d{7})[A-Za-z0-9_.:/\- ]{0,80}", re.ASCII)
LEFT_OUT = "?"
# Refusals of one address that are written down in an hour: a refusal costs whoever sends it
# nothing, so the lines could fill the disk. The last line says that more is left out.
MOST_REFUSED, HOUR = 200, 3600


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
    NUMBER_SEEN = "number_seen"
    ADMINISTERED = "administered"


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


def note_refused(*, person: int | None, **facts: Any) -> None:
    """Write down that somebody tried what they may not do, or may not know of."""
    asking = asker()
    counts = [Count(f"refused:{asking.address}", HOUR)] if asking else []
    number = (add(counts, now=time.time()) or [0])[0]
    if number < MOST_REFUSED:
        note(Kind.REFUSED, person=person, **facts)
    elif number == MOST_REFUSED:
        note(Kind.REFUSED, person=person, level=logging.WARNING, more_left_out=1, **facts)


def note_answer(answer: CodeAnswer, *, person: int | None = None, number: str = "") -> None:
    """Write down a code that did not open. For a right one, its consequence is written down."""
    if answer in {CodeAnswer.WRONG, CodeAnswer.SPENT}:
        note(Kind.WRONG_CODE, person=person, number=number, answer=answer.name.lower())
    elif answer is CodeAnswer.USED:
        note(Kind.CODE_USED_AGAIN, person=person, number=number)


def _plain(fact: str | int) -> str | int:
    if isinstance(fact, int):
        return fact
    return str(fact) if FACT.fullmatch(fact) else LEFT_OUT
