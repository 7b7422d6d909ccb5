"""One running site of a test process, for all files that need nothing of their own about it.

To load the product takes a second of a processor each time; so it is begun by the first file that
asks, and the next finds it running on a database in which the tests' world stands as new, with a
broker that knows nothing and no files. What a file changes must be rows, files and what the broker
knows. Who needs other settings, two workers or other tables opens a world with `open_world`.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import redis
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.harness.clone import cloned_database, orm_on
from tests.harness.laying import Rows
from tests.harness.template import peopled_template, template, world_in
from tests.harness.world import LiveWorld, Site
from tests.world import World

# What is written below its folder, but for what its own processes hold.
WRITTEN = ("media", "record")
# What a process keeps in memory by the keys of rows, which the next file gives to others.
KEPT_BY_KEY = ("django_content_type", "issues_policyrule")


@dataclass
class Served:
    """As a file finds it."""

    site: Site
    live: LiveWorld

    @property
    def url(self) -> str:
        return self.site.url

    def serve_again(self) -> Site:
        """After a test ended the server, at the same port; the next file finds this one."""
        ended = self.site.process
        again = self.live.start_web(port=int(self.url.rpartition(":")[2]))
        self.live.children.remove(again.process)
        self.live.children[self.live.children.index(ended)] = again.process
        self.site.process = again.process
        return self.site


@dataclass
class Common(Served):
    world: World


class CommonSite:
    def __init__(self, folder: Path) -> None:
        self.folder, self._end = folder, ExitStack()
        self._live: LiveWorld | None = None
        self._site: Site | None = None

    @contextmanager
    def anew(self, blocker: DjangoDbBlocker) -> Iterator[Common]:
        """For one file; meanwhile the ORM of the test works on its database."""
        peopled = peopled_template()
        with self._begun(peopled, blocker) as served:
            world: World = pickle.loads(world_in(peopled))
            yield Common(served.site, served.live, world)

    @contextmanager
    def empty(self, blocker: DjangoDbBlocker) -> Iterator[Served]:
        """The same where nobody lives yet."""
        with self._begun(template(), blocker) as served:
            yield served

    @contextmanager
    def _begun(self, source: str, blocker: DjangoDbBlocker) -> Iterator[Served]:
        live = self._laid(source)
        site, before = self._serving(live), len(live.children)
        with orm_on(live.name, blocker), override_settings(REDIS_URL=live.broker.url):
            try:
                yield Served(site, live)
            finally:
                live.close(since=before)

    def _laid(self, source: str) -> LiveWorld:
        if self._live is None:
            name = self._end.enter_context(cloned_database(source))
            self._live = LiveWorld(name, self.folder)
            self._end.callback(self._live.close)
            return self._live
        live, rows = self._live, Rows(source)
        if self._site and not rows.stand_in(live.name, KEPT_BY_KEY):
            self._site.process.stop()
        rows.lay(live.name)
        with redis.Redis.from_url(live.broker.url) as broker:
            broker.flushall()
        for name in WRITTEN:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        live.output.last.clear()
        return live

    def _serving(self, live: LiveWorld) -> Site:
        if self._site is None or self._site.process.exit_code is not None:
            self._site = live.start_web()
        return self._site

    def end(self) -> None:
        self._end.close()
