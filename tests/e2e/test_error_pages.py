"""The pages for what went wrong, as the real server gives them to a browser, under axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from playwright.sync_api import Response
from pytest_django import DjangoDbBlocker

from tests.e2e.town import Town, Walk, read_as, walk
from tests.e2e.words import zh
from tests.harness.template import server_connection
from tests.harness.world import open_world
from tests.matrix.stage import Stage
from tests.world import build_world

__all__ = ["walk"]

# A form that no page of ours has, sent as a browser sends one.
SEND = """fields => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/preferences/';
    const token = document.querySelector('[name=csrfmiddlewaretoken]');
    for (const [name, value, times] of [...fields, ['csrfmiddlewaretoken', token.value, 1]]) {
        const field = document.createElement('textarea');
        field.name = name;
        field.value = value.repeat(times);
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""
FLOOD = 10 * 1024 * 1024
MORE_FIELDS_THAN_ANYONE_HAS = [(f"field{number}", "x", 1) for number in range(1_100)]
# More codes than one address may ask for in a minute here.
MOST_TRIES = 5
FEW = "codes_asked=2/m/address"


@pytest.fixture(scope="module")
def town(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("errors")
    with open_world(folder, django_db_blocker, PAVILION_DEMO="1", LIMITS=FEW) as live:
        yield Town(Stage(world=build_world(), people={}), live.start_web().url)


@pytest.mark.parametrize(
    ("language", "large"),
    # Measured in both prints, whichever the server was asked for.
    [("zh-hans", False), ("en", True)],
    ids=["chinese", "large-english"],
)
def test_the_pages_for_what_went_wrong_are_for_everyone(
    walk: Walk, language: str, large: bool
) -> None:
    for bring in (damaged, too_large, without_token, too_often, broken, away):
        read_as(walk, language, large=large)
        status, sentence = bring(walk)
        where = f"{bring.__name__} in {language}"
        said = walk.page.locator("h1").inner_text()
        html = walk.page.locator("html")
        assert said == (zh(sentence) if language == "zh-hans" else sentence), where
        assert html.get_attribute("lang") == language, where
        assert (html.get_attribute("data-print") == "large") is large, where
        assert walk.page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") \
            == status, where  # fmt: skip
        walk.check(where)
    assert walk.wrong == [], "\n".join(walk.wrong)


def damaged(walk: Walk) -> tuple[int, str]:
    start(walk)
    arrive(walk, MORE_FIELDS_THAN_ANYONE_HAS)
    return 400, "We could not read that"


def too_large(walk: Walk) -> tuple[int, str]:
    start(walk)
    arrive(walk, [("language", "x", FLOOD)])
    return 413, "That was too much at once"


def without_token(walk: Walk) -> tuple[int, str]:
    start(walk)
    walk.page.context.clear_cookies(name="csrftoken")
    arrive(walk, [("large_print", "1", 1)])
    return 403, "The page had been open too long"


def too_often(walk: Walk) -> tuple[int, str]:
    start(walk, "/sign-in/")
    token = walk.page.locator("main [name=csrfmiddlewaretoken]").input_value()
    sent: dict[str, str | float | bool] = {"csrfmiddlewaretoken": token, "phone": "12345"}
    ask = walk.page.context.request
    for _try in range(MOST_TRIES):
        if ask.post(f"{walk.town.url}/sign-in/", form=sent).status == 429:
            break
    with walk.page.expect_navigation():
        walk.page.locator("main form button").first.click()
    return 429, "A little slower, please"


def broken(walk: Walk) -> tuple[int, str]:
    """A fault of ours: what a page reads is gone from the database."""
    rename("grids_venue", "lost")
    try:
        start(walk, "/venues/")
    finally:
        rename("lost", "grids_venue")
    return 500, "Something went wrong on our side"


def away(walk: Walk) -> tuple[int, str]:
    """The database can't be reached, as while it is started anew."""
    name = str(connection.settings_dict["NAME"])
    connection.close()
    with server_connection() as server:
        server.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        try:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )
            answer = start(walk)
        finally:
            server.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
    assert answer is not None
    assert answer.headers["retry-after"] == "30"
    return 503, "Back in a moment"


def start(walk: Walk, path: str = "/record/") -> Response | None:
    walk.measuring = False
    return walk.page.goto(walk.town.url + path)


def arrive(walk: Walk, fields: list[tuple[str, str, int]]) -> None:
    with walk.page.expect_navigation():
        walk.page.evaluate(SEND, fields)


def rename(table: str, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {name}")
