"""Which app answers what is new on a page that it has drawn, and the sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from notifications.enums import What
from notifications.queries.happenings import Happened


@dataclass(frozen=True, slots=True)
class News:
    """How many things are new, and the parts of a sentence about those that concern the page."""

    count: int = 0
    parts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return pgettext("between news", "; ").join(self.parts)


Answer = Callable[[HttpRequest, Mapping[str, Any], Sequence[Happened]], "News | None"]
_answers: dict[str, Answer] = {}


def register_page(page: str, answer: Answer) -> None:
    """Let `answer` say what is new on such a page; it gives None to people whose page it isn't."""
    if _answers.setdefault(page, answer) is not answer:
        raise ValueError(f"Pages {page!r} are answered elsewhere already.")


def answer_for(page: str) -> Answer | None:
    return _answers.get(page)


def subjects(happened: Sequence[Happened], what: What) -> set[UUID]:
    return {one.subject for one in happened if one.what == what}


def matters_in_words(
    *,
    came: int = 0,
    urgent: int = 0,
    late: int = 0,
    taken: int = 0,
    changed: int = 0,
) -> News:
    """What is new among matters, the most pressing first."""
    told = [
        (urgent, ngettext("{count} urgent matter", "{count} urgent matters", urgent)),
        (late, ngettext("{count} is over time", "{count} are over time", late)),
        (came, ngettext("{count} has come in", "{count} have come in", came)),
        (taken, ngettext("{count} went on by the clock", "{count} went on by the clock", taken)),
        (changed, ngettext("{count} shown here changed", "{count} shown here changed", changed)),
    ]
    parts = [words.format(count=count) for count, words in told if count]
    return News(sum(count for count, _words in told), parts)


def something_new(words: str = "") -> News:
    return News(1, [words or _("Something has changed here")])
