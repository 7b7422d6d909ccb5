from uuid import uuid4

import pytest

from acting.actions.once import once
from acting.queries.export import sendings_of
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db


def test_a_person_takes_along_what_they_sent_and_nothing_of_others() -> None:
    user, stranger = make_user(), make_user()
    once(
        uuid4(),
        form="/a/form/",
        owner=f"user:{user.pk}",
        user=user,
        act=lambda: "/issues/1/",
        alike=uuid4(),
    )
    once(
        uuid4(),
        form="/a/form/",
        owner=f"user:{stranger.pk}",
        user=stranger,
        act=lambda: "/issues/2/",
    )

    assert [sending["led_to"] for sending in sendings_of(user)] == ["/issues/1/"]
