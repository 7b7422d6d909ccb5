"""The way in, walked in a real browser on a phone."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from playwright.sync_api import Browser, Error, Page, expect
from pytest_django import DjangoDbBlocker

from accounts.actions.make_sign_in_link import make_sign_in_link
from accounts.models import Device, User
from accounts.presence import Presence
from grids.enums import BodyKind, Role
from grids.models import Body
from tests.accounts.factoring import digits
from tests.harness.world import Site, open_world
from tests.world import person, post


@pytest.fixture(scope="module")
def site(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Its two workers know the same codes and sessions."""
    folder = tmp_path_factory.mktemp("way-in")
    told = {"PAVILION_DEMO": "1", "SECOND_FACTOR": "1", "POSTED_IDLE_MINUTES": "30"}
    with open_world(folder, django_db_blocker, **told) as live:
        yield live.start_web(workers=2)


def note(complaints: list[str], error: Error) -> None:
    complaints.append(str(error))


def walk(page: Page, url: str, phone: str) -> None:
    page.goto(f"{url}/sign-in/?next=/demo/sms/")
    page.get_by_label("Your mobile number").fill("12345")
    page.get_by_role("button", name="Send me the code").click()
    expect(page.get_by_label("Your mobile number")).to_have_value("12345")
    page.get_by_label("Your mobile number").fill(phone)
    page.get_by_role("button", name="Send me the code").click()
    expect(page.get_by_text("****")).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{url}/demo/sms/")
    code = other.locator(".sms-own .sms-code").inner_text()
    page.get_by_label("Code from the message").fill(code)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("You are signed in.")).to_be_visible()


def test_a_resident_signs_in_with_and_without_javascript(site: Site, browser: Browser) -> None:
    for scripted, phone in ((True, "138 0013 8000"), (False, "１３９００１３８０００")):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, java_script_enabled=scripted
        )
        context.add_cookies([{"name": "language", "value": "en", "url": site.url}])
        page = context.new_page()
        complaints: list[str] = []
        page.on("pageerror", partial(note, complaints))
        walk(page, site.url, phone)
        assert complaints == []
        context.close()


def test_the_pages_pass_axe_and_never_scroll_sideways(site: Site, browser: Browser) -> None:
    for number, (width, language, large) in enumerate(
        [(320, "zh-hans", "1"), (360, "en", "0"), (820, "zh-hans", "0"), (1440, "en", "1")]
    ):
        context = browser.new_context(viewport={"width": width, "height": 800})
        context.add_cookies(
            [
                {"name": "language", "value": language, "url": site.url},
                {"name": "large_print", "value": large, "url": site.url},
            ]
        )
        page = context.new_page()
        page.goto(f"{site.url}/sign-in/")
        assert_sound(page, width)
        page.locator("#id_phone").fill(f"1370013800{number}")
        page.locator("main form .button-wide").click()
        page.wait_for_url("**/sign-in/code/")
        page.locator("#id_code").fill("000000")
        page.locator("main form .button-wide").click()
        expect(page.locator(".field-error")).to_be_visible()
        assert_sound(page, width)
        page.goto(f"{site.url}/demo/sms/")
        assert_sound(page, width)
        context.close()


def assert_sound(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []


def leave_alone(worker: User) -> None:
    """For half an hour, on every device."""
    for device in Device.objects.filter(person=worker):
        session = SessionStore(device.session_key)
        kept = Presence.in_session(session)
        assert kept is not None
        replace(kept, seen=kept.seen - 31 * 60).keep(session)
        session.save()


SMALL_AND_LARGE = [(320, "zh-hans", True), (1440, "en", False)]
# Whether codes that stand in one row can be told apart.
APART = """
() => [...document.querySelectorAll('.recovery li')].map(one => {
  const words = document.createRange();
  words.selectNodeContents(one);
  return words.getBoundingClientRect();
}).every((one, at, all) => !at || one.top !== all[at - 1].top || one.left - all[at - 1].right >= 12)
"""


def test_staff_set_up_and_give_the_second_factor(site: Site, browser: Browser) -> None:
    """As large as it gets on the smallest phone, and at a desk."""
    district = Body.objects.create(kind=BodyKind.DISTRICT, name="临淄区", code="LZ")
    for number, (width, language, large) in enumerate(SMALL_AND_LARGE):
        phone = f"1360013800{number}"
        worker = person("尤佳", int(phone), language=language, large_print=large)
        post(worker, district, Role.ADMINISTRATOR)
        secret = make_sign_in_link(worker, actor=None, now=timezone.now())
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(f"{site.url}/sign-in/link/{secret}/")
        page.locator("main form button").click()
        page.wait_for_url("**/second-factor/set-up/")
        assert_sound(page, width)
        shared = "".join(page.locator(".factor-secret span").all_inner_texts())
        page.locator("#id_code").fill(digits(timezone.now(), secret=shared))
        page.locator("main form .button-next").click()
        page.wait_for_url("**/second-factor/codes/")
        assert_sound(page, width)
        assert page.evaluate(APART), width
        spare = page.locator(".recovery li").first.inner_text()
        page.locator("main form .button-next").click()
        page.goto(f"{site.url}/me/devices/")
        assert_sound(page, width)
        leave_alone(worker)
        page.goto(f"{site.url}/admin/")
        page.wait_for_url("**/second-factor/?next=%2Fadmin%2F")
        assert_sound(page, width)
        page.locator("#id_code").fill(spare)
        page.locator("main form .button-next").click()
        page.wait_for_url("**/admin/")
        context.close()
