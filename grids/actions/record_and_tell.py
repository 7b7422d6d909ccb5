"""Base of what gathers the changes of an act: its entries in the record and its notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from accounts.models import User
from grids.enums import Role
from grids.queries.seats import Seated, notices_of
from grids.telling import Telling
from ledger.actions.append import append
from ledger.new_entry import NewEntry
from notifications.actions.put import put
from notifications.enums import What
from notifications.happenings import NewHappening, desk_place, person_place
from notifications.notices import NewNotice


@dataclass(slots=True, kw_only=True)
class RecordedAndTold:
    """Written last, in the act's own transaction, so they exist if and only if its rows do."""

    now: datetime
    entries: list[NewEntry] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)
    # What open pages should learn besides: whoever is told has news of their own anyway.
    happenings: list[NewHappening] = field(default_factory=list)
    # What notices called for and is done now: the subject, and what was called for.
    settled: set[tuple[UUID, str]] = field(default_factory=set)
    # Read before, where others wait for whoever writes this.
    seated: Seated | None = None

    def tell(
        self,
        kind: str,
        *,
        subject: UUID,
        key: object,
        actor: User | None,
        people: Iterable[int | None] = (),
        seats: tuple[tuple[int, Role], ...] = (),
        **more: Any,
    ) -> None:
        """Tell `people`, and whoever sits on `seats`, but never the one who acts.

        `key` tells notices of one kind about one subject apart; `more` is as in `Telling`.
        """
        known = frozenset(person for person in people if person is not None)
        if not known and not seats:
            return
        self.tellings.append(
            Telling(
                kind=kind,
                dedupe_key=f"{kind}:{subject}:{key}",
                subject=subject,
                people=known,
                seats=seats,
                but=None if actor is None else actor.pk,
                **more,
            )
        )

    def hand_over(self, to: RecordedAndTold) -> None:
        """To whoever writes it with what else the same act records and tells."""
        to.entries += self.entries
        to.tellings += self.tellings
        to.happenings += self.happenings
        to.settled |= self.settled

    def write_record(self) -> None:
        """Write the record, then the outbox, after the rows that the act changed (rules §6)."""
        append(self.entries)
        notices = notices_of(self.tellings, self.now, self.seated)
        happenings = [*self.happenings, *_news(self.tellings, notices)]
        put(notices, done=self.settled, happenings=happenings, now=self.now)


def _news(tellings: list[Telling], notices: list[NewNotice]) -> Iterator[NewHappening]:
    """Whoever is told has something new of their own, and so may the desks of the seats have."""
    for telling in tellings:
        if telling.news is not None:
            for body, _role in telling.seats:
                yield NewHappening(desk_place(body), telling.news, telling.subject)
    for notice in notices:
        if notice.subject is not None:
            yield NewHappening(person_place(notice.recipient_id), What.CAME, notice.subject)
