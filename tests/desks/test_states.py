"""Buttons that say how it shall be: each press does it, also on a page that was gone back to."""

from __future__ import annotations

import re
from uuid import uuid4

from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.preferences import LARGE_PRINT_COOKIE
from acting.models import Submission
from tests.harness.signing_in import signed_in
from tests.world import World


def button(client: Client, page: str, address: str) -> dict[str, str]:
    """The hidden fields of the form that posts to `address`, as an old page keeps them."""
    text = client.get(page).content.decode()
    form = text.split(f'action="{address}"', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_an_old_pages_button_signs_out_once_more(world: World) -> None:
    client = signed_in(world.resident)
    old = button(client, "/me/", "/sign-out/")
    for _ in range(2):
        client.force_login(world.resident, backend="grids.backends.PostingBackend")
        assert client.post("/sign-out/", old).status_code == 302
        assert "_auth_user_id" not in client.session


def test_an_old_pages_switch_still_switches(world: World) -> None:
    client = signed_in(world.resident)
    old = button(client, "/me/", "/preferences/")
    for language in ("en", "zh-hans", "en"):
        client.post("/preferences/", {**old, "language": language})
        assert User.objects.get(pk=world.resident.pk).language == language


def test_an_old_page_takes_an_address_away_that_was_given_again(world: World) -> None:
    mine = User.objects.filter(pk=world.resident.pk)
    mine.update(email="li@example.org")
    client = signed_in(world.resident)
    old = button(client, "/me/email/", "/me/email/remove/")
    for _ in range(2):
        mine.update(email="li@example.org")
        client.post("/me/email/remove/", old)
        assert mine.get().email == ""


def test_a_visitors_switch_stores_nothing_and_begins_no_session(
    db: None, client: Client, settings: Settings
) -> None:
    answer = client.post("/preferences/", {"large_print": "1"})
    assert answer.status_code == 302
    assert set(client.cookies) == {LARGE_PRINT_COOKIE}
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    assert not Submission.objects.exists()


def test_erasing_twice_leads_to_the_same_farewell(world: World) -> None:
    first, second = signed_in(world.resident), signed_in(world.resident)
    data = {"sure": "on", "submission": str(uuid4())}
    assert first.post("/me/data/erase/", data)["Location"] == "/goodbye/"
    assert Submission.objects.get().user is None
    assert User.objects.get(pk=world.resident.pk).erased_at is not None
    assert second.post("/me/data/erase/", data)["Location"].startswith(("/goodbye/", "/sign-in/"))
