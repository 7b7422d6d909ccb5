import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings


@pytest.mark.django_db
def test_a_machine_with_its_database_is_fit_and_asks_one_question() -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = Client().get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert len(asked) == 1
    assert not response.cookies


@pytest.mark.django_db
def test_it_answers_without_tls(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/healthz/").status_code == 200
    assert Client().get("/").status_code == 301
