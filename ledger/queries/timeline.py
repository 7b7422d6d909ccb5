"""The entries of a stream, for the app that knows their kinds to put into words."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, OuterRef, QuerySet, Subquery, TextField

from accounts.models import User
from accounts.queries.prepared import Given, PreparedQuery
from acting.queries.among import among
from ledger.models import Entry, Pseudonym, Stream, Text

# How many entries count as new if it is not known what the page had shown.
FEW = 3


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An entry; erased texts are missing from `texts`.

    `actor_id` is None for the system, and for an erased person, which `erased` tells apart.
    """

    entry_id: int
    number: int
    kind: str
    version: int
    parameters: dict[str, Any]
    texts: dict[str, str]
    actor: UUID | None
    actor_id: int | None
    actor_name: str
    happened_at: datetime
    recorded_at: datetime
    receipt: str

    @property
    def erased(self) -> bool:
        return self.actor is not None and self.actor_id is None


STREAMS = Given("streams", ArrayField(TextField()))


@PreparedQuery
def _entries() -> QuerySet[Entry, Any]:
    actor_id = Pseudonym.objects.filter(id=OuterRef("actor")).values("user_id")
    return (
        Entry.objects.filter(among("stream__name", STREAMS))
        .annotate(actor_id=Subquery(actor_id))
        .annotate(actor_name=Subquery(User.objects.filter(id=OuterRef("actor_id")).values("name")))
        .order_by("recorded_at", "pk")
    )


_texts = PreparedQuery(
    lambda: (
        Text.objects.filter(among("entry__stream__name", STREAMS))
        .order_by()
        .only("entry_id", "name", "text")
    )
)


def timeline(*streams: str) -> list[TimelineEntry]:
    """All entries of `streams` as they were recorded, in two statements.

    The caller checks who may read them.
    """
    entries = _entries(streams=list(streams))
    texts: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for one in _texts(streams=list(streams)):
        texts[one.entry_id][one.name] = one.text
    return [
        TimelineEntry(
            entry_id=entry.pk,
            number=entry.number,
            kind=entry.kind,
            version=entry.kind_version,
            parameters=json.loads(bytes(entry.body))["parameters"],
            texts=texts[entry.pk],
            actor=entry.actor,
            actor_id=entry.actor_id,
            actor_name=entry.actor_name or "",
            happened_at=entry.happened_at,
            recorded_at=entry.recorded_at,
            receipt=entry.receipt,
        )
        for entry in entries
    ]


def news(stream: str, *, after: int | None) -> list[TimelineEntry]:
    """What was recorded after the entry of that number; the last few where it is not known."""
    entries = timeline(stream)
    if after is None:
        return entries[-FEW:]
    return [entry for entry in entries if entry.number > after]


_lengths = PreparedQuery(
    lambda: Stream.objects.filter(name=Given("stream", CharField())).order_by().only("length")
)


def length(stream: str) -> int:
    """How many entries it has: the number of its newest, 0 where nothing is recorded yet."""
    found = _lengths.first(stream=stream)
    return found.length if found else 0
