import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import LocalMessage, SentCode
from tests.accounts.walking import ask_for_code, enter_code, last_code

pytestmark = pytest.mark.django_db
PHONE = "13800138000"


@pytest.fixture
def waiting(client: Client) -> Client:
    """A browser whose code has been sent, reading English."""
    client.cookies["language"] = "en"
    ask_for_code(client, PHONE, next="/issues/")
    return client


def wrong_code() -> str:
    return f"{(int(last_code()) + 1) % 1_000_000:06d}"


def let_pass(client: Client, *, seconds: int) -> None:
    """As if the code had been sent so long ago."""
    session = client.session
    session["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= seconds
    session.save()
    for sending in SentCode.objects.all():
        sending.sent_at -= timedelta(seconds=seconds)
        sending.save()


class TestTheCode:
    def test_the_page_shows_the_masked_number_and_asks_for_digits(self, waiting: Client) -> None:
        page = waiting.get("/sign-in/code/").content.decode()

        assert "138****8000" in page
        assert PHONE not in page
        assert 'autocomplete="one-time-code"' in page
        assert 'inputmode="numeric"' in page

    def test_its_button_says_that_what_was_written_is_sent_with_it(self, waiting: Client) -> None:
        assert ">Sign in</button>" in waiting.get("/sign-in/code/").content.decode()
        session = waiting.session
        session["account_login"]["state"]["stages"]["login_by_code"]["data"]["next"] = (
            "/raise/sent/"
        )
        session.save()
        assert ">Confirm and send</button>" in waiting.get("/sign-in/code/").content.decode()

    @pytest.mark.parametrize("way", ["{}", " {} ", "{:.3} {}"])
    def test_the_right_code_signs_in_however_it_is_spaced(self, waiting: Client, way: str) -> None:
        code = last_code()
        typed = f"{code[:3]} {code[3:]}" if ".3" in way else way.format(code)

        assert enter_code(waiting, typed)["Location"] == "/issues/"

    def test_full_width_digits_are_digits(self, waiting: Client) -> None:
        wide = last_code().translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)})

        assert enter_code(waiting, wide)["Location"] == "/issues/"

    def test_a_wrong_code_says_how_many_tries_are_left(self, waiting: Client) -> None:
        page = enter_code(waiting, wrong_code())

        assert page.status_code == 422
        assert "You can try 4 more times." in page.content.decode()

    @pytest.mark.parametrize(
        "typed", ["", "12345", "abcdef", "😀😀😀😀😀😀", "1\x0023456", "1" * 900_000]
    )
    def test_what_is_no_code_costs_no_try(self, waiting: Client, typed: str) -> None:
        assert enter_code(waiting, typed).status_code == 422
        assert SentCode.objects.get().tries == 0

    def test_after_five_wrong_tries_even_the_right_code_is_spent(self, waiting: Client) -> None:
        code = last_code()
        for _ in range(5):
            page = enter_code(waiting, wrong_code())
        assert "too many times" in page.content.decode()

        assert enter_code(waiting, code).status_code == 422
        assert "_auth_user_id" not in waiting.session

    def test_an_old_code_has_run_out_and_a_new_one_can_be_had_on_the_spot(
        self, waiting: Client
    ) -> None:
        old = last_code()
        let_pass(waiting, seconds=601)
        assert "older than ten minutes" in enter_code(waiting, old).content.decode()

        assert waiting.post("/sign-in/code/", {"resend": "1"}).status_code == 302

        assert enter_code(waiting, last_code())["Location"] == "/issues/"

    def test_a_code_works_in_the_browser_that_asked_for_it_only(self, waiting: Client) -> None:
        assert enter_code(Client(), last_code())["Location"] == "/sign-in/"

    def test_a_used_code_cannot_be_used_again(self, waiting: Client) -> None:
        code, cookie = last_code(), waiting.cookies["session"].value
        enter_code(waiting, code)
        thief = Client()
        thief.cookies["session"] = cookie

        assert enter_code(thief, code)["Location"] == "/sign-in/"
        assert "_auth_user_id" not in thief.session


class TestANewCode:
    def test_it_must_be_waited_for_a_minute(self, waiting: Client) -> None:
        page = waiting.post("/sign-in/code/", {"resend": "1"})

        assert page.status_code == 429
        assert "You can ask for another in" in page.content.decode()
        assert LocalMessage.objects.count() == 1
        assert enter_code(waiting, last_code())["Location"] == "/issues/"

    def test_it_replaces_the_one_before(self, waiting: Client) -> None:
        old = last_code()
        let_pass(waiting, seconds=61)
        waiting.post("/sign-in/code/", {"resend": "1"})
        assert LocalMessage.objects.count() == 2

        if old != last_code():
            assert enter_code(waiting, old).status_code == 422
        assert enter_code(waiting, last_code())["Location"] == "/issues/"

    def test_it_brings_new_tries(self, waiting: Client) -> None:
        for _ in range(5):
            enter_code(waiting, wrong_code())
        let_pass(waiting, seconds=61)
        waiting.post("/sign-in/code/", {"resend": "1"})

        assert enter_code(waiting, last_code())["Location"] == "/issues/"

    def test_the_eleventh_of_a_day_is_refused_with_a_sentence(self, waiting: Client) -> None:
        for _ in range(9):
            let_pass(waiting, seconds=61)
            assert waiting.post("/sign-in/code/", {"resend": "1"}).status_code == 302
        let_pass(waiting, seconds=61)

        page = waiting.post("/sign-in/code/", {"resend": "1"})

        assert page.status_code == 429
        assert "try again tomorrow" in page.content.decode()
        assert LocalMessage.objects.count() == 10
        assert enter_code(waiting, last_code())["Location"] == "/issues/"

    def test_the_eleventh_is_refused_in_another_browser_too(self, client: Client) -> None:
        now = timezone.now()
        ask_for_code(Client(), PHONE)
        digest = SentCode.objects.get().number_digest
        SentCode.objects.all().delete()
        SentCode.objects.bulk_create(
            SentCode(number_digest=digest, sent_at=now - timedelta(hours=hour))
            for hour in range(1, 11)
        )

        assert ask_for_code(client, PHONE).status_code == 429
        SentCode.objects.filter(sent_at__lt=now - timedelta(hours=9)).update(
            sent_at=now - timedelta(hours=25)
        )
        assert ask_for_code(client, PHONE).status_code == 302


def test_after_an_hour_the_number_is_asked_for_again(waiting: Client) -> None:
    session = waiting.session
    session["account_login"]["initiated_at"] = time.time() - 3601
    session.save()

    assert enter_code(waiting, last_code())["Location"] == "/sign-in/"
