"""Who comes to which address of the table: not everybody to each, but every class to each rule.

A rule is told by whom it lets in: where one app answers the same people alike at several addresses,
these ask the same predicate, of a matter in several of its states or of several acts of one post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.matrix.table import Row
from tests.matrix.who import (
    SIGNED_IN,
    VISITOR,
    Answers,
    a_third,
    class_of,
    some,
    speakers,
)

GET, POST = "GET", "POST"
Door = tuple[Row, str]


# In test_acts.py and test_sitting_acts.py, each act of each state.
ASKED_OF_EVERYBODY = re.compile(
    "issues:(act|support|follow|add|confirm|withdraw)$|council:sitting_"
)


class Comers:
    """Somebody of each class to each rule, for each answer that the class is to get by it.

    To each address comes a third of the classes, other ones to the next, and one for each answer
    that none of these gets. Whoever then never came to a rule comes to its first address, but for
    rules that are asked of everybody by themselves.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.number = {row: number for number, row in enumerate(rows)}
        self.doors = [
            (row, method)
            for row in self.number
            for method in (GET, POST)
            if not asks_nothing(row, method)
        ]
        self._coming = {
            door: dict.fromkeys(a_third(answers_of(*door), number))
            for number, door in enumerate(self.doors)
        }
        heard = {said(door, name) for door in self.doors for name in self.to(*door)}
        for door in filter(is_asked_here, self.doors):
            for name in speakers(answers_of(*door)):
                if name != VISITOR and said(door, name) not in heard:
                    heard.add(said(door, name))
                    self._coming[door][name] = None

    def to(self, row: Row, method: str) -> tuple[str, ...]:
        if (coming := self._coming.get((row, method))) is not None:
            return (*coming,)
        answers = answers_of(row, method)
        return some(answers, self.number[row]) if answers else ()


def is_asked_here(door: Door) -> bool:
    return not ASKED_OF_EVERYBODY.match(door[0].name)


def asks_nothing(row: Row, method: str) -> bool:
    """Is nothing there that depends on the place of a person?

    An address with nothing there refuses whoever comes; the administration lets in
    administrators and nobody else; and where all get the same page, it is the same for all.
    There one comes for each answer, and one in turn.
    """
    same = len(set(answers_of(row, method).values())) <= 1
    # A form that may be sent is opened by the same line that lets send it; all are asked there.
    opens = method == GET and not set(row.post.values()) <= {404, 405}
    return same or opens or row.name.startswith("admin:")


def answers_of(row: Row, method: str) -> Answers:
    return row.get if method == GET else row.post


def said(door: Door, name: str) -> tuple[object, ...]:
    """What is learned as `name` comes there."""
    row, method = door
    answers = answers_of(row, method)
    return row.name.partition(":")[0], let_in(answers), class_of(name), answers[name]


def let_in(answers: Answers) -> frozenset[frozenset[str]]:
    """Who gets the same answer as whom, visitors apart: they sign in first, here or there."""
    alike: dict[int, set[str]] = {}
    for name in SIGNED_IN:
        alike.setdefault(answers[name], set()).add(name)
    return frozenset(frozenset(names) for names in alike.values())
