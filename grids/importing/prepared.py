"""What an import would do, worked out completely before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from django.db.models import Model
from django.utils.translation import gettext as _

from grids.importing.problems import Problem

# Whether the importer administers the body at a path, or what all districts share.
May = Callable[[str], bool]
SHARED: Final = "*"


class Fate(StrEnum):
    CHANGED = "changed"
    NEW = "new"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Line:
    """What happens to a line of the file; `before` holds, by field, the values it replaces."""

    fate: Fate
    before: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WhoseNumber:
    """A number that is known under another name: whose is it? Only a person can say."""

    line: int
    phone: str
    known_as: str
    named: str


@dataclass(slots=True)
class PreparedImport:
    """New rows and rows that change. If there are problems, nothing of it may be applied."""

    problems: list[Problem] = field(default_factory=list)
    new: list[Model] = field(default_factory=list)
    changed: list[Model] = field(default_factory=list)
    lines: dict[int, Line] = field(default_factory=dict)
    questions: list[WhoseNumber] = field(default_factory=list)
    # What changes along with a line that is about something else.
    beside: list[Model] = field(default_factory=list)

    def wrong(self, line: int, column: str, sentence: object) -> None:
        self.problems.append(Problem(line, column, str(sentence)))

    @property
    def same(self) -> int:
        return sum(line.fate == Fate.SAME for line in self.lines.values())

    def sort(self, thing: Any, *, line: int, after: dict[str, Any]) -> None:
        """Give `thing` its new values and count it among the new, the changed or the same."""
        thing.__dict__["line"] = line
        if thing.pk is None:
            self.new.append(thing)
            self.lines[line] = Line(Fate.NEW)
        elif before := {n: old for n, new in after.items() if (old := getattr(thing, n)) != new}:
            self.changed.append(thing)
            self.lines[line] = Line(Fate.CHANGED, before)
        else:
            self.lines[line] = Line(Fate.SAME)
        for name, value in after.items():
            setattr(thing, name, value)


def not_yours() -> str:
    return _("This lies outside the bodies you look after.")


def unknown_body(code: str) -> str:
    return _("There is no body with the code “%(code)s”.") % {"code": code}


def allowed(words: str) -> str:
    return _("This word is not known. Allowed: %(words)s.") % {"words": words}


def already_on(line: int) -> str:
    return _("Line %(line)d already says this. Keep one of the two.") % {"line": line}


def no_number() -> str:
    """Also of the administration's forms."""
    return _("Nobody can call this number. Write it as 0533-7180123, 13800138000 or 12345.")
