from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from accounts.models import User
from council.actions.presence.arrive import arrive
from council.actions.presence.leave import leave
from council.models import Meeting
from tests.council.live.watching import Stream, cookie_of
from tests.council.sittings import a_called_sitting, at_the_table, fresh, roll_of, sent
from tests.harness.world import LiveWorld, Site, open_world
from tests.world import World, build_world


@dataclass
class Hall:
    """A sitting that runs, behind a real web server."""

    world: World
    live: LiveWorld
    site: Site
    meeting: Meeting

    def address(self, place: str = "phone", *, frame: bool = False, **query: str) -> str:
        more = "".join(f"&{name}={text}" for name, text in query.items())
        path = f"/live/{self.meeting.uid}/{'frame/' if frame else ''}?as={place}{more}"
        return self.site.url + path

    def stream(self, user: User | None = None, place: str = "phone", **query: str) -> Stream:
        return Stream(self.address(place, frame=False, **query), cookie_of(user))

    def member(self, at: int = 0) -> User:
        person = roll_of(self.meeting)[at].person
        assert person is not None
        return person

    def move(self) -> int:
        """Somebody leaves or comes back; the version that follows."""
        line = roll_of(self.meeting)[-1]
        is_there = line.presences.filter(left_at=None).exists()
        chair = self.meeting.chair
        assert chair is not None
        act = leave if is_there else arrive
        act(self.meeting, actor=chair, now=timezone.now(), sent=sent("tablet"), roll=line.uid)
        self.meeting = fresh(self.meeting)
        return self.meeting.version


@pytest.fixture(scope="module")
def standing(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    with open_world(tmp_path_factory.mktemp("hall"), django_db_blocker) as live:
        world, now = build_world(), timezone.now()
        meeting = a_called_sitting(
            world, now=now - timedelta(days=1), starts_at=now + timedelta(minutes=10)
        )
        yield Hall(world, live, live.start_web(), at_the_table(world, meeting, now=now))


@pytest.fixture
def hall(standing: Hall, monkeypatch: pytest.MonkeyPatch) -> Hall:
    """What the test does is told where the server listens."""
    monkeypatch.setattr(settings, "REDIS_URL", standing.live.broker.url)
    return standing
