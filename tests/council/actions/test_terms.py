"""What the clock tells of candidacies, and who reads why a term ended."""

from __future__ import annotations

from datetime import date, timedelta

from django.test import Client

from council.actions.candidacies.recommend import recommend
from council.actions.candidacies.refuse import refuse
from council.actions.candidacies.tell_posting_over import tell_posting_over
from council.actions.members.recall import recall
from council.enums.members import CandidacyState
from council.models import Candidacy, Council, CouncilMember
from notifications.models import Notice
from tests.council.actions.test_way_to_a_seat import AFTER, posted
from tests.council.conftest import NOW, recommended
from tests.harness.signing_in import signed_in
from tests.world import World


def over() -> set[str]:
    notices = Notice.objects.filter(kind="council.posting_over").select_related("recipient")
    return {str(notice.recipient) for notice in notices}


def test_the_staff_are_told_once_when_a_posting_is_over(world: World, candidacy: Candidacy) -> None:
    posted(world, candidacy)
    tell_posting_over(now=NOW)
    assert over() == set()
    for hours in (0, 1):
        tell_posting_over(now=AFTER + timedelta(hours=hours))
    assert over() == {str(world.staff), str(world.lead)}
    assert Notice.objects.filter(kind="council.posting_over").count() == 2


def test_postings_of_one_council_that_end_together_are_told_together(
    world: World, candidacy: Candidacy, council: Council
) -> None:
    posted(world, candidacy)
    given = recommended("李秀英")
    posted(world, recommend(council, actor=world.resident, now=NOW, recommendation=given))
    tell_posting_over(now=AFTER)
    assert over() == set()
    told = Notice.objects.filter(kind="council.postings_over")
    assert {str(one.recipient) for one in told} == {str(world.staff), str(world.lead)}
    assert {one.parameters["number"] for one in told} == {2}
    tell_posting_over(now=AFTER)
    assert told.count() == 2


def test_of_what_was_refused_meanwhile_nobody_is_told(world: World, candidacy: Candidacy) -> None:
    posted(world, candidacy)
    refuse(candidacy, actor=world.staff, now=NOW, reason="不住这里")
    tell_posting_over(now=AFTER)
    assert over() == set()


def test_why_somebody_was_recalled_is_read_by_them_and_by_the_staff(
    world: World, member: CouncilMember, client: Client
) -> None:
    recall(member, actor=world.lead, now=NOW, met_on=date(2026, 11, 10), reason="长期不参加")
    (told,) = Notice.objects.filter(kind="council.recalled")
    assert told.recipient == member.person
    for person in (member.person, world.staff, world.lead):
        assert "长期不参加" in signed_in(person).get(told.link).content.decode()
    for person in (world.resident, world.grid_worker, world.near_staff):
        assert signed_in(person).get(told.link).status_code == 404
    assert client.get(told.link).status_code == 302
    day = f"/councils/ZJD-1/?on={NOW.date().isoformat()}"
    assert told.link in signed_in(world.staff).get(day).content.decode()
    assert told.link not in client.get(day).content.decode()


def test_the_desk_of_the_community_says_who_waits_for_it(
    world: World, candidacy: Candidacy
) -> None:
    desk, staff = "/desk/community/ZJD/", signed_in(world.staff)
    assert "/councils/#waiting" not in staff.get(desk).content.decode()
    Candidacy.objects.update(state=CandidacyState.SECONDED)
    assert "/councils/#waiting" in staff.get(desk).content.decode()
    assert (
        "/councils/#waiting"
        not in signed_in(world.near_staff).get("/desk/community/ZJX/").content.decode()
    )
