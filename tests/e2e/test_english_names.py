"""On an English page every body and place is called by its English name, wherever one is drawn.

Names of bodies and places are unlike any word here, so that one drawn in Chinese is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
from django.conf import settings
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.test import Client

from accounts.models import User
from grids.models import Body, Building, Estate, Venue
from tests.e2e.places import PLACES, VISITOR, Place
from tests.e2e.town import staged
from tests.harness.common_site import Common
from tests.harness.signing_in import signed_in
from tests.matrix.stage import Stage

pytestmark = pytest.mark.processes
CHINESE = "某"
# Where names are entered, they stand in both languages; the demo is drawn by its cast.
IN_BOTH = re.compile(r"^/(admin|demo)/")


class Drawn(NamedTuple):
    who: str
    path: str
    source: str


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


@pytest.fixture(scope="module")
def drawn(common_site: Common) -> list[Drawn]:
    """Every page, drawn once for all tests."""
    stage = staged(common_site)
    wanted = list(places(stage))
    rename()
    answers = [(who, path, reader(stage, who).get(path)) for who, path in wanted]
    return [
        Drawn(who, path, answer.text)
        for who, path, answer in answers
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"]
    ]


def test_no_page_draws_a_name_in_chinese_that_has_an_english_one(
    drawn: list[Drawn],
) -> None:
    wrong = []
    for who, path, source in drawn:
        # The record of a sitting stays as it was written and signed.
        kept = re.sub(r'<article class="minutes".*?</article>', " ", source, flags=re.DOTALL)
        text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", kept, flags=re.DOTALL)
        found = re.findall(rf".{{0,30}}{CHINESE}.{{0,12}}", " ".join(text.split()))
        wrong += [f"{path} ({who}): {one}" for one in found]
    assert len(drawn) > 60
    assert not wrong, "\n".join(wrong)


def test_all_that_is_chinese_on_an_english_page_says_so(drawn: list[Drawn]) -> None:
    """For the voice of a screen reader; words of people stand everywhere."""
    for _who, path, source in drawn:
        page = Listener()
        page.feed(source)
        assert not page.heard, path
