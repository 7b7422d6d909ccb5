"""A story of the demo: somebody's words and the acts that followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from demo.pictures.photos import Pictures
from demo.seeds.people import SeededPeople
from demo.seeds.places import SeededPlaces
from demo.telling.moments import After
from issues.enums.matter import Source
from issues.models import Assignment, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """Somebody's words, said `ago` days ago at the time `at`, or `worked` working minutes ago."""

    who: str = ""
    where: str
    text: str
    title: str = ""
    ago: int = 0
    at: str = "09:00"
    worked: int | None = None
    # So long before the end of the telling, for urgent issues whose clock is about to run out.
    just: timedelta | None = None
    photos: Sequence[str] = ()
    category: str = ""
    danger: bool = False
    private: bool = False
    source: Source = Source.WEB
    # The worker who wrote it down for somebody.
    taken_by: str = ""
    shop: str = ""
    contact: str = ""
    spot: str = ""
    outside: str = ""
    outside_days: int = 0


Do = Callable[["Scene"], None]
Ready = Callable[["Scene"], bool]


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One act, and how long after the last step; with `ready` it waits for a clock instead."""

    after: After
    do: Do
    ready: Ready | None = None
    # The scenes of its photos, so that they can be drawn in advance.
    photos: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Story:
    key: str
    raised: Raised
    steps: Sequence[StoryStep] = ()

    @property
    def scenes(self) -> list[str]:
        return [*self.raised.photos, *(scene for step in self.steps for scene in step.photos)]


@dataclass(slots=True)
class Scene:
    """The state of a story that is being told."""

    story: Story
    places: SeededPlaces
    people: SeededPeople
    pictures: Pictures
    # Issues of the stories that have begun, by the key of the story.
    told: dict[str, int]
    now: datetime
    dice: Random = field(default_factory=Random)
    place: int = 0
    # The number of the lead turn when the story began to wait for a clock.
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
        """A person by name, the first worker of a body by its code, otherwise of the lead."""
        if by in self.people.named:
            return self.people.named[by]
        return self.people.hand(by or self.lead.body.code)
