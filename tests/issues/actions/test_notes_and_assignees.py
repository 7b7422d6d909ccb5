"""What colleagues tell each other, and who of a body sees to a matter."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from acting.refusals import Refused
from desks.actions.erase_person import erase_person
from grids.enums import Role
from issues.actions.add import add
from issues.actions.assign import assign
from issues.actions.join import join
from issues.actions.note import note
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.withdraw import withdraw
from issues.enums.turns import TurnCause, TurnRole
from issues.models import Assignment, Issue, StaffNote
from ledger.models import Entry, Text
from notifications.happenings import desk_place
from notifications.models import Happening, Notice
from tests.harness.signing_in import signed_in
from tests.issues.actions.sweeping import fresh
from tests.issues.staging import key, published, raised
from tests.world import World, post

WORDS = "先打电话再上门，她耳背"


def lead(issue: Issue) -> Assignment:
    return Assignment.objects.current().lead().get(issue=issue)


def test_a_note_is_read_by_colleagues_and_by_no_resident(world: World) -> None:
    issue = published(world)
    note(issue, actor=world.grid_worker, now=timezone.now(), text=WORDS)
    desk = f"/desk/community/ZJD/?case={issue.reference}"
    own = f"/desk/grid/ZJD-1/?section=lead&case={issue.reference}"
    assert WORDS in signed_in(world.grid_head).get(own).content.decode()
    assert signed_in(world.staff).get(desk).status_code == 200
    for reader in (world.resident, world.neighbour):
        page = signed_in(reader).get(f"/issues/{issue.reference}/").content.decode()
        assert WORDS not in page
        assert "给同事留" not in page
    assert "给同事留" in signed_in(world.staff).get(f"/issues/{issue.reference}/").content.decode()


def test_a_post_elsewhere_opens_nothing_that_was_noted_about_ones_own_matter(world: World) -> None:
    issue = published(world)
    now = timezone.now()
    note(issue, actor=world.grid_worker, now=now, text=WORDS)
    add(issue, actor=world.neighbour, now=now, text="她家三口人都漏")
    Issue.objects.filter(pk=issue.pk).update(reporter=world.clerk)
    path = f"/desk/department/FHT-ZJ/?case={issue.reference}"
    case = signed_in(world.clerk).get(path).content.decode()
    assert issue.reference in case
    for secret in (WORDS, "她家三口人", world.neighbour.name):
        assert secret not in case
    add(fresh(issue), actor=world.clerk, now=now, text="又漏了")
    assert "又漏了" in signed_in(world.clerk).get(path).content.decode()


def test_whoever_oversees_it_or_had_it_once_reads_no_notes(world: World) -> None:
    issue = published(world)
    note(issue, actor=world.grid_worker, now=timezone.now(), text=WORDS)
    turn = lead(issue)
    Assignment.objects.create(
        issue=issue, body=world.housing, role=TurnRole.JOINT, level=turn.level, turn=turn.turn,
        cause=turn.cause, started_at=turn.started_at, left_at=turn.started_at,
        left_cause=TurnCause.DONE,
    )  # fmt: skip
    readers = (("street_supervisor", "street/FHT"), ("clerk", "department/FHT-ZJ"))
    for who, desk in readers:
        client = signed_in(getattr(world, who))
        for path in (f"/desk/{desk}/?case={issue.reference}", f"/issues/{issue.reference}/"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert WORDS not in answer.content.decode()


def test_a_note_is_on_no_paper_and_nothing_of_it_is_public_in_the_record(world: World) -> None:
    issue = published(world)
    note(issue, actor=world.grid_worker, now=timezone.now(), text=WORDS)
    slip = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/").content.decode()
    assert WORDS not in slip
    entry = Entry.objects.get(kind="issue.noted")
    assert (entry.stream.name, entry.stream.public) == (issue.inside_stream, False)
    assert WORDS not in bytes(entry.body).decode()


def test_a_note_makes_no_form_stale(world: World) -> None:
    issue = published(world)
    version = Issue.objects.get(pk=issue.pk).version
    note(issue, actor=world.grid_worker, now=timezone.now(), text=WORDS)
    withdraw(issue, actor=world.resident, now=timezone.now(), reason="修好了", seen=version)


def test_what_a_note_says_of_a_person_is_forgotten_with_them(world: World) -> None:
    note(published(world), actor=world.grid_worker, now=timezone.now(), text=WORDS)
    assert Text.objects.filter(text=WORDS).exists()
    erase_person(world.resident, actor=None, now=timezone.now())
    assert not Text.objects.filter(text=WORDS).exists()


def test_a_note_is_news_at_desks_and_on_no_page_that_residents_have_open(world: World) -> None:
    issue = published(world)
    before = set(Happening.objects.values_list("pk", flat=True))
    note(issue, actor=world.grid_worker, now=timezone.now(), text=WORDS)
    places = Happening.objects.exclude(pk__in=before).values_list("place", flat=True)
    desks = (world.grid, world.community, world.street)
    assert set(places) == {desk_place(body.pk) for body in desks}


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_note_is_refused(world: World, text: str) -> None:
    with pytest.raises(Refused):
        note(published(world), actor=world.grid_worker, now=timezone.now(), text=text)
    assert not StaffNote.objects.exists()


def test_whoever_takes_it_in_sees_to_it_until_somebody_says_otherwise(world: World) -> None:
    issue = raised(world)
    assert lead(issue).assignee is None
    now = timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    assert lead(issue).assignee == world.grid_worker
    assign(issue, actor=world.grid_head, now=now, to=world.grid_head)
    assert lead(issue).assignee == world.grid_head
    assert lead(issue).received_by == world.grid_worker
    shown = signed_in(world.resident).get(f"/issues/{issue.reference}/").content.decode()
    assert world.grid_head.name in shown


def test_whom_it_falls_to_is_told_and_not_who_does_it(world: World) -> None:
    issue = published(world)
    now = timezone.now() + timedelta(minutes=1)
    assign(issue, actor=world.grid_worker, now=now, to=world.grid_head)
    told = Notice.objects.filter(kind="issue.assigned")
    assert [notice.recipient for notice in told] == [world.grid_head]
    assign(issue, actor=world.grid_worker, now=now + timedelta(minutes=1), to=world.grid_worker)
    assert told.count() == 1


def test_only_people_of_the_body_can_see_to_it(world: World) -> None:
    issue = published(world)
    for other in (world.staff, world.resident, world.other_grid_worker):
        with pytest.raises(Refused):
            assign(issue, actor=world.grid_worker, now=timezone.now(), to=other)


def test_whoever_acts_for_lead_and_part_chooses_among_those_of_the_lead(world: World) -> None:
    issue = published(world, category=world.categories["sewers"])
    now, both = timezone.now(), world.partner_clerk
    post(both, world.housing, Role.CLERK)
    join(issue, actor=world.grid_worker, now=now, body=world.property_company, reason="请配合")
    for who in (world.grid_worker, world.staff):
        push_up(issue, actor=who, now=now, reason="办不了", tried="试过")
    receive(issue, actor=both, now=now)
    answer = signed_in(both).post(
        f"/issues/{issue.reference}/act/assign/", {"submission": key(), "to": world.clerk.pk}
    )
    assert answer.status_code == 302
    assert lead(issue).assignee == world.clerk


def test_the_queue_names_who_sees_to_it(world: World) -> None:
    issue = published(world)
    queue = signed_in(world.grid_worker).get("/desk/grid/ZJD-1/?section=lead").content.decode()
    assert f"{world.grid_worker.name}" in queue.split("desk-queue")[-1]
    assert issue.reference in queue
