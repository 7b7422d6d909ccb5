import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.accounts.factories import make_user
from tests.accounts.walking import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-US,en;q=0.9", "en"),
        ("en-US,en;q=0.8,zh-CN;q=0.9", "en"),
        ("fr-FR,zh-TW;q=0.8,en;q=0.5", "zh-hans"),
        ("fr-FR,en;q=0.5", "en"),
        ("zh", "zh-hans"),
        ("fr", "zh-hans"),
        ("*", "zh-hans"),
        ("", "zh-hans"),
        ("en;q=none,\x00" + "x" * 9_000, "zh-hans"),
    ],
)
def test_whoever_chose_nothing_here_reads_what_their_browser_asks_for(
    client: Client, header: str, language: str
) -> None:
    page = client.get("/sign-in/", headers={"Accept-Language": header})

    assert page["Content-Language"] == language
    assert "Accept-Language" in page["Vary"]


def test_what_was_chosen_here_goes_before_the_browser(client: Client) -> None:
    client.cookies["language"] = "zh-hans"

    page = client.get("/sign-in/", headers={"Accept-Language": "en"})

    assert page["Content-Language"] == "zh-hans"


def test_a_visitors_cookie_chooses_language_and_print_without_a_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.cookies["language"], client.cookies["large_print"] = "en", "1"

    with django_assert_num_queries(0):
        page = client.get("/sign-in/")

    assert page["Content-Language"] == "en"
    assert 'data-print="large"' in page.content.decode()


@pytest.mark.parametrize("cookie", ["xx", "../../etc", "en\x00"])
def test_a_made_up_language_is_chinese(client: Client, cookie: str) -> None:
    client.cookies["language"] = cookie

    assert client.get("/sign-in/")["Content-Language"] == "zh-hans"


def test_a_persons_own_wish_goes_before_the_cookie_of_the_device(client: Client) -> None:
    client.force_login(make_user(language="en", large_print=True))
    client.cookies["language"], client.cookies["large_print"] = "zh-hans", "0"

    page = client.get("/demo/sms/")

    assert page["Content-Language"] == "en"
    assert 'data-print="large"' in page.content.decode()


def test_a_new_person_keeps_the_language_and_print_they_signed_in_with(client: Client) -> None:
    client.cookies["language"], client.cookies["large_print"] = "en", "1"
    sign_in(client, "13800138000")
    elsewhere = Client()
    elsewhere.cookies["session"] = client.cookies["session"].value

    page = elsewhere.get("/demo/sms/")

    assert page["Content-Language"] == "en"
    assert 'data-print="large"' in page.content.decode()


def test_a_known_person_is_not_changed_by_the_language_of_a_borrowed_device(
    client: Client,
) -> None:
    user = make_user("+8613800138000")
    client.cookies["language"] = "en"

    sign_in(client, "13800138000")

    user.refresh_from_db()
    assert user.language == "zh-hans"


def test_a_part_of_a_page_asked_for_when_signed_out_leads_the_whole_page_to_sign_in(
    client: Client,
) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/notices/?page=2"}

    part = client.get("/notices/", headers=headers)

    assert part.status_code == 200
    assert part["HX-Redirect"] == "/sign-in/?next=/notices/%3Fpage%3D2"


def test_a_page_of_another_site_is_not_where_signing_in_leads(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "https://elsewhere.example/trap/"}

    part = client.get("/notices/", headers=headers)

    assert part["HX-Redirect"] == "/sign-in/?next=/notices/"


def test_the_cookie_of_a_session_that_is_not_found_is_left_and_that_of_one_that_ended_is_taken(
    client: Client,
) -> None:
    client.cookies["session"] = "a" * 32

    late = client.get("/me/")

    assert late.status_code == 302
    assert "session" not in late.cookies
    assert "Cookie" in late["Vary"]
    sign_in(client, "13800138000")
    assert client.post("/sign-out/").cookies["session"].value == ""
