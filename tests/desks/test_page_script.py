"""`page.js` in a real browser: it keeps what was typed, sends once, and finds the mistake.

`keeping.js`, which it keeps with, is shared with a sitting and the administration.
"""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, Route, expect

from accounts.models import User
from desks.forms.me import EraseForm
from tests.harness.answering import lead

ORIGIN = "http://pavilion.test"
FORM = """{% extends "base.html" %}{% block main %}<h1>Raise</h1>
<form method="post" action="/raise/" data-keep="raise"{{ as_sent }}>
<input type="hidden" name="submission" value="1">
<label for="text">Words</label><textarea id="text" name="words"{{ wrong|safe }}></textarea>
<label for="code">Code</label><input id="code" name="code" autocomplete="one-time-code">
<label><input type="checkbox" name="danger" value="1"> Danger</label>
<label for="place">Place</label><select id="place" name="place"><option value="">-</option>
<option value="1" selected>Home</option><option value="2">Elsewhere</option></select>
<select name="grids" multiple><option value="1" selected>One</option><option value="2">Two</option>
<option value="3">Three</option></select>
<select name="days" multiple><option value="6" selected>Saturday</option></select>
<label><input type="checkbox" id="share" name="share" checked> Share</label>
<input id="name" name="name" value="Known">
<label><input type="radio" name="word" value="yes"{{ yes }}> Yes</label>
<label><input type="radio" name="word" value="no"{{ no }}> No</label>
<button class="button" name="send" value="now">Send</button></form>{% endblock %}"""
THANKS = """{% extends "base.html" %}{% block main %}<h1>Thanks</h1>
<p data-forget="raise">Kept.</p>{% endblock %}"""


OTHER = """{% extends "base.html" %}{% block main %}<h1>Elsewhere</h1>
<form method="post"><input id="phone" type="tel" data-fresh><input id="other"></form>
{% endblock %}"""
ERASE, GOODBYE = "/me/data/erase/", "/goodbye/"
# Drawn as they are.
REAL = {ERASE: "desks/me/erase.html", GOODBYE: "desks/me/goodbye.html"}


class Answers:
    """Serves the frame without a database and remembers what was posted."""

    def __init__(self) -> None:
        self.posted: list[dict[str, list[str]]] = []
        self.wrong = ""
        self.leads_to = ""
        # Who is signed in; None is a visitor.
        self.person: int | None = None

    def __call__(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            route.fulfill(path=Path(settings.BASE_DIR) / path.lstrip("/"))
            return
        if route.request.method == "POST":
            self.posted.append(parse_qs(route.request.post_data or ""))
            if self.leads_to:
                self.person = None if self.leads_to == GOODBYE else self.person
                lead(route, f"{ORIGIN}{self.leads_to}")
                return
        source = FORM if path.startswith("/raise/") else THANKS if path == "/thanks/" else OTHER
        source = f'{{% include "{REAL[path]}" %}}' if path in REAL else source
        drawn = getattr(RequestFactory(), route.request.method.lower())
        request = drawn(path)
        if self.person is not None:
            request.user = User(pk=self.person)
        with translation.override("en"):
            page = (
                engines["django"]
                .from_string(source)
                .render(
                    {
                        "form": EraseForm(),
                        "wrong": self.wrong,
                        "as_sent": " data-as-sent" if request.method == "POST" else "",
                        "yes": " checked" if "word=yes" in path else "",
                        "no": " checked" if "word=no" in path else "",
                    },
                    request,
                )
            )
        route.fulfill(body=page, content_type="text/html; charset=utf-8")


@pytest.fixture
def answers(page: Page) -> Answers:
    answers = Answers()
    page.route(f"{ORIGIN}/**", answers)
    return answers


def test_what_was_typed_is_back_after_the_page_is_opened_again(
    page: Page, answers: Answers
) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", "The light on the stairs is out")
    page.fill("#code", "123456")
    page.check("[name=danger]")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == "The light on the stairs is out"
    assert page.is_checked("[name=danger]")
    assert page.input_value("#code") == ""


def change_drafts(page: Page, how: str) -> None:
    page.evaluate(
        f"""() => {{ for (const key in localStorage) if (key.startsWith("draft:")) {{
        const draft = JSON.parse(localStorage[key]);
        {how};
        localStorage[key] = JSON.stringify(draft);
        }} }}"""
    )


def test_every_field_is_back_as_it_was_choices_and_emptied_ones_too(
    page: Page, answers: Answers
) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.select_option("#place", "2")
    page.select_option("[name=grids]", ["2", "3"])
    page.select_option("[name=days]", [])
    page.uncheck("#share")
    page.fill("#name", "")
    page.check("[value=no]")
    # The administration kept a list where one is chosen.
    change_drafts(page, "draft.place = [draft.place]")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#place") == "2", "a chosen building falls back to one's home"
    chosen = "field => [...field.selectedOptions].map(one => one.value)"
    assert page.locator("[name=grids]").evaluate(chosen) == ["2", "3"]
    assert page.locator("[name=days]").evaluate(chosen) == []
    assert not page.is_checked("#share")
    assert page.input_value("#name") == ""
    assert page.is_checked("[value=no]")


def test_what_was_never_touched_is_left_to_the_page(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/?word=yes")
    page.fill("#text", "Only this")
    page.check("[value=no]")
    page.goto(f"{ORIGIN}/raise/?word=no")
    assert page.input_value("#text") == "Only this"
    assert page.is_checked("[value=no]")
    page.goto(f"{ORIGIN}/raise/?word=yes&again=1")
    assert page.is_checked("[value=yes]"), "what the link asks for stands"
    page.goto(f"{ORIGIN}/raise/?word=yes")
    assert page.is_checked("[value=no]")


def test_what_came_back_from_sending_is_loaded_again_without_an_error(
    page: Page, answers: Answers
) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", "Sent with a mistake")
    page.click("[name=send]")
    page.wait_for_selector("form[data-as-sent]")
    page.fill("#text", "Mended")
    page.reload()
    page.wait_for_selector("form:not([data-as-sent])")
    assert page.input_value("#text") == "Mended"
    page.goto(f"{ORIGIN}/elsewhere/")
    page.go_back()
    assert page.input_value("#text") == "Mended"
    assert len(answers.posted) == 1, "loading again sends nothing"


def test_a_lost_line_promises_nothing_over_an_empty_form(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_have_text("The connection is lost.")
    page.fill("#text", "Still here")
    page.click("[name=send]")
    expect(page.locator("#offline")).to_have_text(
        "The connection is lost. What you wrote is still here."
    )
    page.context.set_offline(False)


def test_what_was_sent_is_not_put_back(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", "The light on the stairs is out")
    page.goto(f"{ORIGIN}/thanks/")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == ""


WORDS = "The light on the stairs is out"


def test_what_was_sent_and_left_at_the_number_is_not_shown_to_who_comes_next(
    page: Page, answers: Answers
) -> None:
    """Whoever goes back by the browser still finds it; whoever opens the form anew is asked."""
    answers.leads_to = "/sign-in/"
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", WORDS)
    page.click("[name=send]")
    page.wait_for_url("**/sign-in/")
    page.go_back()
    assert page.input_value("#text") == WORDS
    page.click("[name=send]")
    page.wait_for_url("**/sign-in/")

    page.goto(f"{ORIGIN}/raise/")

    assert page.input_value("#text") == ""
    assert page.locator("[data-ask]").count() == 1


def write(page: Page) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", WORDS)


def test_what_one_person_typed_is_never_put_back_for_another(page: Page, answers: Answers) -> None:
    answers.person = 1
    write(page)
    answers.person = 2
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == ""
    assert not page.locator("[data-ask]").count()
    page.fill("#text", "Something else")
    answers.person = 1
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == WORDS


def test_who_signs_out_forgets_only_their_own(page: Page, answers: Answers) -> None:
    answers.person = 1
    write(page)
    answers.person = 2
    write(page)
    page.evaluate("document.querySelector('[data-forget-all]').requestSubmit()")
    page.wait_for_selector("h1:text('Elsewhere')")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == ""
    answers.person = 1
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == WORDS


def test_who_is_erased_forgets_their_own_once_it_is_done(page: Page, answers: Answers) -> None:
    answers.person = 2
    write(page)
    answers.person = 1
    write(page)
    page.goto(f"{ORIGIN}{ERASE}")
    page.click("form.stack button")
    page.wait_for_function("document.getElementById('words').dataset.here")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == WORDS, "refused, so the words are still theirs"
    page.goto(f"{ORIGIN}{ERASE}")
    answers.leads_to = GOODBYE
    page.click("form.stack button")
    page.wait_for_url(f"**{GOODBYE}")
    answers.person = 1
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == ""
    answers.person = 2
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == WORDS


def test_what_is_too_old_lies_on_the_device_no_more_whoever_opens_a_page(
    page: Page, answers: Answers
) -> None:
    answers.person = 1
    write(page)
    change_drafts(page, "draft[''] -= 3 * 864e5 + 1")
    answers.person = None
    page.goto(f"{ORIGIN}/elsewhere/")
    assert WORDS not in page.evaluate("JSON.stringify(localStorage)")


@pytest.mark.parametrize("mine", [True, False])
def test_what_a_visitor_typed_is_asked_about_once_somebody_has_signed_in(
    page: Page, answers: Answers, *, mine: bool
) -> None:
    write(page)
    # What else lies there, such as whether news come with a sound, is in nobody's way.
    page.evaluate("localStorage['news-sound'] = '1'")
    answers.person = 1
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == ""
    assert WORDS not in page.content()
    page.click("[data-ask] [data-mine]" if mine else "[data-ask] [data-not-mine]")
    assert page.input_value("#text") == (WORDS if mine else "")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == (WORDS if mine else "")
    expect(page.locator("[data-ask]")).to_have_count(0)


def test_two_visitors_drafts_wait_side_by_side(page: Page, answers: Answers) -> None:
    write(page)
    other = page.context.new_page()
    other.route(f"{ORIGIN}/**", answers)
    other.goto(f"{ORIGIN}/raise/")
    assert other.input_value("#text") == ""
    expect(other.locator("[data-ask]")).to_be_visible()
    other.fill("#text", "Something else")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == WORDS
    other.goto(f"{ORIGIN}/raise/")
    assert other.input_value("#text") == "Something else"


def test_who_goes_back_from_giving_the_number_finds_the_words(page: Page, answers: Answers) -> None:
    write(page)
    answers.leads_to = "/sign-in/"
    page.click("[name=send]")
    page.wait_for_url("**/sign-in/")
    page.go_back()
    assert page.input_value("#text") == WORDS


def test_once_a_code_is_asked_for_nobody_goes_back_to_the_words(
    page: Page, answers: Answers
) -> None:
    write(page)
    answers.leads_to = "/sign-in/"
    page.click("[name=send]")
    page.wait_for_url("**/sign-in/")
    page.goto(f"{ORIGIN}/sign-in/code/")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/raise/")
    assert page.input_value("#text") == ""
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#text") == ""
    expect(page.locator("[data-ask]")).to_have_count(0)


def test_whoever_goes_back_does_not_find_the_last_number(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/sign-in/")
    page.fill("#phone", "13912345678")
    page.fill("#other", "stays")
    page.goto(f"{ORIGIN}/sign-in/code/")
    page.go_back()
    page.wait_for_url("**/sign-in/")
    assert page.input_value("#other") == "stays", "the browser puts back what nothing is said of"
    assert page.input_value("#phone") == ""


def test_two_presses_send_once_and_keep_the_buttons_value(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", "Once")
    page.evaluate("() => { const b = document.querySelector('[name=send]'); b.click(); b.click() }")
    page.wait_for_load_state()
    page.wait_for_function("document.querySelector('h1')")
    assert len(answers.posted) == 1
    assert answers.posted[0]["send"] == ["now"]


def test_a_lost_line_is_said_and_nothing_is_sent(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#text", "Still here")
    page.context.set_offline(True)
    page.wait_for_selector("#offline:not([hidden])")
    page.click("[name=send]")
    assert answers.posted == []
    assert page.input_value("#text") == "Still here"
    page.context.set_offline(False)
    page.wait_for_selector("#offline[hidden]", state="attached")


def test_the_first_wrong_field_has_the_focus(page: Page, answers: Answers) -> None:
    answers.wrong = ' aria-invalid="true"'
    page.goto(f"{ORIGIN}/raise/")
    page.wait_for_function("document.activeElement.id === 'text'")


@pytest.mark.parametrize("size", [(320, 640), (360, 740), (820, 1180), (1440, 900)])
def test_the_frame_never_scrolls_sideways(
    page: Page, answers: Answers, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{ORIGIN}/raise/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
