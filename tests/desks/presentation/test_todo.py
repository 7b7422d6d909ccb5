"""The top line of a case and the button that is next say the same."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import override

from accounts.models import User
from desks.presentation.case import case_context
from grids.queries.standing import standing_of
from issues.actions.classify import classify
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.mandate import Mandate
from issues.models import Issue
from issues.queries.desk_case import case_of
from tests.desks.desking import at_housing, at_office
from tests.issues.staging import published
from tests.world import World


def seen_by(person: User, issue: Issue) -> tuple[str, list[str], str]:
    """The top line in English, the buttons offered, and which of them is next."""
    now = timezone.now()
    standing = standing_of(person, now=now)
    with override("en"):
        case = case_context(case_of(issue.reference, standing, now=now), back="/desk/")
    acts = [button["act"] for button in case["buttons"]]
    following = next((button["act"] for button in case["buttons"] if button["next"]), "")
    return case["todo"]["words"], acts, following


def test_a_department_may_promise_or_report_at_once_and_the_line_says_so(world: World) -> None:
    issue = at_housing(world)
    words, acts, following = seen_by(world.clerk, issue)
    assert words.startswith("Please take it in")
    assert Act.DELIVER not in acts
    receive(issue, actor=world.clerk, now=timezone.now())
    assert seen_by(world.clerk, issue)[2] == Act.RESPOND
    respond(issue, actor=world.clerk, now=timezone.now(), text="下午来")
    words, acts, following = seen_by(world.clerk, issue)
    assert words.startswith("Please promise a date, or report the result")
    assert {Act.COMMIT, Act.DELIVER} <= set(acts)
    assert following == Act.COMMIT


def test_what_has_no_class_yet_is_not_reported(world: World) -> None:
    issue, now = at_office(world), timezone.now()
    receive(issue, actor=world.dispatcher, now=now)
    assert Act.DELIVER not in seen_by(world.dispatcher, issue)[1]


def test_a_major_matter_is_to_come_on_an_agenda_and_then_is_not(world: World) -> None:
    issue, now = published(world), timezone.now()
    sewers, major = world.categories["sewers"], MatterClass.MAJOR
    classify(issue, actor=world.grid_worker, now=now, matter_class=major, category=sewers)
    receive(issue, actor=world.staff, now=now)
    respond(issue, actor=world.staff, now=now, text="社区来办")
    assert seen_by(world.staff, issue)[0].startswith("Please put it on an agenda by")
    mandate = Mandate(world.community.pk, uuid4())
    sits = now + timedelta(days=2)
    put_on_agenda(issue, actor=world.staff, now=now, mandate=mandate, at=sits)
    assert seen_by(world.staff, issue)[0].startswith("Please see to it, with a result")
