"""Base of the forms on the way to a seat."""

from __future__ import annotations

from typing import Any

from council.forms.base import CouncilActForm


class CandidacyForm(CouncilActForm):
    """Most of them do one thing to the candidacy and lead back to its page."""

    tells_seen = True

    @property
    def candidacy(self) -> Any:
        return self.context.subject.candidacy
