"""What a story of the demo is: somebody's words, and what came of them, act by act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from demo.pictures.photos import Pictures
from demo.seeds.people import People
from demo.seeds.places import Places
from demo.telling.moments import After
from issues.enums import Source
from issues.models import Assignment, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """Somebody's own words. `ago` is days, `at` the hour; `worked` working minutes before now."""

    who: str = ""
    where: str
    text: str
    title: str = ""
    ago: int = 0
    at: str = "09:00"
    worked: int | None = None
    # Before the telling ended: for what is urgent, and runs out while somebody watches.
    just: timedelta | None = None
    photos: Sequence[str] = ()
    category: str = ""
    danger: bool = False
    private: bool = False
    source: Source = Source.WEB
    # Who wrote it down, where it was taken down for somebody.
    taken_by: str = ""
    shop: str = ""
    contact: str = ""
    spot: str = ""
    outside: str = ""
    outside_days: int = 0


Do = Callable[["Scene"], None]
Ready = Callable[["Scene"], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One act, and how long after the step before; `ready` waits for what the clock does."""

    after: After
    do: Do
    ready: Ready | None = None
    # The scenes it shows, so that they can be drawn meanwhile.
    photos: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Story:
    key: str
    raised: Raised
    steps: Sequence[Step] = ()

    @property
    def scenes(self) -> list[str]:
        return [*self.raised.photos, *(scene for step in self.steps for scene in step.photos)]


@dataclass(slots=True)
class Scene:
    """A story while it is told."""

    story: Story
    places: Places
    people: People
    pictures: Pictures
    # Issues of stories already begun, by the key of the story.
    told: dict[str, int]
    now: datetime
    dice: Random = field(default_factory=Random)
    place: int = 0
    # The lead turn when the story began to wait for the clock.
    waits_from: int = 0

    @property
    def issue(self) -> Issue:
        return Issue.objects.get(pk=self.told[self.story.key])

    def issue_of(self, key: str) -> Issue:
        return Issue.objects.get(pk=self.told[key])

    @property
    def lead(self) -> Assignment:
        turns = Assignment.objects.current().lead().select_related("body")
        return turns.get(issue=self.told[self.story.key])

    def actor(self, by: str) -> User:
        """A person by name, a body's first hand by its code, otherwise whoever holds the lead."""
        if by in self.people.named:
            return self.people.named[by]
        return self.people.hand(by or self.lead.body.code)
