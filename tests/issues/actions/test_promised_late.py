"""A promise beyond the clock is asked about in words, and told to the level above."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from acting.refusals import AsksFirst
from clocks.hours import SHANGHAI
from issues.actions.commit import commit
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Commitment, Deadline, Issue
from issues.presentation.entry_parameters import EntryParameters
from issues.presentation.kinds import sentence_of
from notifications.rendering import render
from tests.desks.desking import at_housing as lately_at_housing
from tests.issues.acting import send
from tests.issues.actions.doing import (
    NOW,
    at_grid,
    at_housing,
    at_office,
    entry,
    with_partner,
    written,
)
from tests.issues.actions.sweeping import at, told
from tests.world import World

LATER = datetime(2027, 11, 10, 12, 0, tzinfo=SHANGHAI)


def test_it_is_asked_how_much_later_that_is_and_nothing_is_written(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    before = written()
    with translation.override("zh-hans"), pytest.raises(AsksFirst) as asked:
        commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=LATER)
    assert str(asked.value.message) == "比时限晚 50 周，确定吗？"
    assert written() == before


def test_yes_to_this_very_date_does_it_and_tells_the_level_above(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    with pytest.raises(AsksFirst) as asked:
        commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=LATER)
    about, other = asked.value.about, LATER + timedelta(days=1)
    with pytest.raises(AsksFirst):
        commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=other, assent=about)
    commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=LATER, assent=about)
    limit = Deadline.objects.running().get(
        issue=issue, kind=DeadlineKind.RESOLVE, assignment__role="lead"
    )
    told_of = entry(issue, "committed").parameters
    assert told_of["limit"] == limit.due_at.isoformat()
    for person in (world.dispatcher, world.street_supervisor):
        assert told(person, "promised_late") == 1
    assert told(world.resident, "promised_late") == 0
    with translation.override("en"):
        said = sentence_of("issue.committed", 1, EntryParameters(told_of))
        assert said == "FHT-ZJ made a promise beyond its clock."
        parameters = {
            "reference": issue.reference, "body": "FHT-ZJ", "due": LATER.isoformat(),
            "limit": limit.due_at.isoformat(),
        }  # fmt: skip
        words = render("issue.promised_late", 1, parameters)
    assert "10 November" in words.body
    assert "50 weeks after its clock ends" in words.body


def test_a_date_within_the_clock_is_not_asked_about(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=at(20))
    assert "limit" not in entry(issue, "committed").parameters
    assert told(world.dispatcher, "promised_late") == 0


def test_a_body_that_helps_is_asked_too(world: World) -> None:
    issue = with_partner(world, MatterClass.SMALL)
    with pytest.raises(AsksFirst):
        commit(issue, actor=world.partner_clerk, now=NOW, text="清运", due_at=LATER)


def test_an_office_that_is_to_name_who_leads_is_asked_too(world: World) -> None:
    issue = at_office(world)
    receive(issue, actor=world.dispatcher, now=NOW)
    Issue.objects.filter(pk=issue.pk).update(stage=Stage.TOPIC, matter_class=MatterClass.SMALL)
    with pytest.raises(AsksFirst):
        commit(issue, actor=world.dispatcher, now=NOW, text="换管", due_at=LATER)


def test_what_was_made_safe_has_a_date_of_its_own(world: World) -> None:
    issue = at_grid(world, MatterClass.URGENT)
    commit(issue, actor=world.grid_worker, now=NOW, text="换管", due_at=at(30), made_safe=True)
    assert Commitment.objects.get().made_safe


def test_the_page_asks_and_a_second_press_sends_what_was_typed(world: World) -> None:
    issue = lately_at_housing(world)
    receive(issue, actor=world.clerk, now=timezone.now())
    day = timezone.localtime() + timedelta(days=400)
    sent = {
        "text": "等管材到货再换",
        "due_at": day.strftime("%Y-%m-%dT%H:%M"),
        "submission": uuid4(),
    }
    answer = send(world.clerk, issue, Act.COMMIT, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "比时限晚" in page
    assert "周，确定吗？" in page
    assert "等管材到货再换" in page
    assert not Commitment.objects.exists()
    about = page.split('name="assent" value="')[1].split('"')[0]
    answer = send(world.clerk, issue, Act.COMMIT, {**sent, "assent": about})
    assert answer.status_code == 302
    assert Commitment.objects.get().text == "等管材到货再换"
