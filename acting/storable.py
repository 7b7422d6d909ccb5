"""Make what a person wrote fit to be stored: not too long, not empty if required."""

from __future__ import annotations

from django.db.models import Model
from django.utils.functional import Promise

from accounts.sentences import UNKEPT, too_long
from accounts.words import as_stored
from acting.refusals import Refused


def storable_text(
    said: str, model: type[Model], column: str, *, field: str = "", missing: str | Promise = ""
) -> str:
    """`said` as we keep it, for `column` of `model`; `field` is the form's if named otherwise.

    Raises Refused if `said` is longer than the column or holds characters that can't be stored,
    and with the sentence `missing`, if given, where `said` shows nothing (`accounts.words`).
    """
    field = field or column
    said = as_stored(said)
    if missing and not said:
        raise Refused(missing, field=field)
    most = getattr(model._meta.get_field(column), "max_length", None)
    if most is not None and len(said) > most:
        raise Refused(too_long(said, most), field=field)
    if not is_storable(said):
        raise Refused(UNKEPT, field=field)
    return said


def is_storable(said: str) -> bool:
    """False for text with a NUL or a lone surrogate, which PostgreSQL doesn't store."""
    return "\x00" not in said and not any("\ud800" <= sign <= "\udfff" for sign in said)
