import pytest

from accounts.actions.preferences import set_preferences
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db


def test_what_is_given_changes_and_the_rest_stays() -> None:
    user = make_user(name="王大妈", large_print=True)

    set_preferences(user, actor=user, language="en")

    user.refresh_from_db()
    assert (user.language, user.large_print, user.name) == ("en", True, "王大妈")


def test_a_name_is_tidied_and_may_be_taken_back() -> None:
    user = make_user()

    assert set_preferences(user, actor=user, name="  王  大妈\n").name == "王 大妈"
    assert set_preferences(user, actor=user, name="王\x00\u202e大妈").name == "王大妈"
    assert set_preferences(user, actor=user, name="").name == ""


@pytest.mark.parametrize("wish", [{"language": "xx"}, {"name": "王" * 41}])
def test_what_cannot_be_kept_is_refused_and_changes_nothing(wish: dict[str, str]) -> None:
    user = make_user(name="王大妈")

    with pytest.raises(ValueError):  # noqa: PT011
        set_preferences(user, actor=user, large_print=True, **wish)

    user.refresh_from_db()
    assert (user.name, user.large_print) == ("王大妈", False)
