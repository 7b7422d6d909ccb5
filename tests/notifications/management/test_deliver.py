from io import StringIO
from typing import Any

import pytest
from celery import current_app
from django.core.management import call_command

from accounts.models import LocalMessage
from notifications import tasks
from notifications.actions.put import put
from tests.notifications.factories import person, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def page_carrier(settings: Any) -> None:
    settings.SMS_CARRIER = "accounts.carriers.page.PageCarrier"


def test_one_look_sends_what_is_due_and_says_how_it_went() -> None:
    put([told(person(), sms=True, urgent=True), told(person(), sms=True, urgent=True)])
    out = StringIO()
    call_command("deliver", stdout=out)
    assert "2 sent" in out.getvalue()
    assert LocalMessage.objects.filter(purpose="notice").count() == 2


def test_the_task_has_the_name_that_beat_calls_and_does_the_same() -> None:
    put([told(person(), sms=True, urgent=True)])
    current_app.tasks["notifications.tasks.deliver"].apply(throw=True)
    tasks.deliver()
    assert LocalMessage.objects.count() == 1
