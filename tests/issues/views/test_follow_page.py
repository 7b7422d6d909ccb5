"""The page to confirm that one follows a matter, or follows it no more."""

from __future__ import annotations

from django.utils import timezone

from issues.actions.follow import follow
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.world import World


def test_who_follows_it_already_is_offered_to_let_go_of_it(world: World) -> None:
    issue, client = published(world), signed_in(world.stranger)
    path = f"/issues/{issue.reference}/follow/"
    assert 'name="stop" value="on"' not in client.get(path).content.decode()
    follow(issue, actor=world.stranger, now=timezone.now())
    page = client.get(path).content.decode()
    assert 'name="stop" value="on"' in page
    assert "button-next" not in page[page.index('name="stop"') :][:300]
