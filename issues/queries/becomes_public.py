"""What the staff wrote that becomes public together with the matter.

Unlike `issues.queries.said` it gives only the words, without who and when, but from every column
that holds words: before they are published, all are searched for personal data.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from issues.enums.stages import Stage
from issues.models import Commitment, Deliberation, Finding, Issue, Outcome


class Written(StrEnum):
    FINDING = "finding"
    TALK = "talk"
    PROMISE = "promise"
    RESULT = "result"
    WHERE_TO = "where_to"


ROWS: Final[tuple[tuple[Written, Any, tuple[str, ...]], ...]] = (
    (Written.FINDING, Finding, ("text",)),
    (Written.TALK, Deliberation, ("said", "agreed", "dissent", "owners_note", "assembly_note")),
    (Written.PROMISE, Commitment, ("text",)),
    (Written.RESULT, Outcome, ("text", "paid_by", "count_of", "no_picture_reason")),
)


def written_for_everyone(issue: Issue) -> list[tuple[Written, str]]:
    """Oldest first within each kind; four queries."""
    found = [
        (kind, text)
        for kind, model, columns in ROWS
        for texts in model.objects.filter(issue=issue).values_list(*columns)
        for text in texts
        if text
    ]
    if issue.stage == Stage.DECLINED:
        found.append((Written.WHERE_TO, issue.ending_note))
    return found
