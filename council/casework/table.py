"""A locked sitting, one command to it, and what undoing that would need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Subquery
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.queries.prepared import Given, PreparedQuery, given_key
from acting.actions.write_rows import update_rows
from acting.refusals import Refused
from council.acts.table import TABLE_ACTS, at_table, may, state_allows, why_not
from council.addresses import address_of_meeting
from council.casework.case import CouncilCase
from council.casework.log import (
    check_new,
    ids_are_new,
    lock_and_count,
    new_command,
    write_command,
)
from council.enums.table import TableAct
from council.facts.table import TableFacts
from council.inputs import Sent
from council.models import AgendaItem, Command, Meeting, Speech
from council.order.times import happened_at
from council.queries.roll import RollLine
from council.queries.state import SittingState, state_of_meeting, with_slip
from council.queries.table import table_facts
from council.refusals import NotYours, OtherTable, WrongState
from grids.actions.record_and_tell import RecordedAndTold
from ledger.new_entry import NewEntry


@dataclass(slots=True, kw_only=True)
class TableCase(CouncilCase):
    meeting: Meeting
    state: SittingState
    facts: TableFacts
    at: datetime
    parameters: dict[str, Any] = field(default_factory=dict)
    inverse: list[dict[str, Any]] = field(default_factory=list)
    # New rows to be inserted with the command. Undoing leaves them, and nobody needs their keys.
    beside: list[models.Model] = field(default_factory=list)
    # More such rows, which refer to the command and so are made once it exists.
    afterwards: list[Callable[[Command], Iterable[models.Model]]] = field(default_factory=list)

    def record(
        self, kind: str, parameters: Mapping[str, Any] | None = None, *, inside: bool = False
    ) -> None:
        """Add an entry to the sitting's record; a rehearsal adds none."""
        if self.meeting.rehearsal:
            return
        self.changes.entries.append(
            NewEntry(
                stream=self.meeting.stream,
                kind=f"council.{kind}",
                actor_id=None if self.actor is None else self.actor.pk,
                happened_at=self.at,
                public=not inside,
                parameters=parameters or {},
            )
        )

    def make(self, row: models.Model) -> None:
        """Store a new row that undoing takes away."""
        row.save(force_insert=True)
        made = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        self.inverse.append(
            {
                "model": row._meta.model_name,
                "key": row.pk,
                "is": {name: _plain(value) for name, value in made.items()},
            }
        )

    def change(self, row: models.Model, **values: Any) -> None:
        """Store new values that undoing puts back."""
        self.change_all([row], **values)

    def change_all(self, rows: Sequence[models.Model], **values: Any) -> None:
        """The same values of several rows of one model, in one statement."""
        for row in rows:
            was = {name: getattr(row, name) for name in values}
            for name, value in values.items():
                setattr(row, name, value)
            self.inverse.append(
                {
                    "model": row._meta.model_name,
                    "key": row.pk,
                    "was": {name: _plain(value) for name, value in was.items()},
                    "is": {name: _plain(value) for name, value in values.items()},
                }
            )
        update_rows(rows, list(values))

    @property
    def item(self) -> AgendaItem:
        item = self.state.item_on
        if item is None:
            raise WrongState
        return item

    @property
    def speech(self) -> Speech:
        speech = self.state.speech_on
        if speech is None:
            raise WrongState
        return speech

    def line(self, uid: UUID | None) -> RollLine:
        """The line that is meant: at the table anybody's, otherwise the sender's own.

        Raises NotYours for another person's line, OtherTable where another device speaks for
        others, Refused for one that isn't of this sitting.
        """
        own = self.me
        if uid is None:
            if own is None:
                raise Refused(_("Say first that you are here."), field="roll")
            return own
        line = next((line for line in self.state.roll if line.roll.uid == uid), None)
        if line is None:
            raise Refused(_("This person is not on the roll of this sitting."), field="roll")
        if line is not own:
            self.check_table()
        return line

    def check_table(self) -> None:
        """What is done for others is done at the table. Raises NotYours or OtherTable."""
        if not self.is_at_table:
            raise NotYours
        if not self.facts.holds_table:
            raise OtherTable

    @property
    def is_at_table(self) -> bool:
        return at_table(self.facts)

    @property
    def me(self) -> RollLine | None:
        return self.state.line_of(self.facts.user_id)


@contextmanager
def opened_table(
    meeting: Meeting, act: TableAct, *, actor: User, now: datetime, sent: Sent
) -> Iterator[TableCase]:
    """Lock the sitting, apply one command to it once, write the log, and tell the screens.

    Raises AlreadyDone where the command was applied before; NotYours, OtherTable or WrongState;
    Refused with the sentence that says what must come first.
    """
    with ids_are_new(), transaction.atomic():
        row = _lock(meeting.pk, sent.uid)
        check_new(row, act, same_of=row.same_of, same_kind=row.same_kind)
        state = state_of_meeting(row, now=now)
        facts = table_facts(state, user_id=actor.pk, device=sent.device)
        _check(act, facts)
        case = TableCase(
            council=row.council,
            actor=actor,
            changes=RecordedAndTold(now=now),
            subject=row.uid,
            link=address_of_meeting(row),
            meeting=row,
            state=state,
            facts=facts,
            at=happened_at(sent.happened_at, opened_at=row.opened_at, received_at=now),
        )
        yield case
        _close(case, act, actor, sent)


def _lock(key: int, command: UUID) -> Any:
    """Only then read it: what joins it could otherwise be from before the wait.

    With what a command with this id was, and of which sitting, where there is one.
    """
    lock_and_count(key)
    (meeting,) = _with_command(meeting=key, command=command)
    return meeting


@PreparedQuery
def _with_command() -> models.QuerySet[Meeting, Any]:
    same = Command.objects.filter(uid=Given("command", models.UUIDField()))
    known = with_slip().filter(pk=given_key("meeting"))
    return known.annotate(
        same_of=Subquery(same.values("meeting")), same_kind=Subquery(same.values("kind"))
    )


def _check(act: TableAct, facts: TableFacts) -> None:
    if not may(act, facts):
        raise NotYours
    if not state_allows(act, facts):
        raise WrongState
    if TABLE_ACTS[act].needs_table and not facts.holds_table:
        raise OtherTable
    reason = why_not(act, facts)
    if reason:
        raise Refused(reason)


def _close(case: TableCase, act: TableAct, actor: User, sent: Sent) -> None:
    command = new_command(
        case.meeting,
        act,
        actor=actor,
        sent=sent,
        happened_at=case.at,
        received_at=case.now,
        parameters=case.parameters,
        inverse={"rows": case.inverse} if case.inverse else {},
    )
    made = [row for make in case.afterwards for row in make(command)]
    write_command(command, beside=[*case.beside, *made])
    case.changes.write_record()


def _plain(value: Any) -> Any:
    """To the microsecond, which Django's own JSON cuts off."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
