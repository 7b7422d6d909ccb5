from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from acting.actions.forget import forget_sendings, prune_sendings
from acting.actions.once import once
from acting.models import Submission
from acting.tasks import prune
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def test_a_person_s_sendings_go_and_others_keep_theirs() -> None:
    user, stranger = make_user(), make_user()
    for person in (user, stranger):
        once(
            uuid4(),
            form="/a/form/",
            owner=f"user:{person.pk}",
            user=person,
            act=lambda: "/issues/ZJD-2026-0042/",
        )

    forget_sendings(user, actor=user)

    assert Submission.objects.get().user == stranger


def test_what_is_old_goes_and_what_is_young_stays() -> None:
    for days in (29, 31, 32):
        row = Submission.objects.create(key=uuid4(), owner="session:a", result=f"/{days}/")
        Submission.objects.filter(pk=row.pk).update(created_at=NOW - timedelta(days=days))

    assert prune_sendings(actor=None, now=NOW) == 2
    prune()

    assert Submission.objects.get().result == "/29/"
