"""Why a matter proposes itself; each line of the table is a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from council.enums.agenda import ItemReason
from council.order.proposals import Signs, reasons_of
from issues.enums.matter import MatterClass
from tests.issues.actions.sweeping import at

NOW, UNTIL = at(16), at(27)
QUIET = Signs(
    matter_class=MatterClass.SMALL,
    at_work=False,
    deliberations=0,
    resolutions=0,
    moved_up=False,
    promise_broken=False,
    due_at=None,
    agenda_due_at=None,
)
SMALL, URGENT, HARD, MAJOR = MatterClass
R = ItemReason
TABLE: dict[str, tuple[dict[str, Any], list[ItemReason]]] = {
    "nothing presses": ({}, []),
    "due by then": ({"due_at": at(26)}, [R.DUE]),
    "due at that moment": ({"due_at": UNTIL}, [R.DUE]),
    "due after that": ({"due_at": at(28)}, []),
    "came up and not heard": ({"moved_up": True}, [R.PUSHED_UP]),
    "promise broken": ({"promise_broken": True, "at_work": True}, [R.PROMISE_BROKEN]),
    "hard, never talked over": ({"matter_class": HARD}, [R.HARD_AGAIN]),
    "hard, talked over once": ({"matter_class": HARD, "deliberations": 1}, [R.HARD_AGAIN]),
    "hard, talked over twice": ({"matter_class": HARD, "deliberations": 2}, []),
    "hard, at work already": ({"matter_class": HARD, "at_work": True}, []),
    "major without a resolution": ({"matter_class": MAJOR}, [R.MAJOR]),
    "major with one": ({"matter_class": MAJOR, "resolutions": 1}, []),
    "major, at work already": ({"matter_class": MAJOR, "at_work": True}, []),
    "to come on an agenda": ({"agenda_due_at": at(30)}, [R.AGENDA_CLOCK]),
    "what presses most is first": (
        {
            "matter_class": MAJOR,
            "agenda_due_at": at(23),
            "due_at": at(20),
            "moved_up": True,
            "promise_broken": True,
        },
        [R.AGENDA_CLOCK, R.MAJOR, R.PROMISE_BROKEN, R.PUSHED_UP, R.DUE],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_why_a_matter_proposes_itself(name: str) -> None:
    signs, expected = TABLE[name]
    reasons = reasons_of(replace(QUIET, **signs), until=UNTIL, now=NOW)
    assert [reason.why for reason in reasons] == expected


def test_every_reason_but_the_hand_has_its_sentence() -> None:
    signs = [replace(QUIET, **given) for given, _ in TABLE.values()]
    with translation.override("en"):
        told = [reason for one in signs for reason in reasons_of(one, until=UNTIL, now=NOW)]
    assert {reason.why for reason in told} == set(ItemReason) - {R.BY_HAND}
    assert all(reason.sentence.endswith(".") and "{" not in reason.sentence for reason in told)


def test_how_often_a_hard_matter_was_talked_over_is_said() -> None:
    with translation.override("en"):
        never, once = (
            reasons_of(
                replace(QUIET, matter_class=HARD, deliberations=talks), until=UNTIL, now=NOW
            )[0].sentence
            for talks in (0, 1)
        )
    assert never == "A hard matter is talked over twice; so far it was not."
    assert once == "A hard matter is talked over twice; so far it was once."
