"""Courses that many stories take, and waiting for what the clock does."""

from __future__ import annotations

from desks.demo.moments import After, work
from desks.demo.steps import answers, classifies, keeps_private, publishes, receives
from desks.demo.story import Scene, Step
from issues.enums import DeadlineKind, MatterClass
from issues.models import Deadline


def intake(
    title: str,
    answer: str,
    matter_class: MatterClass,
    category: str,
    *,
    text: str = "",
    after: After | None = None,
    hold_back: int = 0,
) -> list[Step]:
    """Taken in, checked and published, answered, its class set."""
    return [
        receives(after=after),
        publishes(title, text, hold_back=hold_back),
        answers(answer),
        classifies(matter_class, category),
    ]


def in_confidence(answer: str, category: str, matter_class: MatterClass) -> list[Step]:
    """A dispute: taken in and kept between the parties."""
    return [
        receives(),
        keeps_private("邻里纠纷，不公开"),
        answers(answer),
        classifies(matter_class, category),
    ]


def _nothing(scene: Scene) -> None:
    """Waiting is no act."""


def until_moved() -> Step:
    """Until the clock gives the matter to another body."""
    return Step(work(1), _nothing, lambda scene: scene.lead.turn > scene.waits_from)


def until_supervised() -> Step:
    """Until the supervisors were told of it."""

    def ready(scene: Scene) -> bool:
        clocks = Deadline.objects.running().filter(kind=DeadlineKind.SUPERVISED)
        return clocks.filter(issue=scene.told[scene.story.key]).exists()

    return Step(work(1), _nothing, ready)
