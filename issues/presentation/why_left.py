"""Why a body no longer has a matter: the rule, the date that was missed, the reason typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from clocks.dates import date_of_moment
from clocks.words import duration_words
from issues.enums.turns import TurnCause
from issues.models import Assignment, Deadline
from issues.presentation.causes import why_left


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """`leads` are all turns of leads, `missed` the clocks that were missed in those that ended.

    Only readers `inside` the matter read what people typed.
    """

    leads: Sequence[Assignment]
    missed: Sequence[Deadline]
    now: datetime
    inside: bool

    def why(self, turn: Assignment) -> str:
        """`There was no result on time, so it went up by itself. It was due by 19 November.`"""
        following = self._following(turn)
        kind = "" if following is None else following.missed_kind
        why = why_left(turn.left_cause, kind)
        due = self._due(turn, kind) if turn.left_cause == TurnCause.CLOCK else ""
        return _("{why} It was due by {date}.").format(why=why, date=due) if due else why

    def reason(self, turn: Assignment) -> str:
        """What whoever sent it on has typed."""
        following = self._following(turn)
        return following.reason if self.inside and following is not None else ""

    def line(self, turn: Assignment) -> str:
        """A sentence for an earlier turn: who had it, how long, and why it left."""
        left = turn.left_at or turn.started_at
        line = _("{body}: {duration}. {why}").format(
            body=turn.body.display_name,
            duration=duration_words(left - turn.started_at),
            why=self.why(turn),
        )
        reason = self.reason(turn)
        return _("{line} “{reason}”").format(line=line, reason=reason) if reason else line

    def _following(self, turn: Assignment) -> Assignment | None:
        return next((one for one in self.leads if one.turn == turn.turn + 1), None)

    def _due(self, turn: Assignment, kind: str) -> str:
        due = [
            clock.due_at
            for clock in self.missed
            if clock.assignment_id == turn.pk and clock.kind == kind
        ]
        return date_of_moment(max(due), self.now) if due else ""
