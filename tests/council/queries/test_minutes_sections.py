"""What is drafted when a sitting ends."""

from __future__ import annotations

import time

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from council.casework.first_draft import write_draft
from council.minutes.drafting import draft_of
from council.minutes.sections import Section
from council.models import Council, Meeting, MinutesName, MinutesVersion
from council.queries.minutes import sections_of
from council.queries.minutes_sections import sitting_log
from council.queries.state import state_of_meeting
from tests.council.held import END, WALKED_IN, a_meeting, drafted, held
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting(world: World, council: Council) -> Meeting:
    with translation.override("en"):
        return held(world, council)


def section(meeting: Meeting, ending: str) -> Section:
    return next(one for one in sections_of(drafted(meeting)) if one.key.endswith(ending))


def english(meeting: Meeting) -> dict[str, Section]:
    """Drafted once more, in the language in which the sentences are written here."""
    with translation.override("en"):
        return {
            one.key.split(":", 1)[-1]: one
            for one in draft_of(sitting_log(state_of_meeting(meeting, now=END)))
        }


def facts(section: Section) -> dict[str, str]:
    return {fact.label: fact.value for fact in section.facts}


def test_it_says_when_where_and_how_many(sitting: Meeting) -> None:
    found = facts(english(sitting)["sitting"])
    assert found["Time"] == "Monday 16 November 2026, 09:00 to 09:45"
    assert found["Place"] == "大槐树议事亭 · 三号楼前"
    assert found["Members · came"] == "3 people · 2 people, 66.7 %; 2/3 are needed"
    assert found["Pauses"] == "09:25–09:27"


def test_what_was_undone_is_not_in_it(sitting: Meeting) -> None:
    assert list(section(sitting, "sitting").commands) == [2, 6, 7, 8]
    assert list(section(sitting, "presence").commands) == [3]


def test_members_are_named_and_others_counted(sitting: Meeting) -> None:
    found = english(sitting)["presence"]
    assert [list(row) for row in found.tables[0].rows] == [
        ["⟦1⟧", "resident", "09:00", "09:45"],
        ["⟦2⟧", "resident", "09:03", "09:45"],
    ]
    assert facts(found) == {"Excused": "⟦3⟧ (ill)", "Also there": "resident 1 person"}


def test_what_was_said_names_nobody_but_by_mark(sitting: Meeting) -> None:
    said = english(sitting)["said"].words.splitlines()
    assert said == [
        "⟦1⟧ (for it): 先抽水，⟦2⟧也看见了",
        "⟦4⟧ (against it): 施工封路怎么办",
        "三十四户绕行。",
    ]


def test_each_round_has_its_rule_numbers_tellers_and_end(sitting: Meeting) -> None:
    found = english(sitting)
    void, counted = found["motion-1:round-1"], found["motion-1:round-2"]
    assert not void.tables
    assert facts(void)["Result"] == "Void: 数错了"
    numbers, shares = counted.tables[0].rows
    assert list(numbers) == ["Votes", "2", "0", "0", "0", "0", "2"]
    assert list(shares)[1] == "100.0 %"
    said = facts(counted)
    assert said["Tellers"] == "⟦1⟧, ⟦2⟧"
    assert said["for"] == "⟦1⟧, ⟦2⟧"
    assert said["Result"] == "adopted; too few were there when it closed"
    assert said["Rule"].endswith("abstentions count; 2 votes needed")


def test_the_decision_stands_with_its_dissent_and_who_does_it(sitting: Meeting) -> None:
    found = english(sitting)
    assert found["decided"].words == "由社区上报街道"
    assert facts(found["decided"])["Owners still decide"] == "动用维修资金由业主表决"
    assert found["minority"].words == "先要方案"
    assert list(found["pledges"].tables[0].rows[0]) == [
        "雨天值守抽水",
        "物业服务中心",
        "20 December 2026",
        "asked",
    ]


def test_an_item_that_was_put_off_says_until_when(sitting: Meeting) -> None:
    items = [one for key, one in english(sitting).items() if key.startswith("item-")]
    assert facts(items[1])["What became of it"] == "put off, until 17 December 2026"


def test_names_lie_beside_the_text_and_of_a_guest_there_is_none(
    world: World, sitting: Meeting
) -> None:
    names = {row.number: row for row in MinutesName.objects.filter(meeting=sitting)}
    assert names[1].name == world.resident.name
    assert len(names[1].salt) == 32
    assert (names[4].name, names[4].digest, names[4].person_id) == ("", "", None)
    # Chair and recorder hold an office, on the roll or not.
    assert {names[5].name, names[6].name} == {world.grid_head.name, world.grid_worker.name}
    kept = str(drafted(sitting).sections)
    assert WALKED_IN not in kept
    assert world.resident.name not in kept


def test_it_is_drafted_once(sitting: Meeting) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write_draft(state_of_meeting(sitting, now=END), now=END)
    assert MinutesVersion.objects.filter(meeting=sitting).count() == 1


def test_a_rehearsal_has_no_minutes(world: World, council: Council) -> None:
    meeting = a_meeting(world, council, rehearsal=True)
    write_draft(state_of_meeting(meeting, now=END), now=END)
    assert not MinutesVersion.objects.filter(meeting=meeting).exists()


def test_a_draft_takes_a_fixed_number_of_statements_and_less_than_a_second(
    sitting: Meeting, django_assert_max_num_queries: object
) -> None:
    began = time.monotonic()
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        draft_of(sitting_log(state_of_meeting(sitting, now=END)))
    assert time.monotonic() - began < 1
