"""A link that signs in once, for whoever no message reaches yet."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.actions.make_sign_in_link import GOOD_FOR, make_sign_in_link
from accounts.actions.prune import prune
from accounts.models import SignInLink
from ledger.models import Entry
from tests.harness.signing_in import signed_in
from tests.world import World


def made(phone: str | None) -> str:
    out = StringIO()
    call_command("sign_in_link", phone, stdout=out)
    url = out.getvalue().strip()
    assert url.startswith("http://localhost:8000/sign-in/link/")
    return url.removeprefix("http://localhost:8000")


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_it_signs_in_once_and_opening_it_spends_nothing(world: World, client: Client) -> None:
    path = made(world.administrator.phone)
    for _time in range(2):
        assert client.get(path).status_code == 200
        assert who(client) is None
    assert client.post(path).status_code == 302
    assert who(client) == str(world.administrator.pk)
    other = Client()
    assert other.post(path)["Location"] == "/sign-in/"
    assert who(other) is None


def test_it_is_good_for_fifteen_minutes_and_a_new_one_ends_it(world: World, client: Client) -> None:
    old = timezone.now() - GOOD_FOR
    secret = make_sign_in_link(world.administrator, actor=None, now=old)
    client.post(f"/sign-in/link/{secret}/")
    assert who(client) is None
    first = made(world.administrator.phone)
    second = made(world.administrator.phone)
    client.post(first)
    assert who(client) is None
    client.post(second)
    assert who(client) == str(world.administrator.pk)


def test_whoever_was_signed_in_is_signed_out_first(world: World) -> None:
    client = signed_in(world.resident)
    client.post(made(world.administrator.phone))
    assert who(client) == str(world.administrator.pk)


def test_it_is_given_to_people_with_a_posting_and_stands_in_the_record(world: World) -> None:
    made(world.administrator.phone)
    assert Entry.objects.filter(kind="sign_in_link_given").count() == 1
    for phone in (world.resident.phone, "13800009999", "12345"):
        with pytest.raises(CommandError):
            made(phone)
    assert Entry.objects.filter(kind="sign_in_link_given").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("secret", ["x", "\x00", "0" * 400, "..", "é"])
def test_what_was_never_made_signs_nobody_in(client: Client, secret: str) -> None:
    answer = client.post(f"/sign-in/link/{secret}/")
    assert answer.status_code in {302, 400, 404}
    assert who(client) is None


def test_links_are_kept_for_a_day(world: World) -> None:
    now = timezone.now()
    make_sign_in_link(world.administrator, actor=None, now=now)
    prune(actor=None, now=now + timedelta(hours=23))
    assert SignInLink.objects.exists()
    prune(actor=None, now=now + timedelta(hours=25))
    assert not SignInLink.objects.exists()
