from collections.abc import Iterator
from functools import partial
from threading import Barrier, Event, Thread
from uuid import UUID, uuid4

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from accounts.models import User
from acting.actions.once import once
from acting.models import Submission
from acting.queries.submission import alike_owner, led_by, of_form
from tests.accounts.factories import make_user

OWNERS = (alike_owner("session:a"), alike_owner("session:b"), "session:a")


@pytest.fixture
def committed_key(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[UUID]:
    """A key whose rows are really committed, seen by other connections, and cleared by hand.

    A flush would TRUNCATE, which the append-only tables refuse.
    """
    key = uuid4()
    with django_db_blocker.unblock():
        try:
            yield key
        finally:
            Submission.objects.filter(key=of_form(key, "/a/form/")).delete()
            connection.close()


@pytest.mark.django_db
class TestOneAfterTheOther:
    def test_the_first_sending_acts_and_answers_with_its_address(self) -> None:
        user = make_user()

        result = once(
            uuid4(), form="/a/form/", owner=f"user:{user.pk}", user=user, act=lambda: "/issues/1/"
        )

        assert result == "/issues/1/"
        assert Submission.objects.get().user == user

    def test_a_replay_does_not_act_again(self) -> None:
        key, acts = uuid4(), []

        def act() -> str:
            acts.append(1)
            return f"/issues/{len(acts)}/"

        results = [
            once(key, form="/a/form/", owner="session:a", user=None, act=act) for _ in range(3)
        ]

        assert results == ["/issues/1/"] * 3
        assert acts == [1]

    def test_where_it_led_is_kept_under_what_was_said_for_its_owner_alone(self) -> None:
        said, acts = uuid4(), ["/b/", "/a/"]
        for _page in range(2):
            once(uuid4(), form="/a/form/", owner="session:a", user=None, act=acts.pop, alike=said)

        # Another key is another sending: what can be done is done.
        assert acts == []
        found = [led_by(said, owner=owner) for owner in OWNERS]
        assert found == ["/a/", "", ""]

    def test_the_same_key_from_another_owner_is_another_sending(self) -> None:
        key = uuid4()
        once(key, form="/a/form/", owner="session:a", user=None, act=lambda: "/a/")

        assert once(key, form="/a/form/", owner="session:b", user=None, act=lambda: "/b/") == "/b/"

    def test_the_same_key_of_another_form_is_another_sending(self) -> None:
        key, acts = uuid4(), ["/b/", "/a/"]
        for form in ("/a/form/", "/another/", "/a/form/"):
            once(key, form=form, owner="session:a", user=None, act=acts.pop)

        assert acts == []

    def test_each_owner_of_the_same_key_is_answered_with_their_own_address(self) -> None:
        """Whoever guesses or copies a key learns nothing of what its owner did."""
        key, acts = uuid4(), list[str]()

        def act(owner: str) -> str:
            acts.append(owner)
            return f"/{owner}/"

        for owner in ("session:a", "session:b", "session:a", "session:b"):
            answer = once(key, form="/a/form/", owner=owner, user=None, act=partial(act, owner))
            assert answer == f"/{owner}/"
        assert acts == ["session:a", "session:b"]

    def test_a_failed_act_leaves_nothing_and_can_be_sent_again(self) -> None:
        key = uuid4()

        def fail() -> str:
            make_user(name="written by the act")
            raise LookupError

        with pytest.raises(LookupError):
            once(key, form="/a/form/", owner="session:a", user=None, act=fail)

        assert not User.objects.filter(name="written by the act").exists()
        assert (
            once(key, form="/a/form/", owner="session:a", user=None, act=lambda: "/again/")
            == "/again/"
        )

    def test_an_act_without_an_address_is_refused(self) -> None:
        with pytest.raises(ValueError, match="address"):
            once(uuid4(), form="/a/form/", owner="session:a", user=None, act=lambda: "")

        assert not Submission.objects.exists()


class TestTwoConnections:
    def test_both_sent_at_once_act_once_and_get_one_answer(self, committed_key: UUID) -> None:
        barrier, acts, results = Barrier(2), list[str](), list[str]()

        def act() -> str:
            acts.append("act")
            return f"/issues/{len(acts)}/"

        def send() -> None:
            barrier.wait(10)
            results.append(
                once(committed_key, form="/a/form/", owner="session:a", user=None, act=act)
            )
            connection.close()

        threads = [Thread(target=send) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)

        assert results == ["/issues/1/"] * 2
        assert acts == ["act"]

    def test_the_second_waits_and_acts_itself_when_the_first_fails(
        self, committed_key: UUID
    ) -> None:
        begun, go_on, results = Event(), Event(), list[str]()

        def fail() -> str:
            begun.set()
            go_on.wait(10)
            raise LookupError

        def first() -> None:
            with pytest.raises(LookupError):
                once(committed_key, form="/a/form/", owner="session:a", user=None, act=fail)
            connection.close()

        def second() -> None:
            begun.wait(10)
            results.append(
                once(
                    committed_key,
                    form="/a/form/",
                    owner="session:a",
                    user=None,
                    act=lambda: "/second/",
                )
            )
            connection.close()

        threads = [Thread(target=first), Thread(target=second)]
        for thread in threads:
            thread.start()
        begun.wait(10)
        assert results == []
        go_on.set()
        for thread in threads:
            thread.join(20)

        assert results == ["/second/"]
