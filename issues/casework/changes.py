"""All that one act, or one batch of the sweep, changes: gathered first, then written together.

What was there is changed in one statement, by who holds the locks of its issues; what is new comes
after it, in another, and where it points to a new turn in a third. A result whose matter is solved
by then counts once with what is spent: the triggers of either statement see those before it. Then
come record and outbox (rules §6). The number of statements doesn't grow with the number of issues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db import models

from acting.actions.write_rows import insert_rows, insert_together, update_together
from grids.actions.record_and_tell import RecordedAndTold
from issues.casework.happenings import happenings_of
from issues.casework.index import index, index_first, is_said_anew
from issues.models import Assignment, Commitment, Deadline, Issue

Row = TypeVar("Row", bound=models.Model)

ISSUE_FIELDS = [
    "visibility",
    "category",
    "matter_class",
    "stage",
    "level",
    "first_receiver",
    "unsolved_rounds",
    "ending",
    "ending_note",
    "merged_into",
    "merged_at",
    "public_title",
    "public_text",
    "published_at",
    "ended_at",
    "promised_by",
    "outside_due_at",
    "supporters",
    "last_progress_at",
    "version",
]


@dataclass(slots=True, kw_only=True)
class Changes(RecordedAndTold):
    """Rows to write; those without a primary key are new."""

    issues: list[Issue] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    # New rows of what was said, found or done; such rows are never changed here.
    activity: list[models.Model] = field(default_factory=list)
    # Who has the issues, changed or not: their desks learn of it.
    turns: list[Assignment] = field(default_factory=list)
    # Issues that everybody may read from now on.
    shown_first: set[UUID] = field(default_factory=set)
    # Issues about which colleagues only told each other something.
    among_staff: set[UUID] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        return not any(
            (
                self.issues,
                self.assignments,
                self.commitments,
                self.deadlines,
                self.activity,
                self.entries,
            )
        )

    def write(self, into: RecordedAndTold | None = None) -> None:
        """Write all rows; the caller holds a transaction in which the issues are locked.

        What is recorded and told goes `into` what a council writes of the same act, if it does.
        """
        self.happenings += happenings_of(self)
        kept_issues, new_issues = _split(self.issues)
        kept_turns, new_turns = _split(self.assignments)
        kept_promises, new_promises = _split(self.commitments)
        kept_clocks, new_clocks = _split(self.deadlines)
        update_together(
            (kept_issues, _read(kept_issues, ISSUE_FIELDS)),
            (kept_turns, ["received_at", "received_by", "assignee", "left_at", "left_cause"]),
            (kept_promises, ["fulfilled_at", "dropped_at"]),
            (kept_clocks, ["met_at", "breached_at", "void_at", "reminded_at", "wake_at"]),
        )
        index([issue.pk for issue in kept_issues if is_said_anew(issue)])
        insert_rows(new_issues, beside=index_first(new_issues))
        # A clock that began and ended within this act is written once, in its final form.
        insert_together([*new_turns, *new_promises, *new_clocks, *self.activity])
        if into is None:
            self.write_record()
        else:
            self.hand_over(into)


def _distinct(rows: list[Row]) -> list[Row]:
    return list({id(row): row for row in rows}.values())


def _read(issues: list[Issue], names: Sequence[str]) -> list[str]:
    """Those of `names` that were read or set; the sweep leaves out what no clock changes."""
    return [
        field.name
        for field in Issue._meta.concrete_fields
        if field.name in names and any(field.attname in vars(issue) for issue in issues)
    ]


def _split(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    kept: list[Row] = []
    new: list[Row] = []
    for row in _distinct(rows):
        (new if row.pk is None else kept).append(row)
    return kept, new
