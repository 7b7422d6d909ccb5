"""Plain buttons sent twice: what the first did stands, and nothing is done again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import Submission, User
from tests.issues.acting import signed_in
from tests.world import World


def reread(person: User) -> User:
    return User.objects.get(pk=person.pk)


def test_a_switch_sent_twice_is_noted_once(world: World) -> None:
    client, key = signed_in(world.resident), str(uuid4())
    data = {"language": "en", "next": "/issues/", "submission": key}
    for _ in range(2):
        answer = client.post("/preferences/", data)
        assert (answer.status_code, answer["Location"]) == (302, "/issues/")
        # Another device chose Chinese again between the two sendings.
        User.objects.filter(pk=world.resident.pk).update(language="zh-hans")
    assert reread(world.resident).language == "zh-hans"
    assert Submission.objects.filter(key=key).count() == 1


def test_a_visitors_switch_stores_nothing_and_begins_no_session(db: None, client: Client) -> None:
    answer = client.post("/preferences/", {"large_print": "1", "submission": uuid4()})
    assert answer.status_code == 302
    assert "sessionid" not in client.cookies
    assert not Submission.objects.exists()


@pytest.mark.parametrize("key", ["", "kein", "\x00"])
def test_nobody_is_kept_from_signing_out_by_a_lost_key(world: World, key: str) -> None:
    client = signed_in(world.resident)
    assert client.post("/sign-out/", {"submission": key}).status_code == 302
    assert "_auth_user_id" not in client.session


def test_signing_out_twice_leads_to_the_same_place(world: World) -> None:
    client, key = signed_in(world.resident), str(uuid4())
    first, second = (client.post("/sign-out/", {"submission": key}) for _ in range(2))
    assert first["Location"] == second["Location"]


def test_later_is_said_once(world: World) -> None:
    client, key = signed_in(world.resident), str(uuid4())
    for _ in range(2):
        assert client.post("/me/about/skip/", {"submission": key})["Location"] == "/me/"
    assert Submission.objects.filter(owner=f"user:{world.resident.pk}").count() == 1


def test_erasing_twice_leads_to_the_same_farewell(world: World) -> None:
    first, second = signed_in(world.resident), signed_in(world.resident)
    data = {"sure": "on", "submission": str(uuid4())}
    assert first.post("/me/data/erase/", data)["Location"] == "/goodbye/"
    assert Submission.objects.get(key=data["submission"]).user is None
    assert reread(world.resident).erased_at is not None
    assert second.post("/me/data/erase/", data)["Location"].startswith(("/goodbye/", "/sign-in/"))
