"""One long word or link, wherever people's words stand, widens no page on the narrowest phone."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from tests.accessibility import sticks_out
from tests.e2e.places import all_places, bring_matters
from tests.e2e.test_accessibility import Town, Walk
from tests.harness.world import open_world
from tests.matrix.stage import build_stage

NARROWEST = (320, 640)

WORDS = {
    "ability", "access_notes", "agreed", "answer", "assembly_note", "cancelled_because",
    "contact_name", "count_of", "declined_because", "dissent", "ended_because", "ending_note",
    "good_standing", "label", "minority", "name", "no_picture_reason", "note", "opinion",
    "outside_name", "owners_note", "paid_by", "participants", "place", "place_note", "prompt",
    "public_text", "public_title", "purpose", "reason", "said", "shop_name",
    "short_notice_because", "text", "title", "tried", "verification_note", "voided_because",
    "warmth", "why", "words",
}  # fmt: skip
APPS = ("accounts", "council", "grids", "issues")
LINK = "https://example.com/" + "W" * 4000


def write_long_words() -> int:
    """Into each column that holds something already; how many columns that were."""
    written = 0
    for model in apps.get_models():
        if model._meta.app_label not in APPS:
            continue
        for column in model._meta.concrete_fields:
            is_text = isinstance(column, models.CharField | models.TextField)
            if is_text and column.name in WORDS and not column.choices:
                written += _write(model, column)
    return written


def _write(model: type[models.Model], column: models.Field[object, object]) -> int:
    word = LINK[: column.max_length or 2000]
    with contextlib.suppress(IntegrityError), transaction.atomic():
        return min(
            1, model._default_manager.exclude(**{column.name: ""}).update(**{column.name: word})
        )
    return 0


@pytest.fixture(scope="module")
def town(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("words")
    with open_world(folder, django_db_blocker, PAVILION_DEMO="1") as live:
        media = settings.MEDIA_ROOT
        settings.MEDIA_ROOT = folder / "media"
        stage = build_stage()
        bring_matters(stage)
        settings.MEDIA_ROOT = media
        yield Town(stage, live.start_web().url)


# The innermost that reach over the edge: where to look.
WIDE = """() => [...document.body.querySelectorAll('*')].filter(one =>
  one.getBoundingClientRect().right > innerWidth + 1 &&
  ![...one.children].some(inner => inner.getBoundingClientRect().right > innerWidth + 1)
).slice(0, 4).map(one => one.parentElement.className + ' > ' + one.tagName + '.' + one.className)"""


def test_no_page_is_widened_by_a_long_word(town: Town, browser: Browser) -> None:
    places = all_places(town.stage)
    assert write_long_words() >= 20
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    walk = Walk(town, context.new_page())
    for who, path in places:
        walk.become(who)
        answer = walk.page.goto(town.url + path)
        if answer is None or answer.status >= 500:
            walk.wrong.append(f"{who} {path}: {answer and answer.status}")
            continue
        for found in sticks_out(walk.page, *NARROWEST):
            walk.wrong.append(f"{who} {path}: {found} {walk.page.evaluate(WIDE)}")
    context.close()
    assert walk.wrong == [], "\n".join(walk.wrong)
