from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.actions.keep_message import keep_message
from accounts.actions.prune import prune
from accounts.models import LocalMessage, SentCode, User, WrongFactor
from accounts.tasks import prune as prune_task
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def test_what_is_old_goes_and_what_is_young_stays() -> None:
    person = make_user()
    for hours in (23, 25):
        WrongFactor.objects.create(person=person, tried_at=NOW - timedelta(hours=hours))
        SentCode.objects.create(number_digest="a", sent_at=NOW - timedelta(hours=hours))
        message = keep_message("+8613800138000", text="x", purpose="code", actor=None)
        LocalMessage.objects.filter(pk=message.pk).update(created_at=NOW - timedelta(hours=hours))
    for hours in (1, -1):
        Session.objects.create(
            session_key=f"key{hours}", session_data="", expire_date=NOW + timedelta(hours=hours)
        )

    gone = prune(actor=None, now=NOW)

    assert gone == {"codes": 1, "messages": 1, "links": 0, "tries": 1, "sessions": 1, "devices": 0}
    assert Session.objects.get().session_key == "key1"
    assert prune(actor=None, now=NOW) == dict.fromkeys(gone, 0)


def test_nobody_is_pruned_however_long_they_wait_for_their_first_sign_in() -> None:
    make_user(phone_verified=False, joined_at=NOW - timedelta(days=400))

    prune_task()

    assert User.objects.count() == 1
