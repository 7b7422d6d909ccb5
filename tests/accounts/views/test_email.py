import logging
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from accounts.carriers import CarrierFailed, EmailCarrier
from accounts.email_proof import EmailProof
from accounts.models import LocalMessage, SentCode, User
from tests.accounts.factories import make_user
from tests.accounts.walking import last_code

pytestmark = pytest.mark.django_db
ADDRESS = "Wang.Fang@example.org"
KEY = EmailProof.purpose


class NoServer(EmailCarrier):
    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        raise CarrierFailed("no route")


@pytest.fixture(autouse=True)
def _mail_on_the_page(settings: Settings) -> None:
    settings.EMAIL_CARRIER = "accounts.carriers.page.PageMailCarrier"


@pytest.fixture
def wang() -> User:
    return make_user(name="王芳", language="en")


@pytest.fixture
def hers(client: Client, wang: User) -> Client:
    client.force_login(wang)
    return client


def give(hers: Client, address: str = ADDRESS) -> HttpResponse:
    return hers.post("/me/email/", {"email": address})  # type: ignore[return-value]


def prove(hers: Client, code: str) -> HttpResponse:
    return hers.post("/me/email/code/", {"code": code})  # type: ignore[return-value]


def wrong_code() -> str:
    return f"{(int(last_code()) + 1) % 1_000_000:06d}"


def let_pass(hers: Client, *, seconds: int) -> None:
    session = hers.session
    session[KEY] = {**session[KEY], "at": session[KEY]["at"] - seconds}
    session.save()
    for sending in SentCode.objects.all():
        sending.sent_at -= timedelta(seconds=seconds)
        sending.save()


def kept(person: User) -> str:
    return User.objects.get(pk=person.pk).email


def test_an_address_counts_only_once_its_code_was_typed(hers: Client, wang: User) -> None:
    assert give(hers)["Location"] == "/me/email/code/"
    assert kept(wang) == ""
    page = hers.get("/me/email/code/").content.decode()
    assert ADDRESS in page
    assert "Code from the e-mail" in page
    assert last_code() not in page

    assert prove(hers, last_code())["Location"] == "/me/email/"

    assert kept(wang) == ADDRESS
    assert hers.get("/me/email/code/")["Location"] == "/me/email/"
    assert ADDRESS in hers.get("/me/email/").content.decode()
    assert KEY not in hers.session


@pytest.mark.parametrize(
    ("typed", "kept_as"),
    [(" wang@EXAMPLE.org ", "wang@example.org"), ("ｗａｎｇ＠example.org", "wang@example.org")],
)
def test_an_address_is_kept_in_one_form(hers: Client, wang: User, typed: str, kept_as: str) -> None:
    give(hers, typed)
    prove(hers, last_code())
    assert kept(wang) == kept_as


@pytest.mark.parametrize(
    "typed", ["", "wang", "a@b", "a@b.org\nBcc: c@d.org", "x" * 300 + "@b.org", "a\x00@b.org"]
)
def test_what_is_no_address_gets_a_sentence_and_nothing_is_sent(hers: Client, typed: str) -> None:
    page = give(hers, typed)
    assert page.status_code == 422
    assert "field-error" in page.content.decode()
    assert not LocalMessage.objects.exists()


def test_five_wrong_codes_end_it_and_the_right_one_is_too_late(hers: Client, wang: User) -> None:
    give(hers)
    for _ in range(5):
        assert prove(hers, wrong_code()).status_code == 422
    assert prove(hers, last_code()).status_code == 422
    assert kept(wang) == ""


def test_a_code_of_yesterday_proves_nothing(hers: Client, wang: User) -> None:
    give(hers)
    let_pass(hers, seconds=601)
    page = prove(hers, last_code())
    assert "older than ten minutes" in page.content.decode()
    assert kept(wang) == ""


def test_the_code_of_one_person_proves_nothing_for_another(hers: Client, wang: User) -> None:
    give(hers)
    code, state = last_code(), hers.session[KEY]
    thief, other = make_user(), Client()
    other.force_login(thief)
    session = other.session
    session[KEY] = state
    session.save()

    assert prove(other, code).status_code == 422
    assert kept(thief) == ""


def test_a_doubled_click_sends_one_code_and_goes_on(hers: Client) -> None:
    hers.get("/me/email/")
    assert [give(hers).status_code for _ in range(2)] == [302, 302]
    assert LocalMessage.objects.count() == 1


def test_both_answers_of_a_doubled_click_share_their_tries(hers: Client) -> None:
    """The session may know nothing of the first answer when the second request comes."""
    hers.get("/me/email/")
    give(hers)
    first = hers.session[KEY]
    session = hers.session
    del session[KEY]
    session.save()

    give(hers)

    assert hers.session[KEY] == first


def test_a_new_code_must_be_waited_for_a_minute_and_replaces_the_old(
    hers: Client, wang: User
) -> None:
    give(hers)
    assert hers.post("/me/email/code/", {"resend": "1"}).status_code == 429
    let_pass(hers, seconds=61)
    assert hers.post("/me/email/code/", {"resend": "1"}).status_code == 302
    assert prove(hers, last_code()).status_code == 302
    assert kept(wang) == ADDRESS


def test_nobody_writes_to_many_and_no_letter_box_is_flooded(hers: Client) -> None:
    give(hers)
    assert give(hers, "someone.else@example.org").status_code == 429
    stranger = Client()
    stranger.force_login(make_user())
    assert give(stranger).status_code == 429
    assert LocalMessage.objects.count() == 1


def test_the_eleventh_code_of_a_day_is_refused_whatever_the_address(hers: Client) -> None:
    for number in range(10):
        assert give(hers, f"a{number}@example.org").status_code == 302
        let_pass(hers, seconds=61)
    assert give(hers, "a11@example.org").status_code == 429
    assert LocalMessage.objects.count() == 10


def test_an_address_of_somebody_here_is_answered_like_any_other(hers: Client) -> None:
    make_user(email=ADDRESS)
    known = give(hers)
    other = Client()
    other.force_login(make_user())
    unknown = give(other, "nobody@example.org")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_a_server_that_is_down_costs_neither_time_nor_a_code(
    hers: Client, settings: Settings
) -> None:
    settings.EMAIL_CARRIER = f"{__name__}.NoServer"
    assert give(hers).status_code == 503
    assert not SentCode.objects.exists()


def test_an_address_is_taken_away(hers: Client, wang: User) -> None:
    User.objects.update(email=ADDRESS)
    assert hers.post("/me/email/remove/")["Location"] == "/me/"
    assert kept(wang) == ""


def test_without_a_mail_server_no_address_is_asked_for_but_one_can_be_taken_away(
    hers: Client, wang: User, settings: Settings
) -> None:
    settings.EMAIL_CARRIER = "accounts.carriers.none.NoMailCarrier"
    assert hers.get("/me/email/").status_code == 404
    assert give(hers).status_code == 404
    assert "/me/email/" not in hers.get("/me/").content.decode()
    User.objects.update(email=ADDRESS)
    page = hers.get("/me/email/").content.decode()
    assert ADDRESS in page
    assert 'name="email"' not in page


def test_visitors_are_sent_to_sign_in(client: Client) -> None:
    for path in ("/me/email/", "/me/email/code/"):
        assert client.get(path)["Location"].startswith("/sign-in/")


def test_neither_address_nor_code_is_in_the_log(
    hers: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        give(hers)
        prove(hers, wrong_code())
        prove(hers, last_code())
    assert ADDRESS not in caplog.text
    assert last_code() not in caplog.text


def test_a_session_that_waits_since_an_older_version_is_asked_once_more(hers: Client) -> None:
    give(hers)
    session = hers.session
    state = dict(session[KEY])
    state["address"] = state.pop("bound_to")
    session[KEY] = state
    session.save()
    assert prove(hers, last_code())["Location"] == "/me/email/"
