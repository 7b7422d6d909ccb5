"""Usual beginnings are built once a process, and laid again row by row for the tests after it.

A matter that is published took three acts, a sitting that runs a dozen; hundreds of tests begin
with one of them. What `@remembered` builds through the actions is kept as the rows that were
written, and the next test that begins in the same way finds those rows, laid by one question.

The same way means: the same calls with the same values, in the same language and settings, and
nothing else written before but the same changes of rows that stood there. A test that patches code
builds all of it anew.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.utils import translation

from tests.harness.rows import first_of_this_test, rows_since
from tests.world import World

Given = ParamSpec("Given")
Built = TypeVar("Built")

READS = re.compile(
    r"\s*\(*\s*((SELECT|SAVEPOINT|RELEASE|SET|EXPLAIN|SHOW)\b|EXECUTE kept_"
    r"|WITH\b(?!.*\b(INSERT|UPDATE|DELETE)\b))",
    re.IGNORECASE | re.DOTALL,
)
# Who is signed in changes nothing that an act reads.
SESSIONS = '"django_session"'
# A row of the world, or of what was laid, that is changed by the test itself.
CHANGES = re.compile(r"\s*UPDATE\b", re.IGNORECASE)
PLAIN = (str, int, float, bool, Decimal, date, datetime, timedelta, UUID, Enum, type(None))
# Where files are, and how static ones are named: no row tells.
OF_NO_ROW = ("MEDIA_ROOT", "STORAGES", "CACHES")


@dataclass(frozen=True)
class Laid:
    """What a beginning wrote, as statements, and what its function returned, pickled."""

    statements: str
    returned: bytes


class Memory:
    """Of one process, about its own clone of the database in which the tests' world stands."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Laid] = {}
        # What this test has built so far, or `None`: unlike anything that is remembered.
        self._so_far: tuple[Hashable, ...] | None = None
        self._building = False

    def begin(self, *, clean: bool) -> None:
        """A test begins; `clean` where its transaction finds the world and nothing else."""
        self._so_far = () if clean else None
        wrappers = connection.execute_wrappers
        if self._watch in wrappers:
            wrappers.remove(self._watch)
        if clean:
            wrappers.append(self._watch)

    @contextmanager
    def of_a_file(self) -> Iterator[None]:
        """What is built here stands for all tests of a file, in the world and nothing else.

        Those tests build their own anew: they begin with more than the world.
        """
        self.begin(clean=True)
        try:
            yield
        finally:
            self.begin(clean=False)

    def _watch(self, execute: Any, sql: Any, values: Any, *rest: Any) -> Any:
        if self._so_far is not None and not self._building and writes(str(sql)):
            changed = told(values) if CHANGES.match(str(sql)) else None
            self._so_far = None if changed is None else (*self._so_far, (str(sql), changed))
        return execute(sql, values, *rest)

    def lay(self, name: str, values: Hashable, build: Callable[[], Built]) -> Built:
        if self._building or self._so_far is None or values is None:
            return build()
        key = (*self._so_far, (name, values, circumstances()))
        # If building fails, what it wrote is like nothing else.
        self._so_far = None
        with self._as_building():
            if laid := self._kept.get(key):
                with connection.cursor() as cursor:
                    cursor.execute(laid.statements)
                built: Built = pickle.loads(laid.returned)
            else:
                first = first_of_this_test()
                built = build()
                self._kept[key] = Laid(rows_since(first), pickle.dumps(built))
        self._so_far = key
        return built

    @contextmanager
    def _as_building(self) -> Iterator[None]:
        self._building = True
        try:
            yield
        finally:
            self._building = False


memory = Memory()


def remembered(build: Callable[Given, Built]) -> Callable[Given, Built]:
    """For functions that bring the tests' world somewhere, always the same way, by the actions."""

    @wraps(build)
    def laid(*given: Given.args, **named: Given.kwargs) -> Built:
        name = f"{build.__module__}.{build.__qualname__}"
        values = comparable([*given, *(list(pair) for pair in sorted(named.items()))])
        return memory.lay(name, values, lambda: build(*given, **named))

    return laid


def writes(sql: str) -> bool:
    return not READS.match(sql) and SESSIONS not in sql


def comparable(value: Any) -> Hashable:
    """What was given, to be told from what else is given; `None` where that can't be said."""
    if isinstance(value, World):
        return "the world"
    if isinstance(value, Model):
        return (value._meta.label, value.pk)
    if isinstance(value, PLAIN):
        return (type(value).__name__, value)
    if isinstance(value, (list, tuple)):
        parts = tuple(comparable(one) for one in value)
        return None if None in parts else parts
    return None


def told(values: Any) -> Hashable:
    """The values of a statement; `None` where another test will hardly give the same."""
    if any(isinstance(value, date) for value in values or ()):
        return None
    return comparable(list(values or ()))


def circumstances() -> Hashable:
    """The language, and each setting that is not as it was when the tests began."""
    changed, layer = [], vars(settings)["_wrapped"]
    while (below := layer.__dict__.get("default_settings")) is not None:
        changed += [
            (name, repr(value))
            for name, value in layer.__dict__.items()
            if name.isupper() and name not in OF_NO_ROW
        ]
        layer = below
    return (translation.get_language(), *changed)
