"""From a recommendation to a term, and all that stands in the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from acting.refusals import Refused
from council.actions.candidacies.answer_objection import answer_objection
from council.actions.candidacies.appoint import appoint
from council.actions.candidacies.check import check
from council.actions.candidacies.confirm import confirm
from council.actions.candidacies.note_consent import note_consent
from council.actions.candidacies.object import object_to
from council.actions.candidacies.post import post
from council.actions.candidacies.recommend import recommend
from council.actions.candidacies.refuse import refuse
from council.actions.candidacies.second import second
from council.actions.candidacies.withdraw import withdraw
from council.actions.members.excuse import excuse
from council.actions.members.recall import recall
from council.actions.members.renew import renew
from council.actions.members.resign import resign
from council.enums.members import CandidacyState, ConsentWay, EndedReason
from council.models import Candidacy, Council, CouncilMember, Objection
from council.queries.councils import members_as_of
from council.refusals import NotYours, Stale, WrongState
from notifications.models import Notice
from tests.council.conftest import NOW, recommended
from tests.world import World

AFTER = NOW + timedelta(days=10)


def seconded(world: World, candidacy: Candidacy) -> Candidacy:
    second(candidacy, actor=world.neighbour, now=NOW)
    return second(candidacy, actor=world.grid_worker, now=NOW)


def posted(world: World, candidacy: Candidacy) -> Candidacy:
    seconded(world, candidacy)
    note_consent(candidacy, actor=world.staff, now=NOW, way=ConsentWay.IN_PERSON)
    check(candidacy, actor=world.staff, now=NOW)
    return post(candidacy, actor=world.staff, now=NOW)


def member(world: World, candidacy: Candidacy) -> CouncilMember:
    posted(world, candidacy)
    confirm(candidacy, actor=world.lead, now=AFTER, met_on=date(2026, 11, 25))
    return appoint(candidacy, actor=world.lead, now=AFTER, first_day=date(2026, 12, 1))


def test_somebody_without_a_phone_becomes_a_member(world: World, candidacy: Candidacy) -> None:
    found = member(world, candidacy)
    assert found.person.phone is None
    assert str(found.person) == "何秀兰"
    assert (found.first_day, found.last_day) == (date(2026, 12, 1), date(2029, 11, 30))
    council = found.council
    assert members_as_of(council, date(2026, 11, 30)) == []
    assert members_as_of(council, date(2026, 12, 1)) == [found]
    assert members_as_of(council, date(2029, 11, 30)) == [found]
    assert members_as_of(council, date(2029, 12, 1)) == []


def test_a_name_is_posted_until_the_end_of_the_fifth_working_day(
    world: World, candidacy: Candidacy
) -> None:
    row = posted(world, candidacy)
    assert row.posted_until is not None
    assert timezone.localtime(row.posted_until).strftime("%F %H:%M") == "2026-11-23 17:30"


def test_enough_neighbours_second_once_each_and_the_staff_are_told(
    world: World, candidacy: Candidacy
) -> None:
    second(candidacy, actor=world.neighbour, now=NOW)
    with pytest.raises(WrongState, match="已经附议"):
        second(candidacy, actor=world.neighbour, now=NOW)
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.RECOMMENDED
    second(candidacy, actor=world.grid_worker, now=NOW)
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.SECONDED
    assert Notice.objects.filter(kind="council.to_check", recipient=world.staff).exists()


def test_neither_a_stranger_nor_whoever_recommended_seconds(
    world: World, candidacy: Candidacy
) -> None:
    for person in (world.resident, world.stranger, world.far_grid_worker):
        with pytest.raises(NotYours):
            second(candidacy, actor=person, now=NOW)


def test_nobody_recommends_where_they_have_no_home(world: World, council: Council) -> None:
    with pytest.raises(NotYours):
        recommend(council, actor=world.stranger, now=NOW, recommendation=recommended())
    assert not Candidacy.objects.exists()


def test_nobody_is_checked_who_did_not_agree(world: World, candidacy: Candidacy) -> None:
    seconded(world, candidacy)
    with pytest.raises(Refused, match="本人"):
        check(candidacy, actor=world.staff, now=NOW)


def test_an_objection_is_answered_before_anybody_is_confirmed(
    world: World, candidacy: Candidacy
) -> None:
    posted(world, candidacy)
    object_to(candidacy, actor=world.neighbour, now=NOW, text="她已经搬走了")
    with pytest.raises(Refused):
        object_to(candidacy, actor=world.neighbour, now=NOW, text="还有")
    with pytest.raises(Refused, match="异议"):
        confirm(candidacy, actor=world.lead, now=AFTER, met_on=date(2026, 11, 25))
    objection = Objection.objects.get()
    answer_objection(
        candidacy, actor=world.staff, now=NOW, objection=objection.uid, answer="核实过，没有搬。"
    )
    told = Notice.objects.filter(kind="council.objection_answered")
    assert [notice.recipient for notice in told] == [world.neighbour]
    confirm(candidacy, actor=world.lead, now=AFTER, met_on=date(2026, 11, 25))


def test_objections_end_with_the_posting(world: World, candidacy: Candidacy) -> None:
    posted(world, candidacy)
    with pytest.raises(WrongState):
        object_to(candidacy, actor=world.neighbour, now=AFTER, text="晚了")


@pytest.mark.parametrize("met_on", [date(2026, 11, 22), date(2026, 11, 27)])
def test_the_committee_meets_after_the_posting_and_not_in_the_future(
    world: World, candidacy: Candidacy, met_on: date
) -> None:
    posted(world, candidacy)
    with pytest.raises(Refused) as refused:
        confirm(candidacy, actor=world.lead, now=AFTER, met_on=met_on)
    assert refused.value.field == "met_on"


def test_only_the_lead_confirms_and_appoints(world: World, candidacy: Candidacy) -> None:
    posted(world, candidacy)
    with pytest.raises(NotYours):
        confirm(candidacy, actor=world.staff, now=AFTER, met_on=date(2026, 11, 25))


def test_nobody_is_appointed_where_all_seats_are_taken(world: World, candidacy: Candidacy) -> None:
    found = member(world, candidacy)
    other = Candidacy.objects.get()
    for name in ("甲", "乙"):
        row = recommend(
            found.council, actor=world.resident, now=NOW, recommendation=recommended(name)
        )
        posted(world, row)
        confirm(row, actor=world.lead, now=AFTER, met_on=date(2026, 11, 25))
        other = row
        if name == "甲":
            appoint(row, actor=world.lead, now=AFTER, first_day=date(2026, 12, 1))
    with pytest.raises(Refused) as refused:
        appoint(other, actor=world.lead, now=AFTER, first_day=date(2026, 12, 1))
    assert refused.value.field == "first_day"


def test_a_page_that_shows_what_was_is_stale(world: World, candidacy: Candidacy) -> None:
    seconded(world, candidacy)
    candidacy.refresh_from_db()
    with pytest.raises(Stale):
        refuse(candidacy, actor=world.staff, now=NOW, reason="不住这里", seen=1)


def test_it_ends_with_a_reason_or_is_taken_back(world: World, candidacy: Candidacy) -> None:
    with pytest.raises(NotYours):
        withdraw(candidacy, actor=world.neighbour, now=NOW)
    refuse(candidacy, actor=world.staff, now=NOW, reason="不住这里")
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.REFUSED
    with pytest.raises(WrongState):
        withdraw(candidacy, actor=world.resident, now=NOW)


class TestTerm:
    IN_IT = NOW + timedelta(days=30)

    def test_it_is_renewed_right_after_and_only_once(
        self, world: World, candidacy: Candidacy
    ) -> None:
        first = member(world, candidacy)
        new = renew(first, actor=world.lead, now=self.IN_IT, met_on=date(2026, 12, 10))
        assert new.first_day == date(2029, 12, 1)
        with pytest.raises(WrongState):
            renew(first, actor=world.lead, now=self.IN_IT, met_on=date(2026, 12, 10))

    def test_a_recall_ends_it_today_and_takes_back_what_was_to_follow(
        self, world: World, candidacy: Candidacy
    ) -> None:
        first = member(world, candidacy)
        renew(first, actor=world.lead, now=self.IN_IT, met_on=date(2026, 12, 10))
        met_on = date(2026, 12, 15)
        recall(first, actor=world.lead, now=self.IN_IT, met_on=met_on, reason="长期不参加")
        left = CouncilMember.objects.get()
        assert left.last_day == timezone.localdate(self.IN_IT)
        assert left.ended_reason == EndedReason.RECALLED

    def test_only_the_member_resigns(self, world: World, candidacy: Candidacy) -> None:
        first = member(world, candidacy)
        with pytest.raises(NotYours):
            resign(first, actor=world.lead, now=self.IN_IT)

    def test_leave_is_asked_for_days_to_come(self, world: World, candidacy: Candidacy) -> None:
        first = member(world, candidacy)
        with pytest.raises(Refused):
            excuse(
                first,
                actor=world.staff,
                now=self.IN_IT,
                first_day=date(2026, 12, 1),
                last_day=date(2026, 12, 20),
                reason="",
            )
        absence = excuse(
            first,
            actor=world.staff,
            now=self.IN_IT,
            first_day=date(2026, 12, 20),
            last_day=date(2026, 12, 20),
            reason="回老家",
        )
        assert absence.first_day == absence.last_day == date(2026, 12, 20)
