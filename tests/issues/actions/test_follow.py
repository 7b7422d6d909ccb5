"""关注: told, but not counted."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from issues.actions.follow import follow
from issues.actions.hide import hide
from issues.actions.merge import merge
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.support import support
from issues.models import Follow, Issue, Support
from issues.refusals import NotYours
from notifications.models import Notice
from tests.harness.signing_in import signed_in
from tests.issues.actions.doing import NOW, at_grid, written
from tests.issues.actions.sweeping import at
from tests.issues.sitting import AFTER, major, mandate_of
from tests.issues.staging import key, raised
from tests.world import World


def told(person: User) -> int:
    return Notice.objects.filter(recipient=person).count()


def offers(client: Client, page: str) -> str:
    shown = client.get(page).content.decode()
    assert f'action="{page}follow/"' in shown
    return "stop" if 'name="stop"' in shown else "follow"


def followed(client: Client) -> list[str]:
    return [card["url"] for card in client.get("/me/?of=followed").context["cards"]]


def is_put_on_an_agenda(world: World, issue: Issue) -> None:
    mandate = mandate_of(world.community)
    put_on_agenda(issue, actor=world.staff, now=AFTER, mandate=mandate, at=at(20, 15))


def test_whoever_follows_is_told_and_not_counted_as_affected(world: World) -> None:
    issue = major(world)
    before = written()
    follow(issue, actor=world.neighbour, now=NOW)
    follow(issue, actor=world.neighbour, now=NOW)
    assert Follow.objects.get().user == world.neighbour
    assert not Support.objects.exists()
    assert written() == before
    is_put_on_an_agenda(world, issue)
    assert told(world.neighbour) > 0


def test_who_follows_and_supports_is_told_once(world: World) -> None:
    issue = major(world)
    follow(issue, actor=world.neighbour, now=NOW)
    support(issue, actor=world.neighbour, now=NOW)
    support(issue, actor=world.stranger, now=NOW)
    is_put_on_an_agenda(world, issue)
    assert told(world.neighbour) == told(world.stranger) == 1


def test_whoever_met_with_it_too_is_not_offered_to_follow_it_no_more(world: World) -> None:
    issue, into = at_grid(world), at_grid(world)
    follow(into, actor=world.neighbour, now=NOW)
    support(into, actor=world.neighbour, now=NOW)
    follow(into, actor=world.neighbour, now=NOW)
    assert not Follow.objects.exists()
    page = f"/issues/{into.reference}/"
    assert "follow/" not in signed_in(world.neighbour).get(page).content.decode()
    follow(issue, actor=world.neighbour, now=NOW)
    follow(into, actor=world.stranger, now=NOW)
    support(issue, actor=world.stranger, now=NOW)
    merge(issue, into=into, actor=world.grid_worker, now=NOW)
    assert not Follow.objects.filter(issue=into).exists()


def test_it_is_undone_as_easily(world: World) -> None:
    issue = major(world)
    client = signed_in(world.neighbour)
    page = f"/issues/{issue.reference}/"
    assert offers(client, page) == "follow"
    client.post(f"{page}follow/", {"submission": key()})
    assert offers(client, page) == "stop"
    assert followed(client) == [page]
    client.post(f"{page}follow/", {"submission": key(), "stop": "on"})
    assert not Follow.objects.exists()
    assert offers(client, page) == "follow"
    assert followed(client) == []
    is_put_on_an_agenda(world, issue)
    assert told(world.neighbour) == 0


def test_neither_the_reporter_nor_who_cannot_see_it_follows(world: World) -> None:
    with pytest.raises(NotYours):
        follow(at_grid(world), actor=world.resident, now=NOW)
    with pytest.raises(NotYours):
        follow(raised(world), actor=world.neighbour, now=NOW)
    assert not Follow.objects.exists()


def test_what_was_hidden_since_is_not_listed(world: World) -> None:
    issue = major(world)
    follow(issue, actor=world.neighbour, now=NOW)
    hide(issue, actor=world.grid_worker, now=NOW, reason="写了别人家的事")
    assert followed(signed_in(world.neighbour)) == []


def test_merging_carries_those_who_follow_along(world: World) -> None:
    issue, into = at_grid(world), at_grid(world)
    for one in (issue, into):
        follow(one, actor=world.stranger, now=NOW)
    follow(issue, actor=world.neighbour, now=NOW)
    merge(issue, into=into, actor=world.grid_worker, now=NOW)
    there = Follow.objects.filter(issue=into).values_list("user_id", flat=True)
    assert sorted(there) == sorted([world.neighbour.pk, world.stranger.pk])
    assert told(world.neighbour) == 1
    assert not Support.objects.filter(issue=into, user=world.neighbour).exists()
