"""From the draft over corrections and signatures to what everybody reads."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction

from acting.refusals import Refused
from council.actions.minutes.amend import amend
from council.actions.minutes.correct import correct
from council.actions.minutes.finish import finish
from council.actions.minutes.publish import publish
from council.actions.minutes.sign import sign
from council.enums.meetings import MeetingState
from council.enums.votes import KeyHolder
from council.models import Meeting, MinutesName, MinutesPaper, MinutesVersion, Signature
from council.presentation.minutes_paper import document_of
from council.queries.minutes import Minutes, minutes_for, sections_of, text_of
from council.queries.viewer import viewer_of
from council.refusals import NotYours, Stale, WrongState
from desks.actions.erase_person import erase_person
from grids.queries.standing import standing_of
from ledger.queries.timeline import timeline
from notifications.models import Notice
from tests.council.held import AFTER, drafted
from tests.world import World

pytestmark = pytest.mark.django_db
SAID = "said"


def key_of(meeting: Meeting, ending: str = SAID) -> str:
    return next(one.key for one in sections_of(drafted(meeting)) if one.key.endswith(ending))


def corrected(world: World, meeting: Meeting, words: str, **more: object) -> MinutesVersion:
    given: dict[str, object] = {"actor": world.grid_worker, "now": AFTER, "seen": None, **more}
    return correct(meeting, words={key_of(meeting): words}, **given)  # type: ignore[arg-type]


def digest(meeting: Meeting) -> str:
    names = list(MinutesName.objects.filter(meeting=meeting).order_by("number"))
    return sha256(text_of(drafted(meeting), names)).hexdigest()


def both_sign(world: World, meeting: Meeting) -> None:
    for person in (world.grid_head, world.grid_worker):
        sign(meeting, actor=person, now=AFTER, digest=digest(meeting))


def published(world: World, meeting: Meeting) -> None:
    finish(meeting, actor=world.grid_worker, now=AFTER)
    both_sign(world, meeting)
    publish(meeting, actor=world.grid_worker, now=AFTER)


def state(meeting: Meeting) -> str:
    meeting.refresh_from_db()
    return meeting.state


def read_by(world: World, meeting: Meeting, person: object) -> Minutes | None:
    viewer = viewer_of(standing_of(person, now=AFTER), now=AFTER)  # type: ignore[arg-type]
    return minutes_for(meeting.uid, viewer, now=AFTER)


def test_a_correction_is_one_more_version_and_holds_names_as_marks(
    world: World, sitting: Meeting
) -> None:
    before = drafted(sitting).sections
    version = corrected(world, sitting, f"  {world.resident.name}说要抽水  \n\n⟦3⟧ $x$ ")
    assert version.number == 2
    words = {one.key: one.words for one in sections_of(version)}
    assert words[key_of(sitting)] == "⟦1⟧说要抽水\n[3] $x$"
    assert MinutesVersion.objects.get(meeting=sitting, number=1).sections == before


def test_a_correction_that_changes_nothing_makes_no_version(world: World, sitting: Meeting) -> None:
    words = corrected(world, sitting, "抽水")
    assert corrected(world, sitting, " 抽水 ") == words


def test_what_was_counted_cannot_be_corrected(world: World, sitting: Meeting) -> None:
    before = sections_of(drafted(sitting))
    version = corrected(world, sitting, "x")
    assert [one.facts for one in sections_of(version)] == [one.facts for one in before]
    assert [one.tables for one in sections_of(version)] == [one.tables for one in before]


def test_only_chair_and_recorder_write_and_sign(world: World, sitting: Meeting) -> None:
    for person in (world.staff, world.resident, world.stranger, world.other_grid_worker):
        with pytest.raises(NotYours):
            corrected(world, sitting, "x", actor=person)
        with pytest.raises(NotYours):
            finish(sitting, actor=person, now=AFTER)
    finish(sitting, actor=world.grid_head, now=AFTER)
    for person in (world.staff, world.resident):
        with pytest.raises(NotYours):
            sign(sitting, actor=person, now=AFTER, digest=digest(sitting))


def test_a_page_that_is_behind_is_told_so(world: World, sitting: Meeting) -> None:
    seen = sitting.version
    corrected(world, sitting, "first", seen=seen)
    with pytest.raises(Stale):
        corrected(world, sitting, "second", seen=seen)


@pytest.mark.parametrize("words", ["a" * 6001, "a\x00b", "\ud800"])
def test_what_cannot_be_kept_is_refused(world: World, sitting: Meeting, words: str) -> None:
    with pytest.raises(Refused):
        corrected(world, sitting, words)
    assert drafted(sitting).number == 1


def test_both_sign_and_the_digest_stands_in_the_record(world: World, sitting: Meeting) -> None:
    finish(sitting, actor=world.grid_worker, now=AFTER)
    assert state(sitting) == MeetingState.MINUTED
    sign(sitting, actor=world.grid_head, now=AFTER, digest=digest(sitting))
    assert state(sitting) == MeetingState.MINUTED
    for _pressed in range(2):
        sign(sitting, actor=world.grid_worker, now=AFTER, digest=digest(sitting))
    assert state(sitting) == MeetingState.SIGNED
    entries = [one for one in timeline(sitting.stream) if one.kind == "council.minutes_signed"]
    assert [one.parameters["sha256"] for one in entries] == [digest(sitting)] * 2
    assert [one.parameters["as"] for one in entries] == ["chair", "recorder"]
    assert world.resident.name not in json.dumps([one.parameters for one in entries])
    with pytest.raises(NotYours):
        sign(sitting, actor=world.lead, now=AFTER, digest=digest(sitting))


def test_another_text_than_was_read_is_not_signed(world: World, sitting: Meeting) -> None:
    finish(sitting, actor=world.grid_worker, now=AFTER)
    read = digest(sitting)
    corrected(world, sitting, "etwas anderes")
    assert state(sitting) == MeetingState.CLOSED
    finish(sitting, actor=world.grid_worker, now=AFTER)
    with pytest.raises(Stale):
        sign(sitting, actor=world.grid_head, now=AFTER, digest=read)


def test_a_correction_leaves_the_signature_with_the_text_that_was_signed(
    world: World, sitting: Meeting
) -> None:
    finish(sitting, actor=world.grid_worker, now=AFTER)
    sign(sitting, actor=world.grid_head, now=AFTER, digest=digest(sitting))
    corrected(world, sitting, "x")
    finish(sitting, actor=world.grid_worker, now=AFTER)
    assert Signature.objects.get().version.number == 1
    both_sign(world, sitting)
    assert state(sitting) == MeetingState.SIGNED


def test_what_is_written_and_signed_is_never_changed(world: World, sitting: Meeting) -> None:
    published(world, sitting)
    with pytest.raises(WrongState):
        corrected(world, sitting, "x")
    for rows in (MinutesVersion.objects.all(), Signature.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        MinutesVersion.objects.update(number=9)
    with pytest.raises(DatabaseError), transaction.atomic():
        Signature.objects.update(digest="")


def test_an_addendum_stands_beside_and_counts_once_signed(world: World, sitting: Meeting) -> None:
    published(world, sitting)
    signed = digest(sitting)
    version = amend(sitting, actor=world.grid_worker, now=AFTER, text="应为 33 户")
    assert version.corrects == MinutesVersion.objects.get(number=1)
    assert state(sitting) == MeetingState.PUBLISHED
    public, inside = (
        read_by(world, sitting, person) for person in (world.stranger, world.resident)
    )
    assert public is not None
    assert inside is not None
    assert (public.addenda, [one.number for one in inside.addenda]) == ([], [2])
    with pytest.raises(WrongState):
        amend(sitting, actor=world.grid_worker, now=AFTER, text="noch eins")
    both_sign(world, sitting)
    again = read_by(world, sitting, world.stranger)
    assert again is not None
    assert again.main is not None
    assert [one.number for one in again.addenda] == [2]
    assert again.digest_of(again.main) == signed
    assert "应为 33 户" in [one.words for one in document_of(sitting).sections]


def test_an_addendum_nobody_signed_yet_can_still_be_corrected(
    world: World, sitting: Meeting
) -> None:
    published(world, sitting)
    amend(sitting, actor=world.grid_worker, now=AFTER, text="应为 33 户")
    version = correct(
        sitting, actor=world.grid_head, now=AFTER, words={"addendum": "应为 32 户"}, seen=None
    )
    assert version.corrects == MinutesVersion.objects.get(number=1)
    both_sign(world, sitting)
    assert [one.words for one in document_of(sitting).sections][-1] == "应为 32 户"


def test_who_reads_what_before_it_is_published(world: World, sitting: Meeting) -> None:
    for person in (world.grid_head, world.grid_worker, world.staff, world.lead, world.resident):
        assert read_by(world, sitting, person) is not None
    for other in (world.stranger, world.near_staff, world.far_grid_worker, None):
        assert read_by(world, sitting, other) is None
    published(world, sitting)
    public = read_by(world, sitting, None)
    assert public is not None
    assert public.version_numbered(1) is None
    assert not public.sheets


def test_whoever_was_there_is_told_but_no_guest_without_account(
    world: World, sitting: Meeting
) -> None:
    published(world, sitting)
    told = Notice.objects.filter(kind="council.minutes_published").values_list(
        "recipient", flat=True
    )
    assert set(told) == {world.resident.pk, world.neighbour.pk, world.mediator.pk}
    asked = Notice.objects.filter(kind="council.minutes_to_sign")
    assert [row.recipient for row in asked] == [world.grid_head]


def test_a_member_erased_keeps_a_pseudonym_and_the_signature_still_fits(
    world: World, sitting: Meeting
) -> None:
    published(world, sitting)
    signed = digest(sitting)
    name = world.resident.name
    assert name in str(document_of(sitting))
    wanted = MinutesPaper.objects.get(meeting=sitting).wanted_at
    erase_person(world.resident, actor=world.resident, now=AFTER.replace(hour=23))
    assert digest(sitting) == signed
    assert name not in str(document_of(sitting))
    row = MinutesName.objects.get(meeting=sitting, person=world.resident)
    assert (row.name, bytes(row.salt)) == ("", b"")
    assert MinutesPaper.objects.get(meeting=sitting).wanted_at > wanted


def test_a_name_changed_later_leaves_the_minutes_as_they_were(
    world: World, sitting: Meeting
) -> None:
    name = world.resident.name
    world.resident.name = "另一个名字"
    world.resident.save()
    assert name in str(document_of(sitting))


def test_holders_are_those_of_the_sitting(world: World, sitting: Meeting) -> None:
    published(world, sitting)
    found = Signature.objects.values_list("holder", "person")
    assert dict(found) == {
        KeyHolder.CHAIR: world.grid_head.pk,
        KeyHolder.RECORDER: world.grid_worker.pk,
    }


def test_minutes_hold_no_number_and_no_door(world: World, sitting: Meeting) -> None:
    corrected(world, sitting, "找139-0533-1234，微信wang_abc1，\u200b住3号楼2单元501")
    text = str([section.words for section in sections_of(drafted(sitting))])
    assert "找×××，微信×××，住3号楼" in text
