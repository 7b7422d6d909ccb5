"""Press an act's button as a person does: draw the form, send it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from issues.actions.raise_issue import raise_issue
from issues.enums.acts import Act
from issues.inputs import NewMatter
from issues.models import Issue
from tests.harness.signing_in import signed_in
from tests.world import World


def raised(world: World, text: str = "三号楼前的下水道又堵了", **more: Any) -> Issue:
    """A matter of the resident's, raised an hour ago."""
    return raise_issue(
        NewMatter(text=text, building=world.building, **more),
        actor=world.resident,
        reporter=world.resident,
        now=timezone.now() - timedelta(hours=1),
    )


def act_path(issue: Issue, act: Act) -> str:
    return reverse("issues:act", args=[issue.reference, act.value])


def draw(person: User, issue: Issue, act: Act) -> str:
    answer = signed_in(person).get(act_path(issue, act))
    assert answer.status_code == 200, (act, answer.status_code)
    return answer.content.decode()


def send(person: User, issue: Issue, act: Act, data: Mapping[str, Any]) -> HttpResponse:
    """With a key of its own unless `data` brings one."""
    client = signed_in(person)
    sent = {"submission": str(uuid4()), **data}
    return client.post(act_path(issue, act), sent)  # type: ignore[return-value]
