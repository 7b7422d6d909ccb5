"""Whether an act is somebody's to do now: asked by its page, and again with the thing locked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from acting.acts import ActRow
from acting.refusals import NotOpen, NotYours, Stale

By = TypeVar("By")
Of = TypeVar("Of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Checks an act against its row of the table, and refuses with the exceptions of one app."""

    not_yours: type[NotYours]
    not_now: type[NotOpen]
    stale: type[Stale]

    def why_closed(self, row: ActRow[By, Of], by: By, of: Of) -> NotOpen | None:
        """Why `by` can't do it now; None if they can.

        People without the right are told only that: they learn nothing of the thing's state.
        """
        if not row.who(by, of):
            return self.not_yours()
        return None if row.allows(of) else self.not_now(row.why_not(of))

    def refuse_closed(
        self,
        row: ActRow[By, Of],
        by: By,
        of: Of,
        *,
        seen: int | None = None,
        version: int | None = None,
    ) -> None:
        """Refuse people without the right, then an old page, then what the state forbids.

        An old page is refused before the state is, so that its reader is shown the new page and
        not only a refusal.

        `seen` is the version that the actor's page showed, if it tells. Raises `not_yours`,
        `stale` or `not_now`.
        """
        closed = self.why_closed(row, by, of)
        if isinstance(closed, NotYours):
            raise closed
        if seen is not None and seen != version:
            raise self.stale(seen)
        if closed is not None:
            raise closed
