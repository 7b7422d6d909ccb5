"""The matters of the demo, raised, checked and published through the actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from clocks.hours import SHANGHAI
from demo.pictures.photos import Pictures
from demo.seeds.people import admit_people
from demo.seeds.places import lay_places
from demo.seeds.seed import FOUNDED
from demo.stories import stories
from demo.telling.raising import begin
from demo.telling.story import Scene, Story
from issues.actions.receive import receive

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
# What becomes of a matter later changes no word that it is found by.
TOLD = {"publishes", "classifies", "keeps_private"}
STEP = timedelta(minutes=1)


def tell_the_words() -> None:
    places = lay_places(now=NOW - FOUNDED)
    people = admit_people(places, now=NOW - FOUNDED)
    told: dict[str, int] = {}
    plan = sorted(stories(), key=lambda story: -story.raised.ago)
    with Pictures(()) as pictures:
        for at, story in enumerate(plan, 1 - len(plan)):
            silent = replace(story, raised=replace(story.raised, photos=()))
            scene = Scene(
                story=silent, places=places, people=people, pictures=pictures, told=told,
                now=NOW + at * timedelta(hours=1), dice=Random(1),
            )  # fmt: skip
            _tell(scene, story)


def _tell(scene: Scene, story: Story) -> None:
    begin(scene)
    receive(scene.issue, actor=scene.actor(""), now=scene.now)
    done: set[str] = set()
    for step in story.steps:
        name = step.do.__qualname__.split(".", 1)[0]
        if name in TOLD and name not in done:
            done.add(name)
            scene.now += STEP
            step.do(scene)
