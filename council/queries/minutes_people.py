"""Who is named in minutes, by a number each; everybody else is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from council.minutes.names import mark_of
from council.models import Presence, Roll
from council.queries.state import SittingState


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInMinutes:
    """`is_public`: members, chair and recorder, who hold an office."""

    number: int
    person: User | None
    name: str
    standing: str
    is_public: bool


@dataclass(frozen=True, kw_only=True)
class MinutesPeople:
    roll: Sequence[Roll]
    named: Sequence[NamedInMinutes]
    by_roll: Mapping[int, int]
    by_person: Mapping[int, int]
    by_uid: Mapping[str, int]
    stays: Mapping[int, Sequence[Presence]]

    @property
    def numbers(self) -> dict[str, int]:
        """By name; of two of the same name the first on the roll."""
        return {one.name: one.number for one in reversed(self.named) if one.name}

    def mark_of_roll(self, key: int) -> str:
        return mark_of(self.by_roll[key])

    def mark_of_person(self, key: int | None) -> str:
        return "" if key is None else mark_of(self.by_person[key])


def people_of(state: SittingState) -> MinutesPeople:
    """One statement more than the state, with all that minutes ask beside it."""
    meeting, roll = state.meeting, [line.roll for line in state.roll]
    officers = {meeting.chair_id, meeting.recorder_id}
    named = [
        NamedInMinutes(
            number=number,
            person=row.person,
            name=row.call_name,
            standing=str(row.get_standing_display()),
            is_public=row.is_member or (row.person_id is not None and row.person_id in officers),
        )
        for number, row in enumerate(roll, start=1)
    ]
    known = {row.person_id: number for number, row in enumerate(roll, start=1) if row.person_id}
    for person, standing in ((meeting.chair, _("chair")), (meeting.recorder, _("recorder"))):
        if person is not None and person.pk not in known:
            number = len(named) + 1
            known[person.pk] = number
            one = NamedInMinutes(
                number=number, person=person, name=str(person), standing=standing, is_public=True
            )
            named.append(one)
    return MinutesPeople(
        roll=roll,
        named=named,
        by_roll={row.pk: number for number, row in enumerate(roll, start=1)},
        by_person=known,
        by_uid={str(row.uid): number for number, row in enumerate(roll, start=1)},
        stays=state.rows.stays,
    )
