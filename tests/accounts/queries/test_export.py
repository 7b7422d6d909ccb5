import json

import pytest

from accounts.queries.export import export_person
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db


def test_a_person_takes_along_what_is_theirs_and_nothing_of_others() -> None:
    user = make_user(name="王大妈", email="w@example.org")
    make_user(name="老李")

    written = json.dumps(export_person(user), ensure_ascii=False)

    assert "王大妈" in written
    assert str(user.phone) in written
    assert "w@example.org" in written
    assert "老李" not in written
