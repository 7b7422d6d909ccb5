"""Keys of forms that were used elsewhere: each form is done once for itself."""

from __future__ import annotations

from uuid import uuid4

from accounts.models import User
from issues.models import Issue
from tests.harness.signing_in import signed_in
from tests.world import World


def test_a_key_that_another_form_used_erases_and_raises_all_the_same(world: World) -> None:
    key, client = str(uuid4()), signed_in(world.resident)
    assert client.post("/me/about/", {"submission": key})["Location"] == "/me/"
    words = {"text": "楼道灯不亮", "building": world.building.pk}
    assert client.post("/raise/", {**words, "submission": key})["Location"].startswith("/issues/")
    assert Issue.objects.count() == 1
    answer = client.post("/me/data/erase/", {"sure": "on", "submission": key})
    assert answer["Location"] == "/goodbye/"
    assert User.objects.get(pk=world.resident.pk).erased_at is not None
