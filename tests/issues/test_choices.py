"""What a form of a matter lets one choose, the act takes: each choice is tried and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from acting.refusals import Refused
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.join import join
from issues.actions.merge import merge
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.inputs import NewOutcome
from issues.models import Issue
from issues.queries.merging import into_candidates
from tests.desks.desking import at_community, at_housing, at_office, raised
from tests.issues.acting import draw, send
from tests.issues.staging import publish_as_it_is, settled
from tests.world import World

Make = Callable[[World], Issue]
SMALL, URGENT, HARD, MAJOR = MatterClass


def fresh(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def public(world: World, matter_class: MatterClass | None = None) -> Issue:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    publish_as_it_is(issue, actor=world.grid_worker, now=now)
    if matter_class is not None:
        category = world.categories["sewers"]
        given: dict[str, Any] = {"matter_class": matter_class, "category": category}
        classify(issue, actor=world.grid_worker, now=now, **given)
    return fresh(issue)


def private(world: World) -> Issue:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    return fresh(issue)


def promised(world: World) -> Issue:
    issue, now = public(world, SMALL), timezone.now()
    due = now + timedelta(hours=20)
    commit(issue, actor=world.grid_worker, now=now, text="换管", due_at=due)
    return fresh(issue)


def reported(world: World) -> Issue:
    """A department says that it is done; nobody has looked."""
    issue, now = at_housing(world), timezone.now()
    publish_as_it_is(issue, actor=world.grid_worker, now=now)
    receive(issue, actor=world.clerk, now=now)
    result = NewOutcome(text="换好了", no_picture_reason="天黑")
    deliver(issue, actor=world.clerk, now=now, result=result)
    return fresh(issue)


def received_at_housing(world: World) -> Issue:
    issue = at_housing(world)
    receive(issue, actor=world.clerk, now=timezone.now())
    return fresh(issue)


def with_a_part(world: World) -> Issue:
    issue, now = at_community(world), timezone.now()
    receive(issue, actor=world.staff, now=now)
    join(issue, actor=world.staff, now=now, body=world.property_company, reason="查水表")
    return fresh(issue)


def dispute_at_office(world: World) -> Issue:
    issue = at_office(world)
    Issue.objects.filter(pk=issue.pk).update(category=world.categories["noise"])
    return fresh(issue)


class TakenBack(Exception):
    pass


def refusal_of(world: World, into: Issue, issue: Issue) -> str:
    """Why merging is refused; "" if it goes. Nothing stays."""
    try:
        with transaction.atomic():
            merge(issue, into=into, actor=world.grid_worker, now=timezone.now())
            raise TakenBack
    except TakenBack:
        return ""
    except Refused as refused:
        return str(refused)


@pytest.mark.parametrize("matter_class", [None, *MatterClass])
def test_the_list_offers_just_what_a_matter_may_be_merged_into(
    world: World, matter_class: MatterClass | None
) -> None:
    """Matters of each class, carried out, reported and asked about, and one nobody may read."""
    issue = public(world, matter_class if matter_class != MAJOR else None)
    if matter_class == MAJOR:
        Issue.objects.filter(pk=issue.pk).update(matter_class=MAJOR)
        issue = fresh(issue)
    others = [public(world), public(world, SMALL), public(world, URGENT), public(world, HARD)]
    others += [promised(world), reported(world), settled(world), private(world)]
    takes = {one.reference for one in others if not refusal_of(world, one, fresh(issue))}
    assert 0 < len(takes) < len(others)
    assert {one.reference for one in into_candidates(fresh(issue))} == takes


CHOICES: Mapping[str, tuple[Make, str, Act, str, dict[str, Any]]] = {
    "classify what is private": (private, "grid_worker", Act.CLASSIFY, "category", {}),
    "classify what is public": (public, "grid_worker", Act.CLASSIFY, "category", {}),
    "classify where others have a part": (with_a_part, "staff", Act.CLASSIFY, "category", {}),
    "classify at a department": (received_at_housing, "clerk", Act.CLASSIFY, "category", {}),
    "join": (received_at_housing, "clerk", Act.JOIN, "body", {"reason": "查水表"}),
    "join again": (with_a_part, "staff", Act.JOIN, "body", {"reason": "查水表"}),
    "lead": (at_office, "dispatcher", Act.NAME_LEAD, "body", {}),
    "lead of a dispute": (dispute_at_office, "dispatcher", Act.NAME_LEAD, "body", {}),
    "assign": (received_at_housing, "clerk", Act.ASSIGN, "to", {}),
    "merge": (public, "grid_worker", Act.MERGE, "into", {}),
}


def offered(page: str, name: str) -> Iterator[str]:
    for options in re.findall(rf'<select name="{name}"[^>]*>(.*?)</select>', page, re.S):
        yield from (value for value in re.findall(r'<option value="([^"]+)"', options))
    for tag in re.findall(rf'<input[^>]*name="{name}"[^>]*>', page):
        yield from re.findall(r'value="([^"]+)"', tag)


@pytest.mark.parametrize(("make", "who", "act", "name", "more"), CHOICES.values(), ids=CHOICES)
def test_whatever_can_be_chosen_is_taken(
    world: World, make: Make, who: str, act: Act, name: str, more: dict[str, Any]
) -> None:
    issue, person = make(world), getattr(world, who)
    for other in (public, reported, settled):
        other(world)
    page = draw(person, issue, act)
    given = {"matter_class": "small", "reason": "现场看过", **more}
    for value in offered(page, name):
        with transaction.atomic():
            answer = send(person, fresh(issue), act, {**given, name: value})
            assert answer.status_code == 302, (value, answer.content.decode())
            transaction.set_rollback(True)
    if act == Act.NAME_LEAD and issue.is_dispute:
        assert list(offered(page, "joint")) == []


def test_a_dispute_can_be_chosen_only_where_it_stays_one(world: World) -> None:
    noise = str(world.categories["noise"].pk)
    hint = "不能选邻里纠纷"
    page = draw(world.grid_worker, private(world), Act.CLASSIFY)
    assert noise in list(offered(page, "category"))
    assert hint not in page
    issue = public(world)
    page = draw(world.grid_worker, issue, Act.CLASSIFY)
    assert noise not in list(offered(page, "category"))
    assert hint in page
    sent = {"matter_class": "small", "category": noise}
    answer = send(world.grid_worker, issue, Act.CLASSIFY, sent)
    assert answer.status_code == 422
    assert "这件事不能归到这一类" in answer.content.decode()


def test_what_has_its_result_since_the_page_was_drawn_is_refused_in_words(world: World) -> None:
    issue, into, _another = public(world), settled(world), public(world)
    answer = send(world.grid_worker, issue, Act.MERGE, {"into": into.reference})
    assert answer.status_code == 422
    assert "那一件不能再并入别的事了" in answer.content.decode()
    by_number = send(world.grid_worker, issue, Act.MERGE, {"reference": into.reference})
    assert by_number.status_code == 422
    assert "已经有办理结果" in by_number.content.decode()
