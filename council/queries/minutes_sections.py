"""A sitting that is over, as its minutes are drafted from it, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from council.enums.agenda import ItemState
from council.enums.floor import Side, SpeechState
from council.enums.table import TableAct
from council.minutes.log import (
    Attendant,
    ItemLog,
    LoggedCommand,
    PledgeLog,
    ResolutionLog,
    SittingLog,
    SpeechLog,
    Stay,
)
from council.minutes.names import held, mark_of
from council.models import (
    AgendaItem,
    Command,
    Meeting,
    Pledge,
    Resolution,
    Roll,
    Speech,
)
from council.queries.minutes_people import MinutesPeople, people_of
from council.queries.minutes_votes import Motions, motions_of
from council.queries.state import SittingState

ENDS_ITEM = frozenset({TableAct.END_ITEM, TableAct.POSTPONE_ITEM})


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Rows of one sitting by the item they belong to."""

    people: MinutesPeople
    motions: Motions
    speeches: Mapping[int, Sequence[Speech]]
    pledges: Mapping[int, Sequence[Pledge]]

    def typed(self, text: str) -> str:
        """What somebody typed, with marks for names."""
        return held(text, self.people.numbers)


def sitting_log(
    state: SittingState,
    people: MinutesPeople | None = None,
    *,
    closing: Command | None = None,
    following: Meeting | None = None,
) -> SittingLog:
    """`people` are numbered already where minutes are drafted once more; `closing` is the last
    command and `following` the next sitting, where they are not written yet.
    """
    meeting, found = state.meeting, people or people_of(state)
    gathered = _gather(state, found)
    following = following or state.rows.following
    assert meeting.opened_at is not None
    assert meeting.closed_at is not None
    return SittingLog(
        councils=[council.name for council in (meeting.council, *state.rows.joined)],
        convener=str(meeting.convener),
        place=gathered.typed(meeting.where_kept),
        kind=str(meeting.get_kind_display()),
        manner=str(meeting.get_manner_display()),
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        chair=found.mark_of_person(meeting.chair_id),
        recorder=found.mark_of_person(meeting.recorder_id),
        members_total=meeting.members_total or 0,
        quorum=(meeting.quorum_numerator, meeting.quorum_denominator),
        people=[_attendant(row, found) for row in found.roll],
        items=[
            _item(row, gathered, recused=_recused(state, row))
            for row in state.items
            if row.state != ItemState.DROPPED
        ],
        steps=_steps(state, found, closing),
        next_at=following.starts_at if following else None,
        next_place=gathered.typed(following.where_kept) if following else "",
    )


def _gather(state: SittingState, people: MinutesPeople) -> Gathered:
    ended = [row for row in state.speeches if row.state == SpeechState.ENDED]
    return Gathered(
        people=people,
        motions=motions_of(state, people),
        speeches=_by("item_id", sorted(ended, key=lambda row: (str(row.began_at), row.pk))),
        pledges=state.rows.pledges,
    )


def _recused(state: SittingState, row: AgendaItem) -> list[int]:
    """Keys of their lines, in the order of the roll."""
    return [line.key for line in state.roll if row.pk in line.recused_from]


def _by(name: str, rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _attendant(row: Roll, people: MinutesPeople) -> Attendant:
    return Attendant(
        mark=people.mark_of_roll(row.pk),
        standing=str(row.get_standing_display()),
        is_member=row.is_member,
        kind=str(row.get_kind_display()) if row.kind else "",
        council=row.council.name if row.council else "",
        apology=str(row.get_apology_display()) if row.apology else "",
        stays=[Stay(stay.came_at, stay.left_at) for stay in people.stays.get(row.pk, ())],
    )


def _item(row: AgendaItem, gathered: Gathered, *, recused: Sequence[int]) -> ItemLog:
    typed, people = gathered.typed, gathered.people
    resolution = getattr(row, "resolution", None)
    return ItemLog(
        key=key_of_item(row.uid),
        title=typed(row.title),
        reference=row.issue.reference if row.issue else "",
        why=str(row.get_why_display()),
        state=str(row.get_state_display()),
        is_done=row.state == ItemState.DONE,
        began_at=row.began_at,
        ended_at=row.ended_at,
        limits=typed(row.limits),
        note=typed(row.note),
        postponed_to=row.postponed_to,
        recused=[people.mark_of_roll(key) for key in recused],
        speeches=[_speech(speech, gathered) for speech in gathered.speeches.get(row.pk, ())],
        motions=gathered.motions.get(row.pk, ()),
        resolution=_resolution(resolution, gathered) if resolution else None,
    )


def _speech(row: Speech, gathered: Gathered) -> SpeechLog:
    side = "" if row.side == Side.NEITHER else str(row.get_side_display())
    who = gathered.people.mark_of_roll(row.roll_id)
    return SpeechLog(who=who, side=side, note=gathered.typed(row.note))


def _resolution(row: Resolution, gathered: Gathered) -> ResolutionLog:
    typed = gathered.typed
    return ResolutionLog(
        text=typed(row.text),
        adopted=row.adopted,
        effect=str(row.get_effect_display()),
        by_vote=row.vote_id is not None,
        minority=typed(row.minority),
        owners_note=typed(row.owners_note),
        assembly_note=typed(row.assembly_note),
        postponed_to=row.postponed_to,
        pledges=[
            PledgeLog(
                text=typed(pledge.text),
                who=str(pledge.body) if pledge.body else typed(pledge.outside_name),
                due_on=pledge.due_on,
                state=str(pledge.get_state_display()),
            )
            for pledge in gathered.pledges.get(row.pk, ())
        ],
    )


def key_of_item(uid: object) -> str:
    return f"item-{uid}"


def _steps(
    state: SittingState, people: MinutesPeople, closing: Command | None
) -> list[LoggedCommand]:
    """What was undone did not happen; undoing it neither."""
    on, found = "", []
    for row in [*state.rows.log, *([closing] if closing else [])]:
        named = row.parameters.get("item")
        about = key_of_item(named) if named else on
        found.append(
            LoggedCommand(
                seq=row.seq,
                kind=row.kind,
                at=row.happened_at,
                item=about,
                whom=_whom(people, row.parameters),
            )
        )
        if row.kind == TableAct.START_ITEM:
            on = about
        elif row.kind in ENDS_ITEM and about == on:
            on = ""
    return found


def _whom(people: MinutesPeople, parameters: Mapping[str, Any]) -> str:
    number = people.by_uid.get(str(parameters.get("roll", "")))
    return mark_of(number) if number else ""
