"""What bears on security, a line of JSON each: who did what when, by keyed digests alone.

Nothing typed is ever in it, no number and no name: a fact is a short word of ours.
"""

from __future__ import annotations

import logging
import re
from enum import StrEnum

from accounts.asker import asker, digest, digest_of_person
from accounts.enums import CodeAnswer

logger = logging.getLogger("pavilion.security")
# A short word of ours or the name of a thing. Seven digits in a row could be a phone number.
FACT = re.compile(r"(?!.*\d{7})[A-Za-z0-9_.:/\- ]{0,80}", re.ASCII)
LEFT_OUT = "?"


class Kind(StrEnum):
    """The kinds of events that the log holds."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
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
    number: str = "",
    level: int = logging.INFO,
    **facts: str | int,
) -> None:
    """Write down an event about the person with this id; None for a visitor or the system.

    Of a phone `number` only a keyed digest is written.
    """
    asking = asker()
    line = {
        "kind": str(kind),
        "person": digest_of_person(person),
        "address": asking.address if asking else "",
        **({"number": digest(number)} if number else {}),
        **{name: _plain(fact) for name, fact in facts.items()},
    }
    logger.log(level, "%s", kind, extra={"line": line})


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
