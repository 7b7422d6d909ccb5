"""When something happened, as far as a device's clock can be believed."""

from __future__ import annotations

from datetime import datetime


def happened_at(
    told: datetime | None, *, opened_at: datetime | None, received_at: datetime
) -> datetime:
    """What the device says, not before the sitting opened and not after it was received."""
    if told is None or told > received_at:
        return received_at
    if opened_at is not None and told < opened_at:
        return opened_at
    return told if opened_at is not None else received_at
