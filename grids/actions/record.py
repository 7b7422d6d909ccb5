"""Record what was done to a body, a place or a posting."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from accounts.models import User
from accounts.security_log import Kind, note_once_done
from ledger.actions.append import append
from ledger.new_entry import NewEntry


def act_on(
    stream: str,
    kind: str,
    *,
    actor: User | None,
    now: datetime,
    parameters: Mapping[str, Any],
    texts: Mapping[str, str] | None = None,
) -> NewEntry:
    """Make the entry of an act of the administration, which is not public.

    It stands in the security log too, once it is done.
    """
    who = actor.pk if actor else None
    note_once_done(Kind.ADMINISTERED, person=who, act=kind)
    return NewEntry(
        stream=stream,
        kind=kind,
        actor_id=who,
        happened_at=now,
        public=False,
        parameters=parameters,
        texts=texts or {},
    )


def record(stream: str, kind: str, **rest: Any) -> None:
    append([act_on(stream, kind, **rest)])
