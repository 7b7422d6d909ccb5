"""Sequences of steps that many stories share, and steps that wait for the clock."""

from __future__ import annotations

from demo.telling.moments import After, minutes, work
from demo.telling.steps import (
    answers,
    classifies,
    keeps_private,
    publishes,
    pushes_up,
    receives,
    settles,
)
from demo.telling.story import Scene, StoryStep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.models import Deadline, Deliberation


def intake(
    title: str,
    answer: str,
    matter_class: MatterClass,
    category: str,
    *,
    text: str = "",
    after: After | None = None,
    hold_back: int = 0,
) -> list[StoryStep]:
    """Taken in, checked and published, answered, its class set."""
    return [
        receives(after=after),
        publishes(title, text, hold_back=hold_back),
        answers(answer),
        classifies(matter_class, category),
    ]


def in_confidence(answer: str, category: str, matter_class: MatterClass) -> list[StoryStep]:
    """A dispute: taken in and kept between the parties."""
    return [
        receives(),
        keeps_private("邻里纠纷，不公开"),
        answers(answer),
        classifies(matter_class, category),
    ]


def _nothing(scene: Scene) -> None:
    """Do nothing; the step only waits."""


def until_moved() -> StoryStep:
    """Wait until a clock gives the issue to another body."""
    return StoryStep(work(1), _nothing, lambda scene: scene.lead.turn > scene.waits_from)


def until_supervised() -> StoryStep:
    """Wait until a clock tells the supervisors."""

    def ready(scene: Scene) -> bool:
        clocks = Deadline.objects.running().filter(kind=DeadlineKind.SUPERVISED)
        return clocks.filter(issue=scene.told[scene.story.key]).exists()

    return StoryStep(work(1), _nothing, ready)


def until_resolved() -> StoryStep:
    """Wait until a council has adopted what is to be done."""

    def ready(scene: Scene) -> bool:
        talks = Deliberation.objects.filter(issue=scene.told[scene.story.key])
        return talks.filter(resolved=True).exists()

    return StoryStep(work(1), _nothing, ready)


def settled(
    title: str,
    answer: str,
    category: str,
    agreed: str,
    *photos: str,
    said: str = "",
    heads: int = 2,
    text: str = "",
    why_none: str = "",
) -> list[StoryStep]:
    """A small issue that its grid settles on the spot."""
    return [
        *intake(title, answer, MatterClass.SMALL, category, text=text),
        settles(agreed, *photos, said=said, heads=heads, why_none=why_none),
    ]


def rushed(title: str, answer: str, category: str, *, text: str = "") -> list[StoryStep]:
    """An urgent issue: somebody comes within the hour, day or night; then it is published."""
    return [
        receives(after=minutes(4, 24)),
        answers(answer, after=minutes(2, 8)),
        classifies(MatterClass.URGENT, category, after=minutes(2, 6)),
        publishes(title, text, after=minutes(6, 30)),
    ]


def to_department(
    reason: str, tried: str, answer: str, again: str, tried_again: str
) -> list[StoryStep]:
    """The issue goes to the community, which answers and sends it on to the departments."""
    return [
        pushes_up(reason, tried),
        receives(),
        answers(answer),
        pushes_up(again, tried_again),
    ]
