import logging

import pytest
from django.conf import settings as settings_of_django
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import Settings

from accounts.models import LocalMessage, User
from config.rates import limits_of
from tests.accounts.factories import make_user
from tests.accounts.walking import ask_for_code, enter_code, last_code, sign_in

pytestmark = pytest.mark.django_db
PHONE = "138 0013 8000"
STORED = "+8613800138000"


class TestTheWayIn:
    def test_a_new_number_becomes_a_person_when_the_code_is_right(self, client: Client) -> None:
        assert ask_for_code(client, PHONE)["Location"] == "/sign-in/code/"
        assert not User.objects.exists()

        assert enter_code(client, last_code()).status_code == 302

        user = User.objects.get()
        assert (user.phone, user.phone_verified, user.name) == (STORED, True, "")
        assert client.session["_auth_user_id"] == str(user.pk)
        assert not user.has_usable_password()

    def test_a_known_number_goes_the_same_way_to_the_same_person(self, client: Client) -> None:
        user = make_user(STORED, name="王大妈")

        sign_in(client, PHONE)

        assert client.session["_auth_user_id"] == str(user.pk)
        assert User.objects.count() == 1

    def test_someone_written_down_by_staff_is_verified_by_their_first_code(
        self, client: Client
    ) -> None:
        user = make_user(STORED, phone_verified=False)

        sign_in(client, PHONE)

        user.refresh_from_db()
        assert user.phone_verified

    def test_known_and_unknown_numbers_get_the_same_answer(self, client: Client) -> None:
        make_user(STORED)

        known = ask_for_code(client, PHONE)
        known_page = client.get("/sign-in/code/").content
        stranger = Client()
        unknown = ask_for_code(stranger, "139 0013 8000")
        unknown_page = stranger.get("/sign-in/code/").content

        assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
        assert len(known_page) == len(unknown_page)

    def test_the_person_returns_to_the_page_they_came_from(self, client: Client) -> None:
        assert (
            'value="/issues/?page=2"'
            in client.get("/sign-in/?next=/issues/%3Fpage%3D2").content.decode()
        )

        assert sign_in(client, PHONE, next="/issues/?page=2")["Location"] == "/issues/?page=2"

    @pytest.mark.parametrize(
        "elsewhere",
        [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "\x00",
        ],
    )
    def test_nobody_is_sent_to_another_site(
        self, client: Client, elsewhere: str, settings: Settings
    ) -> None:
        settings.LOGIN_REDIRECT_URL = "/home-of-test/"

        assert sign_in(client, PHONE, next=elsewhere)["Location"] == "/home-of-test/"

    def test_who_is_signed_in_already_is_sent_on(self, client: Client) -> None:
        client.force_login(make_user())

        assert client.get("/sign-in/?next=/issues/")["Location"] == "/issues/"
        assert client.get("/sign-in/code/?next=/issues/")["Location"] == "/issues/"

    def test_a_closed_account_learns_it_only_after_the_right_code(self, client: Client) -> None:
        make_user(STORED, is_active=False)
        assert ask_for_code(client, PHONE)["Location"] == "/sign-in/code/"

        response = enter_code(client, last_code())

        assert response["Location"] == "/sign-in/"
        assert "_auth_user_id" not in client.session

    def test_it_needs_the_csrf_token(self) -> None:
        assert (
            Client(enforce_csrf_checks=True).post("/sign-in/", {"phone": PHONE}).status_code == 403
        )


class TestWhatSurvives:
    def test_a_draft_of_the_session_survives_while_its_key_changes(self, client: Client) -> None:
        client.get("/sign-in/")
        session = client.session
        session["draft_token"] = "kept"
        session.save()
        before = session.session_key

        sign_in(client, PHONE)

        assert client.session["draft_token"] == "kept"
        assert client.session.session_key != before

    def test_the_session_remembers_no_code_in_clear(self, client: Client) -> None:
        ask_for_code(client, PHONE)

        assert last_code() not in str(dict(client.session))

    def test_the_session_of_a_person_does_not_keep_their_number(self, client: Client) -> None:
        sign_in(client, PHONE)

        assert "13800138000" not in str(dict(client.session))

    def test_what_was_typed_comes_back_with_the_error(self, client: Client) -> None:
        page = ask_for_code(client, "138 0013", next="/issues/")

        assert page.status_code == 422
        assert 'value="138 0013"' in page.content.decode()
        assert 'value="/issues/"' in page.content.decode()

    def test_another_number_can_be_chosen_and_the_first_is_still_good_but_masked(
        self, client: Client
    ) -> None:
        ask_for_code(client, PHONE)

        page = client.get("/sign-in/").content.decode()
        assert "138****8000" in page
        assert 'href="/sign-in/code/"' in page
        assert "8000138" not in "".join(page.split())
        assert "13800138000" not in "".join(page.split())
        ask_for_code(client, "139 0013 8000")
        assert "139****8000" in client.get("/sign-in/code/").content.decode()


class TestLimits:
    def test_a_doubled_click_sends_one_code_and_no_error(self, client: Client) -> None:
        client.get("/sign-in/")
        ask_for_code(client, PHONE)

        assert ask_for_code(client, PHONE, next="/issues/")["Location"] == "/sign-in/code/"
        assert LocalMessage.objects.count() == 1
        assert enter_code(client, last_code())["Location"] == "/issues/"

    @pytest.mark.parametrize("kept", ["first", "second"])
    def test_a_doubled_click_is_known_before_the_first_answer_has_come(
        self, client: Client, kept: str
    ) -> None:
        """The second request leaves without the session that the first one's answer brings."""
        client.get("/sign-in/")
        browsers = {"first": client, "second": Client()}
        browsers["second"].cookies["csrftoken"] = client.cookies["csrftoken"].value

        for browser in browsers.values():
            assert ask_for_code(browser, PHONE)["Location"] == "/sign-in/code/"

        assert LocalMessage.objects.count() == 1
        assert enter_code(browsers[kept], last_code()).status_code == 302
        assert "_auth_user_id" in browsers[kept].session

    def test_both_answers_of_a_doubled_click_share_their_tries(self, client: Client) -> None:
        client.get("/sign-in/")
        second = Client()
        second.cookies["csrftoken"] = client.cookies["csrftoken"].value
        for browser in (client, second):
            ask_for_code(browser, PHONE)

        for browser in (client, second, client, second, client):
            enter_code(browser, "000000" if last_code() != "000000" else "111111")

        enter_code(second, last_code())
        assert "_auth_user_id" not in second.session

    def test_another_browser_must_wait_a_minute_and_is_told_how_long(self, client: Client) -> None:
        ask_for_code(Client(), PHONE)

        page = ask_for_code(client, PHONE, language="en")

        assert page.status_code == 429
        assert LocalMessage.objects.count() == 1
        assert "60" in page.content.decode() or "59" in page.content.decode()

    def test_a_sitting_on_one_wifi_signs_up_twenty_people_in_a_minute(self) -> None:
        for number in range(20):
            browser = Client()
            assert sign_in(browser, f"1390013{8000 + number}", next="/").status_code == 302
            assert "_auth_user_id" in browser.session

        assert User.objects.count() == 20

    def test_an_address_that_floods_gets_a_page_not_a_crash(self, settings: Settings) -> None:
        settings.LIMITS = limits_of("codes_asked=3/d/address")
        cache.clear()
        flood = Client(REMOTE_ADDR="192.0.2.77")
        sent = [flood.post("/sign-in/", {"phone": "1"}).status_code for _ in range(4)]
        assert sent == [422, 422, 422, 429]

        response = flood.post("/sign-in/", {"phone": PHONE})

        assert response.status_code == 429
        assert "errors/429.html" in [template.name for template in response.templates]
        assert not LocalMessage.objects.exists()

    def test_people_get_in_while_the_cache_is_down(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # Other tests count again at once.
        monkeypatch.setattr("accounts.counting.REST", 0)
        nobody_there = {"BACKEND": settings_of_django.CACHES["default"]["BACKEND"]}
        nobody_there["LOCATION"] = "redis://127.0.0.1:1/0"
        with override_settings(CACHES={"default": nobody_there}):
            sign_in(client, PHONE)

        assert "_auth_user_id" in client.session

    def test_the_number_and_the_code_are_not_in_the_log(
        self, client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        settings.SMS_CARRIER = "accounts.carriers.log.LogCarrier"
        with caplog.at_level(logging.DEBUG):
            ask_for_code(client, PHONE)

        assert "138****8000" in caplog.text
        assert "13800138000" not in caplog.text
        assert "good for" not in caplog.text


@pytest.mark.parametrize(
    "typed", ["", "abc", "😀" * 11, "+1 415 555 2671", "1\x003800138000", "9" * 900_000]
)
def test_hostile_numbers_get_a_sentence(client: Client, typed: str) -> None:
    page = ask_for_code(client, typed)

    assert page.status_code == 422
    assert "field-error" in page.content.decode()
    assert not LocalMessage.objects.exists()


def test_ten_megabytes_are_refused_before_they_are_read(client: Client) -> None:
    response = client.post("/sign-in/", {"phone": "1" * 10_000_000})

    assert response.status_code in {400, 413}


@override_settings(SMS_CARRIER="accounts.carriers.log.LogCarrier")
def test_where_nothing_is_carried_nobody_is_told_to_try_again(client: Client) -> None:
    told = "这里还没有接通短信，验证码发不出去。请直接联系您的社区。"
    assert told in client.get("/sign-in/").content.decode()
    answer = ask_for_code(client, PHONE)
    assert answer.status_code == 503
    page = answer.content.decode()
    assert page.count(told) == 1
    assert "过一分钟再试" not in page
