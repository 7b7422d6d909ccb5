"""Merging is no way out of a clock, and nobody who follows is left behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import User
from grids.queries.standing import standing_of
from grids.standing import VISITOR
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.confirm import confirm
from issues.actions.decline import decline
from issues.actions.hide import hide
from issues.actions.join import join
from issues.actions.merge import merge
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.actions.withdraw import withdraw
from issues.enums.activity import Resolved
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level
from issues.models import Commitment, Deadline, Issue
from issues.queries.visible import visible_to
from ledger.models import Entry
from ledger.queries.timeline import timeline
from tests.harness.signing_in import signed_in
from tests.issues.actions.doing import entry, refused
from tests.issues.actions.sweeping import clock, fresh, running, told
from tests.issues.staging import MINUTE, MONDAY, published, raised, settled
from tests.issues.talking import doorstep
from tests.world import World

LATER = MONDAY + timedelta(hours=1)
SMALL, URGENT, HARD, MAJOR = MatterClass


def of_class(world: World, matter_class: MatterClass, issue: Issue | None = None) -> Issue:
    issue = issue or published(world)
    category = world.categories["sewers"]
    classify(
        issue,
        actor=world.grid_worker,
        now=MONDAY + 3 * MINUTE,
        matter_class=matter_class,
        category=category,
        reason="现场看过",
    )
    return fresh(issue)


def of_another(issue: Issue, reporter: User) -> Issue:
    Issue.objects.filter(pk=issue.pk).update(reporter=reporter)
    return fresh(issue)


def merged(world: World, issue: Issue, into: Issue) -> Issue:
    merge(issue, into=into, actor=world.grid_worker, now=LATER)
    return fresh(into)


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [(SMALL, URGENT, URGENT), (URGENT, SMALL, URGENT), (SMALL, HARD, HARD), (HARD, URGENT, HARD)],
)
def test_the_stricter_class_holds(
    world: World, mine: MatterClass, theirs: MatterClass, kept: MatterClass
) -> None:
    into = merged(world, of_class(world, theirs), of_class(world, mine))
    assert into.matter_class == kept
    assert into.stage == Stage.TOPIC


def test_a_major_matter_takes_the_other_to_the_community(world: World) -> None:
    major = of_class(world, MAJOR)
    assert major.level == Level.COMMUNITY
    receive(major, actor=world.staff, now=LATER)
    old = of_class(world, SMALL)
    merge(major, into=old, actor=world.staff, now=LATER)
    old = fresh(old)
    assert (old.matter_class, old.level) == (MAJOR, Level.COMMUNITY)
    assert "agenda" in running(old)


def test_an_urgent_matters_dates_and_the_talk_owed_are_owed_by_the_one_that_stays(
    world: World,
) -> None:
    urgent, small = published(world, danger=True), of_class(world, SMALL)
    owed = {kind: clock(urgent, kind).due_at for kind in (DeadlineKind.RESOLVE, DeadlineKind.TALK)}
    small = merged(world, urgent, small)
    assert {kind: clock(small, kind).due_at for kind in owed} == owed
    assert running(fresh(urgent)) == set()
    sweep(now=owed[DeadlineKind.TALK])
    assert told(world.staff, "missed_below") >= 1


def test_the_record_says_what_was_taken_and_names_neither(world: World) -> None:
    urgent, small = published(world, danger=True), of_class(world, SMALL)
    small = merged(world, urgent, small)
    told_there = timeline(small.stream)[-1]
    assert told_there.kind == "issue.merged_here"
    assert told_there.parameters["class"] == URGENT
    assert "talk" in told_there.parameters["clocks"]


def test_no_public_record_names_a_matter_whichever_way_it_ceases_to_be_public(
    world: World,
) -> None:
    first, second = published(world), of_another(published(world), world.neighbour)
    merged(world, first, second)
    hide(fresh(second), actor=world.grid_worker, now=LATER, reason="写了别人家的事")
    bodies = b"".join(bytes(one.body) for one in Entry.objects.filter(stream__name=first.stream))
    assert second.reference.encode() not in bodies
    bodies = b"".join(bytes(one.body) for one in Entry.objects.filter(stream__name=second.stream))
    assert first.reference.encode() not in bodies


def test_the_earliest_promise_and_the_hotlines_date_hold(world: World) -> None:
    early, late = published(world), published(world)
    soon = MONDAY + timedelta(hours=5)
    Issue.objects.filter(pk=early.pk).update(promised_by=soon, outside_due_at=soon)
    late = merged(world, fresh(early), late)
    assert (late.promised_by, late.outside_due_at) == (soon, soon)


def test_what_nobody_has_classified_is_due_by_the_class_that_holds_from_when_it_began(
    world: World,
) -> None:
    """Three days until it is classified are no date for a hard matter."""
    first = published(world)
    hard = of_class(world, HARD, of_another(published(world), world.neighbour))
    due = clock(hard, DeadlineKind.RESOLVE).due_at
    assert clock(first, DeadlineKind.RESOLVE).due_at < due
    assert clock(merged(world, first, hard), DeadlineKind.RESOLVE).due_at == due
    small = of_class(world, SMALL)
    sooner = clock(small, DeadlineKind.RESOLVE).due_at
    assert clock(merged(world, small, fresh(hard)), DeadlineKind.RESOLVE).due_at == sooner


def test_a_date_that_is_missed_already_is_missed_there_too(world: World) -> None:
    late, new = published(world), of_another(published(world), world.neighbour)
    missed = MONDAY + timedelta(minutes=30)
    Deadline.objects.filter(issue=late, kind="respond").update(
        due_at=missed, wake_at=missed, breached_at=missed
    )
    new = merged(world, fresh(late), new)
    assert clock(new, DeadlineKind.RESPOND).due_at == missed


def test_what_has_gone_up_takes_the_other_with_it(world: World) -> None:
    up, low = published(world), of_another(published(world), world.neighbour)
    push_up(up, actor=world.grid_worker, now=LATER, reason="办不了", tried="试过")
    merge(fresh(up), into=low, actor=world.staff, now=LATER)
    assert fresh(low).level == Level.COMMUNITY


def test_nothing_is_merged_into_what_waits_for_the_residents_word(world: World) -> None:
    done, issue = settled(world), published(world)
    with refused("Of that one the result is in already: it takes in no more.", field="into"):
        merge(issue, into=done, actor=world.grid_worker, now=MONDAY + timedelta(days=1))


@pytest.mark.parametrize("mine", [SMALL, URGENT])
def test_what_must_be_talked_over_is_not_merged_into_what_is_carried_out(
    world: World, mine: MatterClass
) -> None:
    begun, hard = of_class(world, mine), of_class(world, HARD)
    due = LATER + timedelta(days=1)
    commit(
        begun, actor=world.grid_worker, now=LATER, text="周五修", due_at=due,
        made_safe=mine == URGENT,
    )  # fmt: skip
    sentence = "That one is at being carried out, and this one must be talked over first."
    with refused(sentence, field="into"):
        merge(hard, into=fresh(begun), actor=world.grid_worker, now=LATER)


def test_what_a_body_promised_it_owes_in_the_one_that_stays(world: World) -> None:
    helped, other = of_class(world, HARD), of_another(of_class(world, HARD), world.neighbour)
    join(helped, actor=world.grid_worker, now=LATER, body=world.property_company, reason="请派车")
    due = LATER + timedelta(days=2)
    commit(fresh(helped), actor=world.partner_clerk, now=LATER, text="派车清淤", due_at=due)
    merged(world, fresh(helped), other)
    promise = Commitment.objects.get(issue=other)
    assert (promise.body, promise.text, promise.due_at) == (world.property_company, "派车清淤", due)
    assert Deadline.objects.running().filter(commitment=promise, due_at=due).exists()


def test_whoever_was_merged_and_all_supporters_are_told_what_becomes_of_it(world: World) -> None:
    into, own = published(world), of_another(published(world), world.neighbour)
    support(into, actor=world.stranger, now=LATER)
    into = merged(world, own, into)
    respond(into, actor=world.grid_worker, now=LATER, text="下午来看")
    classify(
        fresh(into), actor=world.grid_worker, now=LATER, matter_class=SMALL,
        category=world.categories["sewers"],
    )  # fmt: skip
    due = LATER + timedelta(hours=6)
    commit(fresh(into), actor=world.grid_worker, now=LATER, text="今晚修", due_at=due)
    for person in (world.neighbour, world.stranger):
        assert told(person, "responded_there") == 1
        assert told(person, "committed_there") == 1
    assert told(world.resident, "responded_there") == 0


def test_whoever_was_merged_reads_what_was_answered_since_without_who_the_other_is(
    world: World,
) -> None:
    into, own = published(world), of_another(published(world), world.neighbour)
    respond(into, actor=world.grid_worker, now=MONDAY + 4 * MINUTE, text="先前已答复过")
    into = merged(world, own, fresh(into))
    said = f"{world.resident.name}您好，下午来疏通"
    respond(into, actor=world.grid_worker, now=LATER + MINUTE, text=said)
    page = signed_in(world.neighbour).get(f"/issues/{into.reference}/").content.decode()
    assert "下午来疏通" in page
    assert world.resident.name not in page
    assert "先前已答复过" not in page
    others = signed_in(world.stranger).get(f"/issues/{into.reference}/").content.decode()
    assert "下午来疏通" not in others


def test_merged_on_they_read_what_was_answered_since_it_came_to_the_last(world: World) -> None:
    first, own = published(world), of_another(published(world), world.neighbour)
    last = of_another(published(world), world.stranger)
    first = merged(world, own, first)
    respond(last, actor=world.grid_worker, now=LATER + MINUTE, text="给别人的答复")
    merge(first, into=fresh(last), actor=world.grid_worker, now=LATER + 2 * MINUTE)
    respond(fresh(last), actor=world.grid_worker, now=LATER + 3 * MINUTE, text="给大家的答复")
    for person in (world.neighbour, world.resident):
        page = signed_in(person).get(f"/issues/{last.reference}/").content.decode()
        assert "给大家的答复" in page
        assert "给别人的答复" not in page
    # Neither reads what the other is called.
    said = f"{world.neighbour.name}、{world.resident.name}两位好"
    respond(fresh(last), actor=world.grid_worker, now=LATER + 4 * MINUTE, text=said)
    for person, other in ((world.neighbour, world.resident), (world.resident, world.neighbour)):
        page = signed_in(person).get(f"/issues/{last.reference}/").content.decode()
        assert "两位好" in page
        assert other.name not in page
    # Taken back, each goes on by itself, and may be merged anew.
    withdraw(fresh(last), actor=world.stranger, now=LATER + 5 * MINUTE)
    assert {fresh(one).merged_at for one in (own, first)} == {None}


def test_they_are_told_of_its_result_and_its_end(world: World) -> None:
    into, own = of_class(world, SMALL), of_another(published(world), world.neighbour)
    support(into, actor=world.stranger, now=LATER)
    into = merged(world, own, into)
    talk = doorstep(said="说好", agreed="疏通了")
    settle(into, actor=world.grid_worker, now=LATER, talk=talk, no_picture_reason="天黑")
    confirm(fresh(into), actor=world.resident, now=LATER, resolved=Resolved.SOLVED)
    for person in (world.neighbour, world.stranger):
        assert (told(person, "result_there"), told(person, "closed_there")) == (1, 1)


def test_they_are_told_that_it_is_declined(world: World) -> None:
    into, own = published(world), of_another(published(world), world.neighbour)
    support(into, actor=world.stranger, now=LATER)
    decline(merged(world, own, into), actor=world.grid_worker, now=LATER, where_to="12345")
    assert told(world.neighbour, "declined_there") == told(world.stranger, "declined_there") == 1


def test_hidden_it_is_still_read_by_whoever_was_merged_and_supporters_are_told(
    world: World,
) -> None:
    into, own = published(world), of_another(published(world), world.neighbour)
    support(into, actor=world.stranger, now=LATER)
    into = merged(world, own, into)
    hide(into, actor=world.grid_worker, now=LATER, reason="写了别人家的事")
    assert (told(world.neighbour, "hidden"), told(world.stranger, "hidden_there")) == (1, 1)

    def may_read(person: User | None) -> bool:
        standing = VISITOR if person is None else standing_of(person, now=LATER)
        return visible_to(standing).filter(pk=into.pk).exists()

    assert fresh(into).visibility == Visibility.HIDDEN
    assert [may_read(one) for one in (world.neighbour, world.stranger, None)] == [
        True,
        False,
        False,
    ]


def test_each_finds_the_other_as_far_as_they_may_read_it(world: World) -> None:
    into, own = published(world), of_another(raised(world), world.neighbour)
    merge(own, into=into, actor=world.grid_worker, now=LATER)
    hide(fresh(into), actor=world.grid_worker, now=LATER, reason="写了别人家的事")
    there, here = f"/issues/{into.reference}/", f"/issues/{own.reference}/"
    assert there in signed_in(world.neighbour).get(here).content.decode()
    assert signed_in(world.neighbour).get(there).status_code == 200
    assert there in signed_in(world.grid_worker).get(here).content.decode()
    assert here in signed_in(world.grid_worker).get(there).content.decode()
    assert here not in signed_in(world.neighbour).get(there).content.decode()


def test_what_was_merged_goes_on_by_itself_once_the_other_is_taken_back(world: World) -> None:
    into, own = published(world, danger=True), of_another(published(world), world.neighbour)
    support(into, actor=world.stranger, now=LATER)
    due = clock(into, DeadlineKind.RESOLVE).due_at
    into = merged(world, own, into)
    withdraw(into, actor=world.resident, now=LATER + MINUTE)
    own = fresh(own)
    assert fresh(into).stage == Stage.WITHDRAWN
    assert (own.is_open, own.merged_into, own.reporter) == (True, None, world.neighbour)
    assert own.matter_class == URGENT
    assert clock(own, DeadlineKind.RESOLVE).due_at <= due
    assert told(world.neighbour, "split_off") == 1
    assert told(world.neighbour, "withdrawn_there") == 0
    assert told(world.stranger, "withdrawn_there") == 1
    assert entry(own, "split_off").parameters == {}


def test_whoever_spoke_to_what_goes_on_is_told_that_it_does(world: World) -> None:
    into, own = published(world), of_another(published(world), world.neighbour)
    support(own, actor=world.stranger, now=LATER)
    into = merged(world, fresh(own), into)
    withdraw(into, actor=world.resident, now=LATER + MINUTE)
    assert told(world.stranger, "split_off") == 1
    assert told(world.stranger, "withdrawn_there") == 0


def test_what_stays_private_is_no_major_matter_once_it_is_split_off(world: World) -> None:
    into, own = (
        of_class(world, MAJOR),
        of_another(raised(world, private_wish=True), world.neighbour),
    )
    merge(own, into=into, actor=world.grid_worker, now=LATER)
    withdraw(fresh(into), actor=world.resident, now=LATER + MINUTE)
    assert (fresh(own).matter_class, fresh(own).stage) == ("", Stage.COLLECT)


def test_what_is_split_off_was_never_read_by_the_others(world: World) -> None:
    into, own = published(world), of_another(raised(world), world.neighbour)
    merge(own, into=into, actor=world.grid_worker, now=LATER)
    withdraw(fresh(into), actor=world.resident, now=LATER + MINUTE)
    assert fresh(own).visibility == Visibility.PENDING
    standing = standing_of(world.neighbour, now=LATER)
    assert visible_to(standing).filter(pk=own.pk).exists()


def test_a_class_taken_away_and_given_back_is_no_delay(world: World) -> None:
    issue = published(world, danger=True)
    first = clock(issue, DeadlineKind.TALK).due_at
    of_class(world, SMALL, issue)
    assert "talk" not in running(fresh(issue))
    again = MONDAY + timedelta(hours=2)
    classify(fresh(issue), actor=world.grid_worker, now=again, matter_class=URGENT, reason="又险了")
    assert clock(fresh(issue), DeadlineKind.TALK).due_at == first


@pytest.mark.parametrize(("mine", "theirs"), [(SMALL, HARD), (URGENT, HARD), (URGENT, MAJOR)])
def test_a_stricter_class_makes_no_date_of_the_one_that_stays_later(
    world: World, mine: MatterClass, theirs: MatterClass
) -> None:
    kinds = {DeadlineKind.RESOLVE} | ({DeadlineKind.TALK} if mine == URGENT else set())
    into = of_class(world, mine)
    other = of_class(world, theirs, of_another(published(world), world.neighbour))
    before = {kind: clock(into, kind).due_at for kind in kinds}
    holder = world.staff if theirs == MAJOR else world.grid_worker
    merge(other, into=into, actor=holder, now=LATER)
    assert all(clock(fresh(into), kind).due_at <= due for kind, due in before.items())
    assert fresh(into).matter_class == theirs


@pytest.mark.parametrize("minutes", [-30, 60])
def test_what_goes_up_with_another_keeps_the_date_it_was_nearly_or_already_late_with(
    world: World, minutes: int
) -> None:
    due = LATER + minutes * MINUTE
    low = of_class(world, SMALL)
    missed = due if due <= LATER else None
    running = Deadline.objects.running().filter(issue=low, kind=DeadlineKind.RESOLVE)
    running.update(due_at=due, wake_at=due, breached_at=missed)
    up = of_class(world, SMALL, of_another(published(world), world.neighbour))
    push_up(up, actor=world.grid_worker, now=LATER, reason="办不了", tried="试过")
    merge(fresh(up), into=fresh(low), actor=world.staff, now=LATER)
    assert fresh(low).level == Level.COMMUNITY
    assert clock(low, DeadlineKind.RESOLVE).due_at == due
    assert DeadlineKind.RESOLVE in timeline(low.stream)[-1].parameters["clocks"]


def test_an_urgent_talk_that_was_missed_is_owed_by_the_major_matter_too(world: World) -> None:
    into = of_class(world, URGENT)
    major = of_class(world, MAJOR, of_another(published(world), world.neighbour))
    missed = MONDAY + timedelta(minutes=30)
    Deadline.objects.running().filter(issue=into, kind=DeadlineKind.TALK).update(
        due_at=missed, wake_at=missed, breached_at=missed
    )
    merge(major, into=fresh(into), actor=world.staff, now=LATER)
    assert clock(fresh(into), DeadlineKind.TALK).due_at == missed


def test_an_urgent_matter_is_no_way_past_the_talk_that_a_hard_one_needs(world: World) -> None:
    hard, urgent = of_class(world, HARD), of_another(published(world, danger=True), world.neighbour)
    kinds = (DeadlineKind.RESOLVE, DeadlineKind.TALK)
    owed = {kind: clock(urgent, kind).due_at for kind in kinds}
    hard = merged(world, urgent, hard)
    assert hard.matter_class == HARD
    assert {kind: clock(hard, kind).due_at for kind in kinds} == owed
    with refused("Only small and urgent matters are settled on the spot."):
        settle(hard, actor=world.grid_worker, now=LATER, talk=doorstep(), no_picture_reason="天黑")
