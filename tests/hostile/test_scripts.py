"""A script typed into every field stands on the pages as the letters that were typed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from issues.actions.add import add
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.find import find
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass, SpeaksAs
from issues.inputs import NewMatter
from issues.models import Addition, Issue
from tests.issues.talking import doorstep
from tests.world import World

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
MARK = '"><img src=x onerror=alert(2)>'
BAD = f"{SCRIPT}{MARK}"


def poisoned(world: World) -> Issue:
    now = timezone.now() - timedelta(hours=1)
    for person in (world.resident, world.grid_worker, world.neighbour):
        person.name = SCRIPT
        person.save(update_fields=["name"])
    matter = NewMatter(
        text=f"下水道 {BAD}",
        title=BAD[:60],
        building=world.building,
        place_note=BAD,
        speaks_as=SpeaksAs.MERCHANT,
        shop_name=SCRIPT,
        contact_name=SCRIPT,
    )
    issue = raise_issue(matter, actor=world.resident, reporter=world.resident, now=now)
    worker: Any = {"actor": world.grid_worker, "now": now}
    receive(issue, **worker)
    publish(issue, **worker, title=BAD[:60], text=f"下水道 {BAD}")
    add(issue, actor=world.neighbour, now=now, text=BAD)
    shown = [Addition.objects.get(issue=issue).pk]
    publish(issue, **worker, title=BAD[:60], text=f"下水道 {BAD}", additions=shown)
    respond(issue, **worker, text=BAD)
    category = world.categories["sewers"]
    classify(issue, **worker, matter_class=MatterClass.SMALL, category=category, reason=BAD)
    return issue


def finished(world: World, issue: Issue) -> None:
    now = timezone.now()
    worker: Any = {"actor": world.grid_worker, "now": now}
    talk = doorstep(agreed=BAD, said=BAD, dissent=BAD, participants=BAD, place=BAD[:80])
    settle(issue, **worker, talk=talk, no_picture_reason=BAD)
    confirm(issue, actor=world.resident, now=now, resolved=Resolved.PARTLY, text=BAD)
    find(issue, **worker, text=BAD)


def addresses(issue: Issue, world: World) -> list[tuple[object, str]]:
    page = f"/issues/{issue.reference}/"
    desk = f"/desk/grid/{world.grid.code}/?case={issue.reference}"
    return [
        (None, "/"),
        (None, "/issues/"),
        (None, "/issues/?words=下水道"),
        (None, page),
        (world.resident, page),
        (world.resident, f"{page}receipt/"),
        (world.resident, "/me/"),
        (world.resident, "/me/data/"),
        (world.resident, "/notices/"),
        (world.neighbour, page),
        (world.grid_worker, page),
        (world.grid_worker, desk),
        (world.grid_worker, f"{page}slip/"),
        (world.grid_worker, f"{page}act/publish/"),
        (world.grid_worker, f"{page}act/respond/"),
        (world.staff, f"/desk/community/{world.community.code}/?case={issue.reference}"),
    ]


@pytest.mark.parametrize("end", [False, True], ids=["open", "after the word"])
def test_no_page_runs_what_somebody_typed(client: Client, world: World, *, end: bool) -> None:
    issue = poisoned(world)
    if end:
        finished(world, issue)
    for person, address in addresses(issue, world):
        client.logout()
        if person is not None:
            client.force_login(person, backend="grids.backends.PostingBackend")  # type: ignore[arg-type]
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        said = body.decode()
        assert answer.status_code == 200, address
        assert SCRIPT not in said, address
        assert "<img src=x" not in said, address
    client.logout()
    hint = client.post(
        "/raise/similar/", {"text": f"下水道 {BAD}", "building": world.building.pk}
    ).content.decode()
    assert SCRIPT not in hint
