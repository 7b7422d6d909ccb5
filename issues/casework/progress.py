"""What counts as progress of a matter, for the list of all that goes by it."""

from __future__ import annotations

from issues.enums import Visibility
from issues.models import Issue

# The record names these too, but nobody who reads the page sees the matter go on by them: what
# neighbours say or add, whose words are checked first; what happens inside a body; calls that
# nobody may have answered; what was erased or worked out again; and that a clock ran out, if no
# more came of it.
NO_PROGRESS = frozenset(
    {
        "supported",
        "added",
        "assigned",
        "called_back",
        "missed",
        "supervised",
        "recomputed",
        "reporter_erased",
    }
)


def is_progress(issue: Issue, kind: str) -> bool:
    """True if `kind`, now entered in the record, is a step that everybody can read of.

    What happens to a matter that is not public leaves no trace in the order of those that are.
    """
    return issue.visibility == Visibility.PUBLIC and kind not in NO_PROGRESS
