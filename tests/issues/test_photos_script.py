"""`photos.js` in a real browser: what is chosen adds up, and what is left out is not sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation
from playwright.sync_api import FilePayload, Page, Route, expect

from tests.e2e.pictures import photo

ORIGIN = "http://pavilion.test"
FORM = """<!doctype html><form method="post" enctype="multipart/form-data">
{% include "components/upload.html" with name="photos" id="photos" label="Photos" arrived=arrived %}
</form>
<script src="/static/js/photos.js"></script>"""
ARRIVED = {
    "tokens": "a,b",
    "photos": [{"token": token, "url": "", "thumb": "data:,"} for token in "ab"],
}
SIZES = "[...document.getElementById('photos').files].map(file => [file.name, file.size])"


def answer(route: Route) -> None:
    path = route.request.url.removeprefix(ORIGIN)
    if path.startswith("/static/"):
        route.fulfill(path=Path(settings.BASE_DIR) / path.lstrip("/"))
        return
    with translation.override("en"):
        page = engines["django"].from_string(FORM).render({"arrived": ARRIVED})
    route.fulfill(body=page, content_type="text/html; charset=utf-8")


@pytest.fixture
def form(page: Page) -> Page:
    page.route(f"{ORIGIN}/**", answer)
    page.goto(f"{ORIGIN}/")
    return page


def names(form: Page) -> list[str]:
    return [name for name, _size in form.evaluate(SIZES)]


def shots(*named: str) -> list[FilePayload]:
    return [photo(f"{name}.jpg", shade=10, size=(40, 30)) for name in named]


def test_two_shots_one_after_the_other_are_two_each_with_its_own_way_out(form: Page) -> None:
    picker = form.locator("#photos")
    picker.set_input_files(shots("one"))
    picker.set_input_files(shots("two"))
    assert names(form) == ["one.jpg", "two.jpg"]
    form.get_by_role("button", name="Leave out photo 1").first.click()
    assert names(form) == ["two.jpg"]
    expect(form.locator(".photos-picked .photo-away")).to_be_focused()


def test_six_in_all_with_those_that_have_arrived(form: Page) -> None:
    form.locator("#photos").set_input_files(shots("1", "2", "3", "4", "5"))
    assert names(form) == ["1.jpg", "2.jpg", "3.jpg", "4.jpg"]
    expect(form.locator(".photos-told")).to_contain_text("the first six were kept")
    form.locator("[data-kept-photos] .photo-away").first.click()
    assert form.input_value("[name=kept]") == "b"
    form.locator("#photos").set_input_files(shots("6"))
    assert names(form) == ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "6.jpg"]


def test_a_big_photo_is_smaller_before_it_is_sent(form: Page) -> None:
    big = photo("big.jpg", shade=90, size=(4000, 3000))
    big["buffer"] += bytes(500 * 1024)
    form.locator("#photos").set_input_files([big])
    form.wait_for_function(f"{SIZES}[0][1] < {len(big['buffer']) // 2}")
    assert names(form) == ["big.jpg"]


def test_a_form_whose_photos_have_to_wait_is_put_in_place(form: Page) -> None:
    """Htmx leaves out what is no success; a whole page, as where the database is away, it does."""
    asked = """([status, responseText]) => {
        const detail = { xhr: { status, responseText }, shouldSwap: false, isError: true };
        document.dispatchEvent(new CustomEvent("htmx:beforeSwap", { detail }));
        return detail.shouldSwap && !detail.isError;
    }"""
    answers = [(503, "\n<form>"), (429, "<form>"), (500, "<form>"), (503, "<!doctype html><form>")]
    assert [form.evaluate(asked, list(one)) for one in answers] == [True, True, False, False]
