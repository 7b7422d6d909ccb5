"""What an act of a council records, and whom it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from accounts.models import User
from council.models import Council
from council.queries.speakers import seats_of
from grids.actions.record_and_tell import RecordedAndTold
from grids.enums import Role
from grids.models import Body
from issues.excerpts import quoted
from ledger.new_entry import NewEntry
from notifications.enums import What
from notifications.happenings import NewHappening, council_place, thing_place


@dataclass(slots=True, kw_only=True)
class CouncilCase:
    """One act on what belongs to `council`; `subject` and `link` are what its notices are about."""

    council: Council
    actor: User | None
    changes: RecordedAndTold
    subject: UUID
    link: str

    @property
    def now(self) -> datetime:
        return self.changes.now

    @property
    def community(self) -> Body:
        return self.council.body.community

    def stream(self, *, inside: bool) -> str:
        """Where its entries go."""
        return self.council.inside_stream if inside else self.council.stream

    def record(
        self,
        kind: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        inside: bool = False,
    ) -> None:
        """One entry in its record; `inside`: in the stream that never goes public.

        Names and words of people stay in the rows, where they can be erased.
        """
        self.changed(inside=inside)
        self.changes.entries.append(
            NewEntry(
                stream=self.stream(inside=inside),
                kind=f"council.{kind}",
                actor_id=None if self.actor is None else self.actor.pk,
                happened_at=self.now,
                public=not inside,
                parameters=parameters or {},
            )
        )

    def changed(self, *, inside: bool = False) -> None:
        """Whoever has its page open learns of it; unless `inside`, the council's pages too."""
        places = [thing_place(self.subject)]
        if not inside:
            places.append(council_place(self.council.pk))
        self.changes.happenings += [
            NewHappening(place, What.CHANGED, self.subject) for place in places
        ]

    def done(self, deed: str) -> None:
        """A name of `council.casework.asks`: what called for it about this is read."""
        self.changes.settled.add((self.subject, deed))

    def tell_people(self, people: Iterable[int | None], kind: str, **more: Any) -> None:
        self._tell(kind, people=people, **more)

    def tell_staff(self, kind: str, **more: Any) -> None:
        """Staff and lead of the community look after its councils."""
        seats = tuple((self.community.pk, role) for role in (Role.STAFF, Role.LEAD))
        self._tell(kind, seats=seats, **more)

    def tell_seats(self, body: Body, kind: str, **more: Any) -> None:
        """Whoever speaks for `body`."""
        self._tell(kind, seats=seats_of(body), **more)

    def _tell(
        self,
        kind: str,
        *,
        key: object = "",
        people: Iterable[int | None] = (),
        seats: tuple[tuple[int, Role], ...] = (),
        sms: bool = False,
        link: str = "",
        calls_for: str = "",
        replaces: frozenset[str] = frozenset(),
        settles: bool = False,
        said: str = "",
        **parameters: Any,
    ) -> None:
        """`key` tells notices of one kind about one thing apart; `said` is quoted in short."""
        self.changes.tell(
            f"council.{kind}",
            subject=self.subject,
            key=key,
            actor=self.actor,
            people=people,
            seats=seats,
            parameters={"body": self.council.body.code, **parameters, **quoted(said)},
            link=link or self.link,
            sms=sms,
            calls_for=calls_for,
            news=What.CAME if calls_for else None,
            replaces=frozenset(f"council.{one}" for one in replaces),
            settles=settles,
        )
