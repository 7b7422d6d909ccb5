from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker

from accounts.models import User
from council.actions.presence.arrive import arrive
from council.actions.presence.leave import leave
from council.models import Meeting
from tests.council.live.front import Front, front_before
from tests.council.live.watching import Stream, cookie_of
from tests.council.sittings import a_sitting_now, fresh, roll_of, sent
from tests.e2e.people import Person, walk_in
from tests.harness.common_site import Common
from tests.harness.world import LiveWorld, Site, open_world
from tests.world import World, build_world

# The version that the page has taken, told by the event that it sends itself.
WATCH = """
document.addEventListener('DOMContentLoaded', () => {
  window.seen = [];
  const root = document.querySelector('[data-live]');
  if (root) root.addEventListener('live', event => window.seen.push(event.detail.version));
});
"""
ROOT = "[data-live]"


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
def hall(common_site: Common) -> Hall:
    """What a page keeps and shows is the same whichever process answers: there is one."""
    world, live = common_site.world, common_site.live
    return Hall(world, live, common_site.site, a_sitting_now(world))


@pytest.fixture(scope="module")
def hall_of_two(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    """Served by two, as in use, and with a broker that may be ended."""
    with open_world(tmp_path_factory.mktemp("hall"), django_db_blocker) as live:
        world = build_world()
        yield Hall(world, live, live.start_web(workers=2), a_sitting_now(world))


def is_followed(page: Page) -> None:
    """Bounded for a server that has just begun: one of its workers may still be loading."""
    expect(page.locator(ROOT)).to_have_attribute("data-line", "open", timeout=20_000)


def opened(browser: Browser, front: Front, who: User, path: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1180, "height": 820}, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(WATCH)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    try:
        walk_in(Person(page, front.url), who)
        page.goto(front.url + path)
        is_followed(page)
        yield page
    finally:
        context.close()
    assert wrong == []


@pytest.fixture
def front(hall: Hall) -> Iterator[Front]:
    with front_before(hall.site.url) as made:
        yield made


@pytest.fixture
def phone(hall: Hall, front: Front, browser: Browser) -> Iterator[Page]:
    yield from opened(browser, front, hall.member(), f"/sittings/{hall.meeting.uid}/phone/")


@pytest.fixture
def table(hall: Hall, front: Front, browser: Browser) -> Iterator[Page]:
    chair = hall.meeting.chair
    assert chair is not None
    yield from opened(browser, front, chair, f"/sittings/{hall.meeting.uid}/table/")
