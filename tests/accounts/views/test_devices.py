"""My devices: what they are called, and signing out on one, or on all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.actions.make_sign_in_link import make_sign_in_link
from accounts.actions.prune import prune
from accounts.enums import Browser, System
from accounts.models import Device, SentCode
from accounts.user_agents import browser_of, network_of, system_of
from tests.accounts.factories import make_user
from tests.accounts.walking import sign_in
from tests.harness.signing_in import signed_in

ANDROID = "Mozilla/5.0 (Linux; Android 10; HLK-AL00) AppleWebKit/537.36 (KHTML, like Gecko)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
CHROME = "Chrome/126.0.0.0"


@pytest.mark.parametrize(
    ("said", "browser", "system"),
    [
        (f"{ANDROID} {CHROME} Safari/537.36 MicroMessenger/8.0", Browser.WECHAT, System.ANDROID),
        (f"{IPHONE} Version/17.4 Mobile/15E148 Safari/604.1", Browser.SAFARI, System.IPHONE),
        (f"{WINDOWS} {CHROME} Safari/537.36 Edg/126.0", Browser.EDGE, System.WINDOWS),
        (f"{ANDROID} {CHROME} HuaweiBrowser/14 Safari/537.36", Browser.HUAWEI, System.ANDROID),
        ("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1", Browser.HUAWEI, System.HARMONY),
        ("curl/8", Browser.OTHER, System.OTHER),
        ("", Browser.OTHER, System.OTHER),
    ],
)
def test_a_device_is_said_in_words_people_know(said: str, browser: str, system: str) -> None:
    assert (browser_of(said), system_of(said)) == (browser, system)


def test_of_an_address_only_the_network_is_kept() -> None:
    assert network_of("203.0.113.77") == "203.0.113.*"
    assert network_of("2001:db8:1:2:3:4:5:6") == "2001:0db8:0001:0002:*"
    assert network_of("::ffff:203.0.113.77") == "203.0.113.*"
    assert network_of("unknown") == ""


@pytest.mark.django_db
def test_one_is_signed_out_and_then_all(client: Client) -> None:
    person = make_user("+8613800138000")
    phone = f"{ANDROID} {CHROME} Safari/537.36 MicroMessenger/8.0"
    sign_in(client, "13800138000", HTTP_USER_AGENT=phone)
    with_words = Client(HTTP_USER_AGENT=f"{WINDOWS} {CHROME} Edg/126", REMOTE_ADDR="198.51.100.9")
    older, stranger = signed_in(person), make_user()
    secret = make_sign_in_link(person, actor=None, now=timezone.now())
    with_words.post(f"/sign-in/link/{secret}/")
    page = client.get("/me/devices/").content.decode()
    assert "Edge · Windows" in page
    assert "198.51.100.*" in page
    assert "198.51.100.9" not in page
    there = Device.objects.get(session_key=with_words.session.session_key)
    # Nobody else signs it out.
    signed_in(stranger).post("/me/devices/", {"device": there.pk})
    assert with_words.get("/me/").status_code == 200
    client.post("/me/devices/", {"device": there.pk})
    assert with_words.get("/me/").status_code == 302
    assert client.get("/me/").status_code == 200
    # The session that no device is known of ends as well.
    assert older.get("/me/").status_code == 200
    assert client.post("/me/devices/", {"everywhere": "1"})["Location"] == "/"
    assert (older.get("/me/").status_code, client.get("/me/").status_code) == (302, 302)
    assert not Device.objects.filter(person=person).exists()


@pytest.mark.django_db
def test_of_very_many_the_newest_stand_there_and_this_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accounts.queries.devices.MOST", 2)
    monkeypatch.setattr("accounts.views.devices.MOST", 2)
    make_user("+8613800138000")
    client.defaults["HTTP_USER_AGENT"] = WINDOWS
    sign_in(client, "13800138000")
    assert "最近的" not in client.get("/me/devices/").content.decode()
    for said in (IPHONE, ANDROID):
        SentCode.objects.all().delete()
        sign_in(Client(HTTP_USER_AGENT=said), "13800138000")
    page = client.get("/me/devices/").content.decode()
    assert page.count('class="card device') == 2
    assert "Windows" in page
    assert "iPhone" not in page
    assert "最近的 2 台" in page


@pytest.mark.django_db
def test_a_device_goes_with_its_session(client: Client) -> None:
    make_user("+8613800138000")
    sign_in(client, "13800138000")
    client.post("/sign-out/")
    assert not Device.objects.exists()
    sign_in(Client(), "13900139000")
    prune(actor=None, now=timezone.now())
    assert Device.objects.count() == 1
    prune(actor=None, now=timezone.now() + timedelta(days=91))
    assert not Device.objects.exists()
