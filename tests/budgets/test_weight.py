"""First load of a public page: at most 60 kB of HTML, CSS and JS compressed, and 12 requests."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from issues.actions.publish import publish
from tests.issues.acting import raised
from tests.world import World

MOST_BYTES, MOST_REQUESTS = 60_000, 12
FILES = re.compile(r'(?:src|href)="/?static/([^"]+)"')
IN_STYLES = re.compile(r"url\([\"']?([^\"')]+)")


def loaded(page: str) -> set[str]:
    """Files that the page names, and those that its styles name."""
    found = set(FILES.findall(page))
    for name in [name for name in found if name.endswith(".css")]:
        for within in IN_STYLES.findall(text_of(name)):
            if not within.startswith(("data:", "#")):
                found.add(str((Path(name).parent / within).as_posix()))
    return found


def text_of(name: str) -> str:
    path = finders.find(name)
    return Path(path).read_text() if path else ""


def weight_of(page: str, files: set[str]) -> int:
    texts = [page, *(text_of(name) for name in files if name.endswith((".css", ".js")))]
    return sum(len(gzip.compress(text.encode())) for text in texts)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_public_page_is_light_for_an_old_phone(world: World, language: str) -> None:
    issue = raised(world)
    publish(issue, actor=world.grid_worker, now=timezone.now(), title="堵了", text="楼前堵了")
    client, heavy = Client(), {}
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    venue = world.venue.code
    for path in (
        "/", "/raise/", f"/raise/?venue={venue}", "/issues/", f"/issues/{issue.reference}/",
        "/venues/", f"/venues/{venue}/", f"/venues/{venue}/poster/", "/record/", "/sign-in/",
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = answer.content.decode()
        files = loaded(page)
        assert len(files) > 3, path
        weight = weight_of(page, files)
        if weight > MOST_BYTES or len(files) + 1 > MOST_REQUESTS:
            heavy[path] = (weight, len(files) + 1)
    assert not heavy
