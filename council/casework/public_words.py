"""Words that everybody reads: sittings, their papers and calls are public.

Nobody checks them before they stand there, so numbers and doors are taken out as they come in; who
wrote them sees at once what stands instead. Names stay: who sits, speaks and signs is known.
"""

from __future__ import annotations

from typing import Final

from django.db.models import Model
from django.utils.functional import Promise

from acting.storable import storable_text
from issues.masking import Hidden, mask

NAMES: Final = frozenset({Hidden.NAME})
# What a body gives out so that people find it.
OFFICES: Final = NAMES | {Hidden.LANDLINE, Hidden.ROOM, Hidden.ACCOUNT}


def spoken_text(
    said: str, model: type[Model], column: str, *, field: str = "", missing: str | Promise = ""
) -> str:
    """`storable_text` of what people say and write at or about a sitting."""
    return without_doors(storable_text(said, model, column, field=field, missing=missing))


def official_text(
    said: str, model: type[Model], column: str, *, field: str = "", missing: str | Promise = ""
) -> str:
    """`storable_text` of what bodies give out: their own numbers, rooms and addresses stay."""
    return mask(storable_text(said, model, column, field=field, missing=missing), but=OFFICES).text


def without_doors(said: str) -> str:
    return mask(said, but=NAMES).text
