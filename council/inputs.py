"""What a device sends of a command, checked and as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """`uid` is made by the device and stays the same however often it is sent.

    `happened_at` is the device's own time. Whatever a command acts on is named by its own uid, so a
    page that is behind can't close another vote or decide another item than it shows.
    """

    uid: UUID
    device: str = ""
    lamport: int = 0
    happened_at: datetime | None = None
