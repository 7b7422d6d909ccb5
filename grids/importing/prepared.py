"""What an import would do: worked out completely before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from grids.importing.problems import Problem

# Whether the one who imports looks after the body at a path.
May = Callable[[str], bool]


@dataclass(slots=True)
class Prepared:
    """New rows, rows that change, how many stay; or the problems that forbid all of it."""

    problems: list[Problem] = field(default_factory=list)
    new: list[Model] = field(default_factory=list)
    changed: list[Model] = field(default_factory=list)
    same: int = 0

    def wrong(self, line: int, column: str, sentence: str) -> None:
        self.problems.append(Problem(line, column, sentence))

    def sort(self, thing: Any, *, after: dict[str, Any]) -> None:
        """Put `thing` among the new, the changed or the same, and give it its new values."""
        if thing.pk is None:
            self.new.append(thing)
        elif any(getattr(thing, name) != value for name, value in after.items()):
            self.changed.append(thing)
        else:
            self.same += 1
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
