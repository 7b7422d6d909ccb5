"""Begin a story: somebody's words become an issue."""

from __future__ import annotations

from datetime import timedelta

from demo.telling.story import Raised, Scene
from issues.actions.raise_issue import raise_issue
from issues.enums.matter import Source, SpeaksAs
from issues.inputs import NewMatter


def begin(scene: Scene) -> None:
    raised = scene.story.raised
    reporter = scene.people.named[raised.who] if raised.who else None
    actor = scene.people.named[raised.taken_by] if raised.taken_by else reporter
    assert actor is not None, "somebody writes it down"
    pictures = scene.pictures.store(raised.photos, user=actor, now=scene.now)
    matter = _matter(raised, scene, pictures)
    issue = raise_issue(matter, actor=actor, reporter=reporter, now=scene.now)
    scene.told[scene.story.key] = issue.pk


def _matter(raised: Raised, scene: Scene, pictures: list) -> NewMatter:  # type: ignore[type-arg]
    outside = raised.source == Source.HOTLINE
    for_someone = raised.source == Source.WRITTEN_DOWN
    return NewMatter(
        text=raised.text,
        title=raised.title,
        building=scene.places.buildings.get(raised.where),
        venue=scene.places.venues.get(raised.where),
        place_note=raised.spot,
        category=scene.places.categories.get(raised.category),
        danger=raised.danger,
        private_wish=raised.private,
        source=raised.source,
        outside_number=raised.outside,
        outside_due_at=scene.now + timedelta(days=raised.outside_days) if outside else None,
        speaks_as=SpeaksAs.MERCHANT if raised.shop else SpeaksAs.RESIDENT,
        shop_name=raised.shop,
        for_someone_else=for_someone,
        consent_noted=for_someone,
        contact_name=raised.contact,
        photos=pictures,
    )
