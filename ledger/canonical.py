"""The one way a body is written down: RFC 8785, without floats. See docs/record.md."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

LARGEST_INTEGER = 2**53 - 1
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
KEY = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


class NotCanonicalError(ValueError):
    """A value that has no single canonical form: a float, NUL, a lone surrogate, an odd key."""


def canonical(value: Any) -> bytes:
    """UTF-8 bytes of `value`: sorted ASCII keys, no white space, no floats, no NUL.

    Raises NotCanonicalError, naming the path of what can't be written.
    """
    refuse_foreign(value, path="$")
    try:
        return written(value)
    except UnicodeEncodeError as error:
        raise NotCanonicalError("a lone surrogate can't be written as UTF-8") from error


def written(value: Any) -> bytes:
    return ENCODER.encode(value).encode("utf-8")


def read_canonical(body: bytes) -> Any:
    """The value of `body`; raises NotCanonicalError unless `body` is its canonical form."""
    try:
        said = json.loads(body, parse_float=refuse_number, parse_constant=refuse_number)
        fits = written(said) == body and b"\\u0000" not in body
    except (ValueError, RecursionError):
        fits = False
    if not fits:
        raise NotCanonicalError("these bytes are not in the canonical form")
    return said


def refuse_number(text: str) -> None:
    raise NotCanonicalError(f"{text} is not an integer")


def refuse_foreign(value: Any, *, path: str) -> None:
    """Raise NotCanonicalError for what has no canonical form, with the path to it."""
    match value:
        case str() if "\x00" not in value:
            return
        case None | bool():
            return
        case int() if abs(value) <= LARGEST_INTEGER:
            return
        case dict():
            for key, member in value.items():
                if not isinstance(key, str) or not KEY.fullmatch(key):
                    raise NotCanonicalError(f"{path}: a key is not a plain ASCII name")
                refuse_foreign(member, path=f"{path}.{key}")
        case list() | tuple():
            for index, member in enumerate(value):
                refuse_foreign(member, path=f"{path}[{index}]")
        case _:
            raise NotCanonicalError(f"{path}: this {type(value).__name__} has no canonical form")


# The entries of a batch have one moment.
@lru_cache(maxsize=16)
def moment(value: datetime) -> str:
    """UTC with microseconds and a Z, always 27 characters; a naive time is refused."""
    if value.tzinfo is None:
        raise NotCanonicalError("a time without a zone has no canonical form")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
