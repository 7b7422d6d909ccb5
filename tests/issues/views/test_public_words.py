"""Words of the staff that tell too much come back once, with what was found and two ways on."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from accounts.models import User
from issues.actions.add import add
from issues.actions.classify import classify
from issues.actions.find import find
from issues.actions.keep_private import keep_private
from issues.actions.merge import merge
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.enums.acts import Act
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.models import Addition, Commitment, Deliberation, Finding, Issue, Outcome, Upload
from notifications.models import Notice
from notifications.notices import SAID
from tests.issues.acting import raised, send
from tests.issues.staging import upload
from tests.world import World

TELLING = "3号楼2单元502室李大妈，13905331234"
PHONE, DOOR, NAME = "电话号码", "门牌号", "姓名"


@pytest.fixture
def topic(world: World) -> Issue:
    """In hand at the grid, not published yet; the resident is called 李大妈."""
    assert world.resident.name == "李大妈"
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    classify(
        issue,
        actor=world.grid_worker,
        now=timezone.now(),
        matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )
    return Issue.objects.get(pk=issue.pk)


def write(person: User, issue: Issue, act: Act, **data: Any) -> HttpResponse:
    return send(person, issue, act, data)


def came_back(answer: HttpResponse, *kinds: str) -> str:
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "public-words" in page
    sentence = page.split("<strong>")[1].split("</strong>")[0]
    assert [kind for kind in (PHONE, DOOR, NAME) if kind in sentence] == list(kinds)
    return page


def stand_by(answer: HttpResponse) -> str:
    """What the button “Make it public as it stands” of this page sends."""
    *_before, last = re.findall(r'name="public_words" value="([^"]+)"', answer.content.decode())
    assert last != "masked"
    return str(last)


def test_a_finding_comes_back_with_what_was_found_and_how_it_reads_without(
    world: World, topic: Issue
) -> None:
    answer = write(world.grid_worker, topic, Act.FIND, text=TELLING)
    page = came_back(answer, PHONE, DOOR, NAME)
    assert "13905331234 → ×××" in page
    assert "李大妈 → 李××" in page
    assert "3号楼李××，×××" in page
    assert f">\n{TELLING}</textarea>" in page
    assert not Finding.objects.exists()


def test_the_masked_words_are_stored_at_the_second_press(world: World, topic: Issue) -> None:
    answer = write(world.grid_worker, topic, Act.FIND, text=TELLING, public_words="masked")
    assert answer.status_code == 302
    assert Finding.objects.get().text == "3号楼李××，×××"


def test_the_words_are_stored_as_they_stand_where_the_person_says_so(
    world: World, topic: Issue
) -> None:
    seal = stand_by(write(world.grid_worker, topic, Act.FIND, text=TELLING))
    answer = write(world.grid_worker, topic, Act.FIND, text=TELLING, public_words=seal)
    assert answer.status_code == 302
    assert Finding.objects.get().text == TELLING


def test_standing_by_some_words_says_nothing_of_others(world: World, topic: Issue) -> None:
    seal = stand_by(write(world.grid_worker, topic, Act.FIND, text="打13905331234"))
    changed = {"text": "打13905331234，找李大妈", "public_words": seal}
    came_back(write(world.grid_worker, topic, Act.FIND, **changed), PHONE, NAME)
    assert not Finding.objects.exists()
    same_but_for_a_slip = {"text": "请打13905331234", "public_words": seal}
    assert write(world.grid_worker, topic, Act.FIND, **same_but_for_a_slip).status_code == 302


def test_words_changed_after_another_field_was_wrong_are_looked_at_anew(
    world: World, topic: Issue
) -> None:
    wrong = {"found_at": "gestern", "text": "打13905331234"}
    seal = stand_by(write(world.grid_worker, topic, Act.FIND, **wrong))
    again = write(world.grid_worker, topic, Act.FIND, **wrong, public_words=seal)
    assert stand_by(again) == seal
    changed = {"text": "502室，打13905331234", "public_words": seal}
    came_back(write(world.grid_worker, topic, Act.FIND, **changed), PHONE, DOOR)


def test_a_choice_nobody_offered_is_no_choice(world: World, topic: Issue) -> None:
    came_back(
        write(world.grid_worker, topic, Act.FIND, text="13905331234", public_words="<x>"), PHONE
    )


def test_the_submission_key_answers_the_second_press_once(world: World, topic: Issue) -> None:
    sent = {"text": TELLING, "submission": str(uuid4()), "version": topic.version}
    came_back(write(world.grid_worker, topic, Act.FIND, **sent), PHONE, DOOR, NAME)
    for _ in range(2):
        answer = write(world.grid_worker, topic, Act.FIND, **sent, public_words="masked")
        assert answer.status_code == 302
    assert Finding.objects.count() == 1


def test_a_stale_page_keeps_the_masked_words(world: World, topic: Issue) -> None:
    find(topic, actor=world.grid_head, now=timezone.now(), text="管子断了")
    sent = {"text": TELLING, "version": topic.version, "drawn": timezone.now().isoformat()}
    answer = write(world.grid_worker, topic, Act.FIND, **sent, public_words="masked")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ">\n3号楼李××，×××</textarea>" in page
    assert "13905331234" not in page


def test_a_stale_page_does_not_ask_again_what_was_answered(world: World, topic: Issue) -> None:
    find(topic, actor=world.grid_head, now=timezone.now(), text="管子断了")
    sent = {"text": TELLING, "version": topic.version, "drawn": timezone.now().isoformat()}
    seal = stand_by(write(world.grid_worker, topic, Act.FIND, **sent))
    answer = write(world.grid_worker, topic, Act.FIND, **sent, public_words=seal)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert f'<input type="hidden" name="public_words" value="{seal}">' in page
    assert "13905331234 → ×××" not in page


def test_photos_are_kept_while_the_words_come_back(world: World, topic: Issue) -> None:
    photo: Upload = upload(world.grid_worker)
    sent = {"text": "13905331234", "kept": str(photo.token)}
    assert str(photo.token) in came_back(write(world.grid_worker, topic, Act.FIND, **sent), PHONE)
    write(world.grid_worker, topic, Act.FIND, **sent, public_words="masked")
    assert Finding.objects.get().photos.count() == 1


def test_every_field_that_tells_is_named(world: World, topic: Issue) -> None:
    talk = {"kind": "doorstep", "head_count": 2, "participants": "李大妈、13905331234"}
    sent = {"said": "李大妈说要换管", "dissent": "502室不同意", **talk}
    page = came_back(write(world.grid_worker, topic, Act.DELIBERATE, **sent), DOOR, NAME)
    assert "李大妈 → 李××" in page
    assert "502室 → –" in page
    assert "13905331234 → ×××" not in page
    write(world.grid_worker, topic, Act.DELIBERATE, **sent, public_words="masked")
    stored = Deliberation.objects.get()
    assert (stored.said, stored.dissent) == ("李××说要换管", "不同意")
    assert stored.participants == talk["participants"]


def test_where_to_go_may_hold_an_address_and_a_landline(world: World, topic: Issue) -> None:
    where_to = "请到珠玑路18号203室，电话0533-7180123"
    came_back(write(world.grid_worker, topic, Act.DECLINE, where_to="找13905331234"), PHONE)
    assert write(world.grid_worker, topic, Act.DECLINE, where_to=where_to).status_code == 302
    declined = Issue.objects.get(pk=topic.pk)
    assert (declined.stage, declined.ending_note) == (Stage.DECLINED, where_to)


def test_promises_and_results_come_back_too(world: World, topic: Issue) -> None:
    due = timezone.localtime().replace(year=2030).strftime("%Y-%m-%dT%H:%M")
    came_back(write(world.grid_worker, topic, Act.COMMIT, text=TELLING, due_at=due),
              PHONE, DOOR, NAME)  # fmt: skip
    sent = {"agreed": "已疏通", "no_picture_reason": "李大妈家中", "kind": "doorstep"}
    came_back(write(world.grid_worker, topic, Act.SETTLE, **sent, head_count=2), NAME)
    done = {"text": "换好了", "paid_by": "李大妈"}
    came_back(write(world.grid_worker, topic, Act.DELIVER, **done), NAME)
    assert not Commitment.objects.exists()
    assert not Outcome.objects.exists()


def test_what_stays_private_is_asked_nothing(world: World, topic: Issue) -> None:
    keep_private(topic, actor=world.grid_worker, now=timezone.now())
    assert write(world.grid_worker, topic, Act.FIND, text=TELLING).status_code == 302
    assert Finding.objects.get().text == TELLING


def test_a_dispute_is_asked_nothing(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    classify(
        issue,
        actor=world.grid_worker,
        now=timezone.now(),
        matter_class=MatterClass.SMALL,
        category=next(one for one in world.categories.values() if one.private),
    )
    assert write(world.grid_worker, issue, Act.FIND, text=TELLING).status_code == 302


def test_what_only_the_resident_reads_is_asked_nothing(world: World, topic: Issue) -> None:
    answer = write(world.grid_worker, topic, Act.RESPOND, text=TELLING, way="online")
    assert answer.status_code == 302


def test_words_for_everyone_are_looked_at_once_more(world: World, topic: Issue) -> None:
    sent = {"public_title": "堵了", "public_text": "502室堵了，打7180123"}
    page = came_back(write(world.grid_worker, topic, Act.PUBLISH, **sent), PHONE, DOOR)
    assert "堵了，打×××" in page
    write(world.grid_worker, topic, Act.PUBLISH, **sent, public_words="masked")
    published = Issue.objects.get(pk=topic.pk)
    assert (published.visibility, published.public_text) == (Visibility.PUBLIC, "堵了，打×××")


def test_a_neighbours_telling_words_are_left_out_or_shown_as_they_are(
    world: World, topic: Issue
) -> None:
    first = {"public_title": "堵了", "public_text": "楼前堵了"}
    assert write(world.grid_worker, topic, Act.PUBLISH, **first).status_code == 302
    now = timezone.now()
    add(topic, actor=world.neighbour, now=now, text="我家502室也堵了")
    add(topic, actor=world.neighbour, now=now, text="路上也淹了")
    telling, plain = Addition.objects.order_by("pk")
    sent = {**first, "shown_additions": [telling.pk, plain.pk]}
    answer = write(world.grid_worker, topic, Act.PUBLISH, **sent)
    came_back(answer, DOOR)
    assert not Addition.objects.filter(shown_at__isnull=False).exists()
    write(world.grid_worker, topic, Act.PUBLISH, **sent, public_words="masked")
    assert list(Addition.objects.filter(shown_at__isnull=False)) == [plain]
    write(world.grid_worker, topic, Act.PUBLISH, **sent, public_words=stand_by(answer))
    assert Addition.objects.filter(shown_at__isnull=False).count() == 2


def test_what_was_written_while_it_was_private_is_shown_before_it_goes_public(
    world: World, topic: Issue
) -> None:
    keep_private(topic, actor=world.grid_worker, now=timezone.now())
    for text in ("502室渗水", "管子断了"):
        assert write(world.grid_worker, topic, Act.FIND, text=text).status_code == 302
    sent = {"public_title": "李大妈家漏水", "public_text": "楼里漏水"}

    page = came_back(write(world.grid_worker, topic, Act.PUBLISH, **sent), DOOR, NAME)
    assert "502室 → –" in page
    answer = write(world.grid_worker, topic, Act.PUBLISH, **sent, public_words="masked")
    page = came_back(answer, DOOR)
    assert 'value="masked"' not in page
    assert Issue.objects.get(pk=topic.pk).visibility == Visibility.PRIVATE

    plain = {"public_title": "李××家漏水", "public_text": "楼里漏水"}
    write(world.grid_worker, topic, Act.PUBLISH, **plain, public_words=stand_by(answer))
    assert Issue.objects.get(pk=topic.pk).visibility == Visibility.PUBLIC
    # Read by everyone now: publishing again asks nothing about it.
    assert write(world.grid_worker, topic, Act.PUBLISH, **plain).status_code == 302


def test_each_kind_of_words_is_looked_through_before_it_goes_public(
    world: World, topic: Issue
) -> None:
    keep_private(topic, actor=world.grid_worker, now=timezone.now())
    due = (timezone.localtime() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    talk = {"kind": "doorstep", "head_count": 2, "said": "换管", "dissent": "李大妈不同意"}
    write(world.grid_worker, topic, Act.DELIBERATE, **talk)
    write(world.grid_worker, topic, Act.COMMIT, text="修302室", due_at=due)
    done = {"text": "修好了", "count": 1, "count_of": "户13905331234", "no_picture_reason": "暗管"}
    write(world.grid_worker, topic, Act.DELIVER, **done)
    rows = (Deliberation, Commitment, Outcome)
    assert [kind.objects.count() for kind in rows] == [1, 1, 1]
    sent = {"public_title": "漏水", "public_text": "楼里漏水"}
    came_back(write(world.grid_worker, topic, Act.PUBLISH, **sent), PHONE, DOOR, NAME)


def test_who_raised_what_was_merged_into_it_is_named_to_nobody(world: World, topic: Issue) -> None:
    """Neither in what everyone reads nor in a message to the other resident."""
    User.objects.filter(pk=world.neighbour.pk).update(name="周玉兰")
    write(world.grid_worker, topic, Act.PUBLISH, public_title="堵了", public_text="楼前堵了")
    theirs = raised(world, contact_name="孟庆祥")
    Issue.objects.filter(pk=theirs.pk).update(reporter=world.neighbour)
    merge(theirs, into=topic, actor=world.grid_worker, now=timezone.now())

    answer = write(world.grid_worker, topic, Act.FIND, text="周玉兰和孟庆祥都说堵了")
    page = came_back(answer, NAME)
    assert "周玉兰 → 周××" in page
    assert "孟庆祥 → 孟××" in page
    said = "已经去周玉兰家看过了"
    respond(topic, actor=world.grid_worker, now=timezone.now(), text=said)
    notice = Notice.objects.get(recipient=world.resident, kind="issue.responded")
    assert notice.parameters[SAID] == "已经去周××家看过了"
