"""On an English page every body and place is called by its English name, wherever one is drawn.

Names of bodies and places are unlike any word here, so that one drawn in Chinese is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.test import Client

from accounts.models import User
from grids.models import Body, Building, Estate, Venue
from tests.e2e.places import PLACES, VISITOR, Place
from tests.e2e.town import Town, town
from tests.harness.signing_in import signed_in
from tests.matrix.stage import Stage

__all__ = ["town"]
pytestmark = pytest.mark.processes
CHINESE = "某"
# Where names are entered, they stand in both languages; the demo is drawn by its cast.
IN_BOTH = re.compile(r"^/(admin|demo)/")


class Listener(HTMLParser):
    """What a reader's English voice would have to say in Chinese."""

    VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "use", "circle", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.within: list[tuple[str, bool]] = []
        self.heard: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        quiet = tag in {"script", "style", "textarea", "title"}
        if tag not in self.VOID:
            self.within.append((tag, quiet or (dict(attrs).get("lang") or "").startswith("zh")))

    def handle_endtag(self, tag: str) -> None:
        while self.within and tag in {name for name, _ in self.within}:
            if self.within.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if re.search(r"[\u3400-\u9fff]", data) and not any(is_ok for _, is_ok in self.within):
            self.heard.append(data.strip())


def called(before: str) -> Concat:
    return Concat(Value(before), Cast(F("pk"), CharField()))


def rename() -> None:
    Body.objects.update(
        name=called(f"{CHINESE}单位"), short_name=called(f"{CHINESE}简称"), name_en=called("Body ")
    )
    Estate.objects.update(name=called(f"{CHINESE}小区"), name_en=called("Estate "))
    Building.objects.update(number=called(f"{CHINESE}楼"), name_en=called("House "))
    User.objects.update(language="en")
    Venue.objects.update(name=called(f"{CHINESE}亭"), name_en=called("Pavilion "))


def places(stage: Stage) -> Iterator[Place]:
    for each in PLACES.values():
        yield from (place for place in each(stage) if not IN_BOTH.match(place[1]))


def reader(stage: Stage, who: str) -> Client:
    client = Client() if who == VISITOR else signed_in(getattr(stage.world, who))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def test_no_page_draws_a_name_in_chinese_that_has_an_english_one(town: Town) -> None:
    stage, wrong, seen = town.stage, [], 0
    wanted = list(places(stage))
    rename()
    for who, path in wanted:
        answer = reader(stage, who).get(path)
        if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
            continue
        seen += 1
        # The record of a sitting stays as it was written and signed.
        drawn = re.sub(r'<article class="minutes".*?</article>', " ", answer.text, flags=re.DOTALL)
        text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", drawn, flags=re.DOTALL)
        found = re.findall(rf".{{0,30}}{CHINESE}.{{0,12}}", " ".join(text.split()))
        wrong += [f"{path} ({who}): {one}" for one in found]
    assert seen > 60
    assert not wrong, "\n".join(wrong)


def test_all_that_is_chinese_on_an_english_page_says_so(town: Town) -> None:
    """For the voice of a screen reader; words of people stand everywhere."""
    User.objects.update(language="en")
    for who, path in places(town.stage):
        answer = reader(town.stage, who).get(path)
        if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
            continue
        page = Listener()
        page.feed(answer.text)
        assert not page.heard, path
