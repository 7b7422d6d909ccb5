"""How a row of a table of acts is written."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

from acting.acts import always, at_any_time


def row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |\n"


def both(label: str | Promise) -> str:
    """In English and Chinese; "" for what has no button."""
    if not label:
        return ""
    with translation.override("en"):
        english = str(label)
    with translation.override("zh-hans"):
        return f"{english} {label}"


def states(kind: Iterable[Enum], allowed: frozenset[Any]) -> str:
    """In the order of their table."""
    members = list(kind)
    named = " ".join(one.value for one in members if one in allowed)
    return named if allowed != frozenset(members) else "all"


def words(predicate: Callable[..., Any]) -> str:
    if predicate in {always, at_any_time}:
        return ""
    return predicate.__name__.replace("_", " ")
