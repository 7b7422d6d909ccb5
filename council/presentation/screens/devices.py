"""Which device runs the table, as its pages tell it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from council.models import Meeting


@dataclass(frozen=True, slots=True)
class RunningDevice:
    """`mark` stands for the device: each page knows its own and compares."""

    name: str
    mark: str


def running_device(meeting: Meeting) -> RunningDevice | None:
    """None as long as nobody's device runs it alone."""
    lease = getattr(meeting, "lease", None)
    return RunningDevice(str(lease.person), mark_of(lease.device)) if lease else None


def mark_of(device: str) -> str:
    """What is sent to all who watch says nothing of anybody's session."""
    return sha256(device.encode()).hexdigest()[:16]
