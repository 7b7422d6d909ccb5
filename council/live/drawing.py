"""A sitting read and drawn for all who watch it: once for each audience and language."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import close_old_connections
from django.utils import timezone, translation

from council.enums.screens import Audience, Place
from council.live.frames import Frame
from council.presentation.screens import audience_of, own_letters, parts_of
from council.queries.marks import Mark, marks_of
from council.queries.state import SittingState, state_of

# Seconds for which a state of the same version is good: a name may change without the sitting.
GOOD_FOR = 10.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AskedScreen:
    """Which screen, for whom, in which language."""

    place: Place
    person_id: int | None
    language: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn of a sitting. A frame is None if that reader may not watch.

    A screen that could not be drawn has no frame at all.
    """

    state: SittingState | None
    read_at: float
    frames: Mapping[AskedScreen, Frame | None] = field(default_factory=dict)
    by_audience: Mapping[tuple[Audience, str], Frame] = field(default_factory=dict)

    @property
    def mark(self) -> Mark | None:
        return self.state.mark if self.state else None

    def is_good(self, mark: Mark | None) -> bool:
        return self.mark == mark and time.monotonic() - self.read_at < GOOD_FOR


def draw(uid: UUID, asked: Collection[AskedScreen], before: Drawing | None) -> Drawing:
    """Draw in a thread of its own; reuse what `before` drew while the sitting stays the same."""
    close_old_connections()
    try:
        if before is None or not before.is_good(marks_of([uid]).get(uid)):
            before = Drawing(state_of(uid, now=timezone.now()), time.monotonic())
        return drawn(before, asked)
    finally:
        close_old_connections()


def drawn(before: Drawing, asked: Collection[AskedScreen]) -> Drawing:
    state, made = before.state, dict(before.by_audience)
    frames: dict[AskedScreen, Frame | None] = {}
    for one in asked:
        audience = audience_of_one(state, one)
        if state is None or audience is None:
            frames[one] = None
            continue
        wanted = (audience, one.language)
        if wanted not in made and (frame := frame_of(state, *wanted)):
            made[wanted] = frame
        if wanted in made:
            frames[one] = made[wanted]
    return Drawing(state, before.read_at, frames, made)


def audience_of_one(state: SittingState | None, one: AskedScreen) -> Audience | None:
    return audience_of(state, one.place, one.person_id, key=one.key) if state else None


def frame_of(state: SittingState, audience: Audience, language: str) -> Frame | None:
    """A screen that can't be drawn leaves the others alone."""
    try:
        with translation.override(language):
            parts = parts_of(state, audience, now=timezone.now())
            own = own_letters(state, audience)
    except Exception:
        logger.exception("A screen could not be drawn: %s", audience)
        return None
    return Frame(state.meeting.uid, state.meeting.version, parts, own)


def marks(uids: Collection[UUID]) -> dict[UUID, Mark]:
    close_old_connections()
    try:
        return marks_of(uids)
    finally:
        close_old_connections()
