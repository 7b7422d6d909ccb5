"""Let other apps tell somebody that codes to sign in are rationed; they register in `ready`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

Told = Callable[[datetime], None]
logger = logging.getLogger(__name__)
_told: list[Told] = []


def on_rationed(told: Told) -> Told:
    """Call `told(now)` when more codes are asked for than may be sent."""
    if told not in _told:
        _told.append(told)
    return told


def announce_rationed(now: datetime) -> None:
    """Call what was registered; a failure is logged and changes nothing for whoever asked."""
    for told in _told:
        try:
            told(now)
        except Exception:
            logger.exception("%s failed when codes were rationed.", told.__qualname__)
