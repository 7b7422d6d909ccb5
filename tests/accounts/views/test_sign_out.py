import pytest
from django.test import Client

from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db


def test_signing_out_ends_the_session(client: Client) -> None:
    client.force_login(make_user())

    assert client.post("/sign-out/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_link_cannot_sign_anybody_out(client: Client) -> None:
    client.force_login(make_user())

    assert client.get("/sign-out/").status_code == 405
    assert "_auth_user_id" in client.session
