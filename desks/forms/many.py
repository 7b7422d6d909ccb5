"""What was ticked in a queue, and what is to be done with it."""

from __future__ import annotations

from acting.forms.submission import SubmissionMixin
from desks.presentation.many import ticks


class ManyForm(SubmissionMixin):
    """No value is checked here, and none is required: the view says what is missing."""

    @property
    def ticked(self) -> dict[str, int | None]:
        """References in the order of the page, with the versions that it showed."""
        return ticks(self.data.getlist("reference"))  # type: ignore[attr-defined]

    @property
    def section(self) -> str:
        return str(self.data.get("section", ""))

    @property
    def to(self) -> str:
        """The key of a person."""
        return str(self.data.get("to", ""))
