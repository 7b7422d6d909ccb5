"""Tell all stories together, in the order of time, with sweeps between the acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from random import Random
from time import monotonic
from zlib import crc32

from acting.refusals import Refused
from clocks.hours import SHANGHAI
from demo.pictures.photos import Pictures
from demo.seeds.people import SeededPeople
from demo.seeds.places import SeededPlaces
from demo.telling.moments import work_before
from demo.telling.raising import begin
from demo.telling.story import Raised, Scene, Story
from issues.actions.sweep import sweep
from issues.models import Deadline
from notifications.actions.mark_read import mark_all_read
from notifications.models import Notice

# Beat starts a sweep each minute, so what is due is handled a little later.
BEAT = timedelta(seconds=40)
STILL_UNREAD = timedelta(hours=30)
# What happens is told the moment at which it does.
Happening = Callable[[datetime], object]


class Teller:
    """Keeps the acts to come. Acts after `until` don't happen; visitors may do them.

    `began` is the `monotonic()` at `until`. What is to run out while visitors watch is raised last,
    and its time counts from the end of the telling, however long that took.
    """

    def __init__(
        self,
        places: SeededPlaces,
        people: SeededPeople,
        pictures: Pictures,
        *,
        until: datetime,
        began: float,
    ) -> None:
        self.places, self.people, self.pictures, self.until = places, people, pictures, until
        self.began = began
        self.told: dict[str, int] = {}
        self.queue: list[tuple[datetime, int, Happening]] = []
        self.waiting: list[Scene] = []
        self.sweeps = 0
        self._order = 0

    def tell(self, stories: Sequence[Story]) -> None:
        for story in stories:
            if story.raised.just is None:
                moment = raised_at(story.raised, self.until)
                self._put(moment, partial(self._act, self._scene(story, moment)))
        self._tell_until_now()
        told = self.until + timedelta(seconds=monotonic() - self.began)
        for story in stories:
            if story.raised.just is not None:
                begin(self._scene(story, told - story.raised.just))

    def at(self, moment: datetime, do: Happening) -> None:
        """`do` happens between the acts of the stories; not if that moment is still to come."""

        def happen(now: datetime) -> None:
            do(now)
            self._wake(now)

        self._put(moment, happen)

    def _scene(self, story: Story, moment: datetime) -> Scene:
        return Scene(
            story=story, places=self.places, people=self.people, pictures=self.pictures,
            told=self.told, now=moment, dice=Random(crc32(story.key.encode())),  # noqa: S311
        )  # fmt: skip

    def _tell_until_now(self) -> None:
        read = False
        while True:
            # A sweep may wake a story whose next act comes before all others.
            self._sweep_until(self.queue[0][0] if self.queue else self.until)
            if not self.queue:
                break
            moment, _order, happen = heappop(self.queue)
            if not read and moment > self.until - STILL_UNREAD:
                self._read_all(moment)
                read = True
            happen(moment)

    def _read_all(self, now: datetime) -> None:
        """Mark as read what people were told before yesterday."""
        newest = Notice.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        for person in self.people.named.values():
            mark_all_read(person, newest=newest, now=now)

    def _put(self, moment: datetime, happen: Happening) -> None:
        if moment < self.until:
            self._order += 1
            heappush(self.queue, (moment, self._order, happen))

    def _act(self, scene: Scene, now: datetime) -> None:
        scene.now = now
        if scene.story.key not in self.told:
            begin(scene)
        else:
            self._do(scene)
            scene.place += 1
        self._next(scene)

    def _do(self, scene: Scene) -> None:
        try:
            scene.story.steps[scene.place].do(scene)
        except Refused as refusal:
            raise RuntimeError(
                f"{scene.story.key}, act {scene.place + 1}: {refusal.message}"
            ) from refusal

    def _next(self, scene: Scene) -> None:
        if scene.place >= len(scene.story.steps):
            return
        step = scene.story.steps[scene.place]
        if step.ready is not None:
            scene.waits_from = scene.lead.turn
            self.waiting.append(scene)
            return
        self._put(step.after(scene.now, scene.dice), partial(self._act, scene))

    def _sweep_until(self, moment: datetime) -> None:
        """Sweep whenever a clock wakes before `moment`, as beat would have done."""
        while True:
            wakes = Deadline.objects.running().order_by("wake_at").values_list("wake_at", flat=True)
            first = wakes.first()
            if first is None or first + BEAT > moment:
                return
            self.sweeps += 1
            swept = sweep(now=first + BEAT)
            if swept.failed or not swept.handled:
                raise RuntimeError("A sweep could not handle what was due; see the log.")
            self._wake(first + BEAT)
            if self.queue and self.queue[0][0] < moment:
                moment = self.queue[0][0]

    def _wake(self, now: datetime) -> None:
        for scene in list(self.waiting):
            step = scene.story.steps[scene.place]
            if step.ready is not None and step.ready(scene):
                self.waiting.remove(scene)
                scene.now = now
                scene.place += 1
                self._next(scene)


def raised_at(raised: Raised, now: datetime) -> datetime:
    """The moment when it was said, counted back from `now`."""
    if raised.worked is not None:
        return work_before(now, raised.worked)
    day = now.astimezone(SHANGHAI).date() - timedelta(days=raised.ago)
    return datetime.combine(day, time.fromisoformat(raised.at), SHANGHAI)
