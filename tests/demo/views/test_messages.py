import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.actions.keep_message import keep_mail, keep_message
from tests.accounts.factories import make_user
from tests.accounts.walking import ask_for_code, last_code

pytestmark = pytest.mark.django_db


def test_it_shows_the_newest_message_first_with_masked_numbers(client: Client) -> None:
    keep_message("+8613812345678", text="older 111111", purpose="code", actor=None)
    keep_message("+8613912345678", text="newer 222222", purpose="code", actor=None)

    page = client.get("/demo/sms/").content.decode()

    assert page.index("222222") < page.index("111111")
    assert "138****5678" in page
    assert "13812345678" not in page


def test_it_points_out_the_messages_of_this_browser(client: Client) -> None:
    keep_message("+8613912345678", text="of a stranger", purpose="notice", actor=None)
    ask_for_code(client, "13800138000")

    page = client.get("/demo/sms/").content.decode()

    assert page.count("sms-own") == 1
    assert last_code() in page.split("sms-own")[1].split("</li>")[0]


def test_it_points_out_the_messages_of_the_person(client: Client) -> None:
    user = make_user("+8613912345678")
    keep_message("+8613912345678", text="mine", purpose="notice", actor=None)
    client.force_login(user)

    assert "sms-own" in client.get("/demo/sms/").content.decode()


def test_an_e_mail_is_marked_masked_and_pointed_out_to_its_owner(client: Client) -> None:
    user = make_user(email="wang@example.org", language="en")
    for address in ("wang@example.org", "li@example.org"):
        keep_mail(address, subject="Done", text="one\ntwo", purpose="notice", actor=None)
    client.force_login(user)

    page = client.get("/demo/sms/").content.decode()

    assert page.count("sms-own") == 1
    assert "w***@example.org" in page.split("sms-own")[1].split("</li>")[0]
    assert "li@example.org" not in page
    assert page.count("E-mail</span>") == 2
    assert "one<br>two" in page


def test_htmx_gets_the_list_alone(client: Client) -> None:
    part = client.get("/demo/sms/", headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert 'hx-get="/demo/sms/"' in part


def test_many_messages_cost_no_more_queries_than_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        keep_message("+8613812345678", text=f"no. {number}", purpose="notice", actor=None)

    with django_assert_max_num_queries(1):
        page = client.get("/demo/sms/").content.decode()

    assert page.count('class="sheet sms') == 30
