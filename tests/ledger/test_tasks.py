from __future__ import annotations

import pytest
from django.conf import settings

from ledger.actions.append import append
from ledger.models import Seal
from ledger.tasks import seal
from tests.ledger.factories import act


@pytest.mark.django_db
def test_the_task_that_beat_names_seals_what_waits() -> None:
    assert settings.CELERY_BEAT_SCHEDULE[seal.name]["task"] == seal.name
    append([act()])
    seal()
    seal()
    assert Seal.objects.count() == 1
