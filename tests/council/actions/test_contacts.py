"""A member's own list: private, without a trace, and a matter out of it in one tap."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from acting.refusals import Refused
from clocks.hours import SHANGHAI
from council.actions.contacts.drop_plan import drop_plan
from council.actions.contacts.forget_contact import forget_contact
from council.actions.contacts.nudge import nudge
from council.actions.contacts.plan_month import plan_month
from council.actions.contacts.raise_from_contact import raise_from_contact
from council.actions.contacts.write_contact import NewContact, write_contact
from council.enums.contacts import ContactWay
from council.models import Contact, ContactPlan, Council, CouncilMember
from council.queries.contacts import contacts_of, contacts_owed
from council.queries.coverage import coverage
from council.refusals import NotYours
from issues.enums.matter import Source, Visibility
from issues.models import Issue
from ledger.models import Entry
from notifications.models import Notice
from tests.council.conftest import NOW, a_member
from tests.world import World

MONTH = date(2026, 11, 1)
LAST_WEEK = datetime(2026, 11, 26, 9, 0, tzinfo=SHANGHAI)


def planned(member: CouncilMember, *households: str, **more: Any) -> list[ContactPlan]:
    given = {"actor": member.person, "now": NOW, "month": MONTH, **more}
    return plan_month(member, households=households, **given)


def noted(member: CouncilMember, **more: Any) -> Contact:
    plan, now = more.pop("plan", None), more.pop("now", NOW)
    held = NewContact(way=ContactWay.DOOR, **more)
    return write_contact(member, actor=member.person, now=now, plan=plan, held=held)


class TestPlan:
    def test_each_line_is_a_household_once(self, member: CouncilMember) -> None:
        planned(member, "3-2-401", "", "  裁缝铺 ", "3-2-401")
        planned(member, "裁缝铺", "老赵家")
        labels = ContactPlan.objects.order_by("pk").values_list("label", flat=True)
        assert list(labels) == ["3-2-401", "裁缝铺", "老赵家"]

    def test_thirty_a_month_are_enough(self, member: CouncilMember) -> None:
        planned(member, *(f"第{n}户" for n in range(30)))
        with pytest.raises(Refused) as refused:
            planned(member, "又一户")
        assert refused.value.field == "households"
        planned(member, "又一户", month=date(2026, 12, 1))

    @pytest.mark.parametrize("month", [date(2026, 10, 1), date(2027, 1, 1), date(2026, 11, 2)])
    def test_only_this_month_and_the_next_are_planned(
        self, member: CouncilMember, month: date
    ) -> None:
        with pytest.raises(Refused):
            planned(member, "3-2-401", month=month)

    def test_a_household_fits_on_a_line(self, member: CouncilMember) -> None:
        for wrong in ("户" * 41, "\x00", " "):
            with pytest.raises(Refused) as refused:
                planned(member, wrong)
            assert refused.value.field == "households"

    def test_nobody_plans_for_another_or_after_the_term(
        self, world: World, member: CouncilMember
    ) -> None:
        for given in ({"actor": world.staff}, {"now": datetime(2030, 1, 1, 9, tzinfo=SHANGHAI)}):
            month = date(2030, 1, 1) if "now" in given else MONTH
            with pytest.raises(NotYours):
                planned(member, "3-2-401", month=month, **given)


class TestHeld:
    def test_it_is_seen_to_once_it_is_written_down(
        self, world: World, member: CouncilMember
    ) -> None:
        (plan,) = planned(member, "3-2-401", building=world.building)
        assert contacts_owed(member.person_id, MONTH) == [plan]
        contact = noted(member, plan=plan, opinion="下水道又堵了")
        assert contacts_owed(member.person_id, MONTH) == []
        assert contacts_of(member.person_id, MONTH) == [contact]
        assert contact.building == world.building

    @pytest.mark.parametrize("at", [NOW + timedelta(minutes=1), NOW - timedelta(days=61)])
    def test_it_lies_in_the_last_two_months(self, member: CouncilMember, at: datetime) -> None:
        with pytest.raises(Refused) as refused:
            noted(member, at=at)
        assert refused.value.field == "held_at"

    def test_a_plan_of_somebody_else_is_not_met(
        self, world: World, council: Council, member: CouncilMember
    ) -> None:
        other = a_member(council, world.resident)
        (plan,) = planned(other, "3-2-401")
        with pytest.raises(NotYours):
            noted(member, plan=plan)
        assert not Contact.objects.exists()

    def test_nothing_of_it_is_recorded_or_told(self, member: CouncilMember) -> None:
        entries, notices = Entry.objects.count(), Notice.objects.count()
        (plan,) = planned(member, "3-2-401")
        contact = noted(member, plan=plan, opinion="下水道又堵了")
        forget_contact(contact, actor=member.person)
        drop_plan(plan, actor=member.person)
        assert (Entry.objects.count(), Notice.objects.count()) == (entries, notices)
        assert not Contact.objects.exists()
        assert not ContactPlan.objects.exists()

    def test_only_the_member_deletes(self, world: World, member: CouncilMember) -> None:
        (plan,) = planned(member, "3-2-401")
        contact = noted(member, plan=plan)
        for person in (world.lead, world.resident):
            with pytest.raises(NotYours):
                forget_contact(contact, actor=person)
            with pytest.raises(NotYours):
                drop_plan(plan, actor=person)
            with pytest.raises(NotYours):
                raise_from_contact(
                    contact, actor=person, now=NOW, text="堵了", building=world.building
                )


class TestRaise:
    def test_what_was_said_becomes_a_matter_of_the_member_at_once(
        self, world: World, member: CouncilMember
    ) -> None:
        contact = noted(member, opinion="下水道又堵了", building=world.building, raises=True)
        issue = contact.issue
        assert issue is not None
        assert (issue.source, issue.reporter, issue.text) == (
            Source.CONTACT, member.person, "下水道又堵了",
        )  # fmt: skip
        assert issue.visibility == Visibility.PENDING

    def test_raised_twice_it_is_one_matter(self, world: World, member: CouncilMember) -> None:
        contact = noted(member, opinion="下水道又堵了")
        matters = {
            raise_from_contact(
                contact, actor=member.person, now=NOW, text="堵了", building=world.building
            ).reference
            for _ in range(2)
        }
        assert matters == {Issue.objects.get().reference}

    @pytest.mark.parametrize("given", [{"opinion": ""}, {"opinion": "堵了"}])
    def test_without_words_or_place_nothing_is_written(
        self, member: CouncilMember, given: dict[str, str]
    ) -> None:
        with pytest.raises(Refused):
            noted(member, raises=True, **given)
        assert not Contact.objects.exists()


class TestNudge:
    def told(self) -> list[int]:
        rows = Notice.objects.filter(kind="council.contacts_open").order_by("recipient")
        return list(rows.values_list("recipient", flat=True))

    def test_once_in_the_last_week_and_only_if_something_is_open(
        self, world: World, council: Council, member: CouncilMember
    ) -> None:
        other = a_member(council, world.resident)
        planned(member, "3-2-401", "裁缝铺")
        (seen,) = planned(other, "老赵家")
        noted(other, plan=seen)
        nudge(now=NOW)
        assert self.told() == []
        for hours in (0, 1, 48):
            nudge(now=LAST_WEEK + timedelta(hours=hours))
        assert self.told() == [member.person_id]

    def test_nobody_is_nudged_after_their_term(self, member: CouncilMember) -> None:
        planned(member, "3-2-401")
        CouncilMember.objects.update(term=(date(2026, 1, 1), date(2026, 11, 20)))
        nudge(now=LAST_WEEK)
        assert self.told() == []


def test_coverage_counts_by_building_and_hides_small_numbers(
    world: World, council: Council, member: CouncilMember
) -> None:
    for _ in range(2):
        noted(member, building=world.building)
    (row,) = coverage(council, now=NOW)
    assert (row.building, row.count, row.is_small) == ("机械厂家属院3号楼", 2, True)
    noted(member, building=world.building)
    noted(member, building=world.other_building)
    (row,) = coverage(council, now=NOW)
    assert (row.count, row.is_small) == (3, False)
    (row,) = coverage(council, now=NOW + timedelta(days=91))
    assert row.count == 0
