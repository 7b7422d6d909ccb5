"""Who tries what is not theirs stands in the security log, whichever way it was refused."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.asker import digest_of_person
from acting.refusals import Refused
from clocks.actions.add_days import add_days
from clocks.actions.delete_schedule import delete_schedule
from clocks.actions.save_schedule import save_schedule
from clocks.yearly_notice import NewDay
from council.models import Council
from grids.actions.authorise import authorise, authorise_shared
from issues.actions.receive_many import receive_many
from tests.council.sittings import at_the_table
from tests.harness.security_lines import security_lines
from tests.harness.signing_in import signed_in
from tests.issues.acting import raised
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def test_looks_at_a_number_that_is_not_theirs(world: World) -> None:
    issue = raised(world)
    address = f"/issues/{issue.reference}/act/see_contact/"
    # Who knows of no such matter; who may read it and does not work on it; who only oversees it.
    people = [world.other_grid_worker, world.resident, world.supervisor]
    with security_lines() as lines:
        answers = [
            signed_in(person).post(address, {"submission": str(uuid4())}).status_code
            for person in people
        ]
        # A visitor is asked to sign in.
        assert Client().post(address).status_code == 302
    assert answers == [404, 403, 409]
    assert [line["kind"] for line in lines] == ["refused"] * 3
    assert [line["person"] for line in lines] == [digest_of_person(one.pk) for one in people]
    assert [line.get("answer") for line in lines] == [404, 403, None]
    assert lines[2]["act"] == "see_contact"
    assert lines[2]["thing"] == f"/issues/{issue.reference}/"


def test_contacts_of_members_and_their_counts_are_others_to_everybody_else(world: World) -> None:
    council = Council.objects.create(body=world.grid)
    asked = [
        "/contacts/",
        f"/contacts/{uuid4()}/take_back/",
        f"/councils/{council.body.code}/coverage/",
    ]
    client = signed_in(world.neighbour)
    with security_lines() as lines:
        assert [client.get(path).status_code for path in asked] == [404] * 3
        # What leads nowhere is a slip of the finger.
        assert client.get("/no/such/page/").status_code == 404
    assert [line["view"] for line in lines] == [
        "council:contacts",
        "council:contact_act",
        "council:coverage",
    ]


def test_acts_on_a_matter_and_commands_to_a_sitting(world: World) -> None:
    issue, meeting = raised(world), at_the_table(world)
    words = {"submission": str(uuid4()), "text": "我来说"}
    command = {"command": str(uuid4()), "act": "walk_in", "uid": str(uuid4()), "name": "老王"}
    with security_lines() as lines:
        # With words, which come back on a page of their own.
        lost = signed_in(world.stranger).post(f"/issues/{issue.reference}/add/", words)
        assert lost.status_code == 409
        sent = signed_in(world.neighbour).post(f"/sittings/{meeting.uid}/do/", command)
        assert sent.status_code == 409
        receive_many([issue], actor=world.other_grid_worker, now=timezone.now())
    assert [(line["act"], line.get("thing", "")) for line in lines] == [
        ("add", ""),
        ("walk_in", ""),
        ("receive", issue.reference),
    ]
    assert "老王" not in str(lines)


def test_administering_what_somebody_does_not_look_after(world: World) -> None:
    now = timezone.now()
    with security_lines() as lines:
        with pytest.raises(Refused):
            authorise(world.administrator, world.far_street.path, now=now)
        with pytest.raises(Refused):
            authorise_shared(world.administrator, now=now)
        authorise(world.administrator, world.street.path, now=now)
    assert [(line["person"], line["act"]) for line in lines] == [
        (digest_of_person(world.administrator.pk), act)
        for act in ("administer", "administer_shared")
    ]


def test_changes_of_working_hours_and_of_the_calendar(
    world: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    actor = world.district_administrator
    more: dict[str, Any] = {"actor": actor, "now": timezone.now()}
    day = NewDay(day=date(2027, 5, 1), working=False, name_zh="劳动节", name_en="Labour Day")
    with security_lines() as lines, django_capture_on_commit_callbacks(execute=True):
        schedule = save_schedule(None, name="早班", periods="08:00-16:00", **more)
        delete_schedule(schedule, **more)
        add_days([day], note="放假", **more)
    who = digest_of_person(actor.pk)
    assert [(line["kind"], line["person"], line["act"]) for line in lines] == [
        ("administered", who, act) for act in ("hours_saved", "hours_removed", "days_added")
    ]
