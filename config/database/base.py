"""The one place where a passing fault of the database becomes a sentence, for every statement."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property

from acting.faults import Fault, fault_of
from acting.refusals import Busy, NoRoom, TooSlow, Unavailable

SAID: Mapping[Fault, type[Unavailable]] = {
    Fault.BUSY: Busy,
    Fault.SLOW: TooSlow,
    Fault.FULL: NoRoom,
}


class SayingWrapper(DatabaseErrorWrapper):
    """Raises `Unavailable`, a refusal that is Django's OperationalError as well."""

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        said = None if exc_value is None else SAID.get(fault_of(exc_value))
        if said is not None:
            raise said().with_traceback(traceback) from exc_value
        super().__exit__(exc_type, exc_value, traceback)


class DatabaseWrapper(base.DatabaseWrapper):
    @cached_property
    def wrap_database_errors(self) -> Any:
        return SayingWrapper(self)
