"""What residents do in a story: add, support, withdraw, have the last word."""

from __future__ import annotations

from demo.telling.moments import After, minutes
from demo.telling.story import Scene, StoryStep
from issues.actions.add import add
from issues.actions.confirm import confirm
from issues.actions.support import support
from issues.actions.withdraw import withdraw
from issues.enums.activity import Resolved, Satisfaction


def withdraws(reason: str, *, after: After) -> StoryStep:
    def do(scene: Scene) -> None:
        who = scene.actor(scene.story.raised.who)
        withdraw(scene.issue, actor=who, now=scene.now, reason=reason)

    return StoryStep(after, do)


def supported(*names: str, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        for name in names:
            support(scene.issue, actor=scene.actor(name), now=scene.now)

    return StoryStep(after or minutes(30, 900), do)


def adds(who: str, text: str, *photos: str, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        person = scene.actor(who)
        pictures = scene.pictures.store(photos, user=person, now=scene.now)
        add(scene.issue, actor=person, now=scene.now, text=text, photos=pictures)

    return StoryStep(after or minutes(60, 600), do, photos=photos)


def says(
    resolved: Resolved,
    satisfaction: Satisfaction | None = None,
    text: str = "",
    *,
    above: bool = False,
    after: After | None = None,
) -> StoryStep:
    """The verdict of the reporter."""

    def do(scene: Scene) -> None:
        confirm(
            scene.issue, actor=scene.actor(scene.story.raised.who), now=scene.now,
            resolved=resolved, satisfaction=satisfaction, text=text, look_above=above,
        )  # fmt: skip

    return StoryStep(after or minutes(70, 1500), do)
