"""What tables of acts are made of: a row says when an act is open, to whom, as which button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from django.utils.functional import Promise


class InState(Protocol):
    """What is known of a thing that stands in one of several states."""

    @property
    def state(self) -> str: ...


By = TypeVar("By")
Of = TypeVar("Of")
OfState = TypeVar("OfState", bound=InState)


def always(_by: Any, _of: Any) -> bool:
    return True


def at_any_time(_of: Any) -> bool:
    return True


def without_words(_of: Any) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class ActRow(Generic[By, Of]):
    """`who` and `when` decide who is refused; `of_use` only hides a button of no use now.

    `why_not` says why the thing forbids the act, unless it has simply moved on.
    """

    who: Callable[[By, Of], bool]
    when: Callable[[Of], bool] = at_any_time
    why_not: Callable[[Of], str | Promise] = without_words
    of_use: Callable[[By, Of], bool] = always
    label: str | Promise = ""
    icon: str = ""
    # The next thing to do for whoever may do it.
    is_next: bool = False

    def allows(self, of: Of) -> bool:
        """The thing itself allows it, whoever asks."""
        return self.when(of)

    def offered(self, by: By, of: Of) -> bool:
        """The button is shown: they may, the thing allows it, and it is of use now."""
        return self.allows(of) and self.who(by, of) and self.of_use(by, of)


@dataclass(frozen=True, kw_only=True)
class StateRow(ActRow[By, OfState]):
    """An act that only some states allow."""

    states: frozenset[str]

    def allows(self, of: OfState) -> bool:
        return of.state in self.states and super().allows(of)
