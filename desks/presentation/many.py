"""Several matters of a queue at once: what is offered, and what is said of it afterwards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, reduce

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accounts.models import User
from desks.presentation.head import address
from desks.queries.queue import MOST_AT_ONCE, PER_PAGE
from desks.sections import DeskSection, Many
from grids.models import Body
from grids.standing import Standing
from issues.actions.on_each import DoneOnEach
from issues.queries.colleagues import colleagues_at
from issues.queries.facts import holding
from issues.rules import acts_for

# Up to this many references are named; beyond that only their number is said.
MOST_NAMED = 6
EVERYTHING = "all"
TICK = re.compile(r"([A-Z0-9-]{1,24})(?:\.([0-9]{1,9}))?", re.ASCII)


@dataclass(frozen=True)
class Several:
    """How a queue shows that something can be done with several of its matters at once.

    Taking in is always offered for the matters of a page, and all are ticked. Any other act, and a
    longer page, are shown once somebody asks for them by a link (`asked`). `ticked` are references,
    or EVERYTHING.
    """

    act: Many
    body: Body
    section: DeskSection
    now: datetime
    asked: bool
    ticked: Collection[str]

    @property
    def is_shown(self) -> bool:
        """True if each row has a box."""
        return self.asked or self.act == Many.RECEIVE

    @property
    def all_ticked(self) -> bool:
        return EVERYTHING in self.ticked or (self.act == Many.RECEIVE and not self.asked)

    @property
    def size(self) -> int:
        return MOST_AT_ONCE if self.asked else PER_PAGE

    @cached_property
    def people(self) -> list[User]:
        """Who can be named; read only where somebody is asked."""
        return colleagues_at(self.body, now=self.now)

    @property
    def shelf(self) -> str:
        """The name under which the browser keeps the ticks."""
        return shelf_of(self.section)

    @property
    def begin(self) -> str:
        return address(self.body, self.section, several=True)

    @property
    def end(self) -> str:
        return address(self.body, self.section)

    @property
    def everything(self) -> str:
        return f"{self.begin}&ticked={EVERYTHING}"


def shelf_of(section: DeskSection) -> str:
    return f"many-{section.code}"


def several_of(
    section: DeskSection,
    body: Body,
    standing: Standing,
    asked: QueryDict,
    *,
    now: datetime,
) -> Several | None:
    """None where nothing is done with several at once, and for those who only look on."""
    if section.many is None or not acts_for(standing, holding(body)):
        return None
    ticked = asked.getlist("ticked")
    named = [EVERYTHING] if EVERYTHING in ticked else ticks(ticked)
    return Several(section.many, body, section, now, asked.get("several") == "1", named)


def ticks(values: Iterable[str]) -> dict[str, int | None]:
    """References with the version that the page showed, where it was sent."""
    found = [read for value in values if (read := TICK.fullmatch(value))]
    return {one[1]: int(one[2]) if one[2] else None for one in found[:MOST_AT_ONCE]}


def said_of(tally: DoneOnEach, to: User | None) -> str:
    """How many matters were taken in, or fall to `to`; which others were not, and why."""
    done, parts = len(tally.done), []
    if done and to is not None:
        said = ngettext(
            "{count} matter now falls to {name}.", "{count} matters now fall to {name}.", done
        )
        parts.append(said.format(count=done, name=to.name or to))
    elif done:
        said = ngettext(
            "{count} matter taken in; the residents will be told.",
            "{count} matters taken in; the residents will be told.",
            done,
        )
        parts.append(said.format(count=done))
    for reason, references in tally.refused.items():
        left = ngettext(
            "{count} was not: {numbers}. {reason}",
            "{count} were not: {numbers}. {reason}",
            len(references),
        )
        parts.append(
            left.format(count=len(references), numbers=_numbers(references), reason=reason)
        )
    return reduce(lambda said, more: _("{sentence} {more}").format(sentence=said, more=more), parts)


def _numbers(references: Sequence[str]) -> str:
    named = pgettext("between names", ", ").join(references[:MOST_NAMED])
    left = len(references) - MOST_NAMED
    if left <= 0:
        return named
    return _("{numbers} and {count} more").format(numbers=named, count=left)
