"""A volume without room for files: a sentence, and no fault of the machine."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import RequestDataTooBig
from django.utils.translation import gettext_lazy as _

from acting.refusals import NoRoom

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
NO_ROOM = _(
    "There is no room for photos just now. What you wrote is still in the form: "
    "send it without photos."
)

CROWDED_OUT = _(
    "So much is on its way here just now that yours found no room. Go back: your words are still "
    "in the form. Send it again in a moment, or without photos."
)


class CrowdedOut(RequestDataTooBig):
    """Of a request that may not be read, though it is not too large: others left no room for it."""


def is_full(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in FULL


@contextmanager
def room_for_photos() -> Iterator[None]:
    """Raises NoRoom where the volume is full."""
    try:
        yield
    except OSError as error:
        if not is_full(error):
            raise
        raise NoRoom(NO_ROOM, field="photos") from error
