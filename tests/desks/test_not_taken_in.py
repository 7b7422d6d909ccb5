"""Of what nobody has taken in no page and no notice says that anybody sees to it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone, translation

from issues.enums.turns import Level
from issues.models import Assignment, Issue
from notifications.rendering import render
from tests.desks.desking import at_housing, raised
from tests.harness.signing_in import signed_in
from tests.issues.staging import publish_as_it_is
from tests.world import World


def test_nothing_says_that_anybody_sees_to_what_nobody_has_taken_in(world: World) -> None:
    raised(world, "路灯不亮")
    at_housing(world, "井盖破损")
    for issue in Issue.objects.all():
        publish_as_it_is(issue, actor=world.grid_worker, now=timezone.now())
    assert not Assignment.objects.current().exclude(received_at=None).exists()
    pages = ["/", "/issues/", "/issues/?stage=open", "/me/", f"/issues/{issue.reference}/"]
    for path in [*pages, "/desk/street/FHT/?section=named"]:
        client = signed_in(world.dispatcher if "desk" in path else world.resident)
        page = client.get(path).content.decode()
        assert issue.reference in page or "井盖破损" in page or path == "/", path
        # “谁在办” asks, and says of nobody that they do.
        assert re.findall(".{9}(?<!谁)(?:在办|办理中|在部门办).{5}", page) == [], path
    home, plan = (Client().get(path).content.decode() for path in ("/", "/issues/"))
    counted = re.findall(r">还没办完</dt><dd>(\d+)", home)
    by_grid = re.findall(r"(\d+) 件还没办完", plan)
    assert [int(number) for number in counted] == [sum(map(int, by_grid))] == [2]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("kind", ["raised", "moved", "split_off"])
def test_no_notice_of_what_has_just_come_says_that_somebody_sees_to_it(kind: str) -> None:
    with translation.override("zh-hans"):
        for level in (*Level.values, ""):
            told = {"reference": "ZJD-2026-0042", "level": level, "cause": "", "body": ""}
            said = render(f"issue.{kind}", 1, told)
            assert "在办" not in f"{said.title}{said.body}"
