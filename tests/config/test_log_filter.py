"""What people wrote does not come into the logs by an error of the database."""

from __future__ import annotations

import io
import logging
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from accounts.models import User
from config.celery import leave_rows_out
from config.log_filter import LEFT_OUT, RowsLeftOut

PHONE = "+8613912345678"


def refused() -> IntegrityError:
    User.objects.create_user(PHONE, name="孙老师")
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        User.objects.create(phone=PHONE, name="孙老师")
    return error.value


@pytest.mark.django_db
def test_the_row_that_the_database_refuses_is_left_out_of_the_log() -> None:
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.addFilter(RowsLeftOut())
    logger = logging.Logger("a test")
    logger.addHandler(handler)
    error = refused()
    assert PHONE in str(error)
    try:
        raise RuntimeError("while saving") from error
    except RuntimeError:
        logger.exception("It failed: %r, %s", error, error)
    said = told.getvalue()
    assert PHONE not in said
    assert "IntegrityError" in said
    assert "Traceback" in said
    assert LEFT_OUT in said


def test_an_error_of_another_kind_is_told_whole() -> None:
    record = logging.LogRecord("a", logging.ERROR, "", 1, "%s", ("ValueError: 3",), None)
    assert RowsLeftOut().filter(record)
    assert record.getMessage() == "ValueError: 3"


def test_web_and_worker_log_through_it() -> None:
    handlers: Any = settings.LOGGING["handlers"]
    assert handlers["console"]["filters"] == ["rows_left_out"]
    logger = logging.Logger("a worker's")
    logger.addHandler(logging.StreamHandler())
    leave_rows_out(logger)
    assert any(isinstance(one, RowsLeftOut) for one in logger.handlers[0].filters)
