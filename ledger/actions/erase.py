"""Forget a person, or the texts of a matter; the record verifies as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Collate

from ledger.models import Pseudonym, Stream, Text


@dataclass(frozen=True, slots=True)
class Erased:
    texts: int
    pseudonyms: int


@transaction.atomic
def erase_person(user_id: int, *, also_texts_of: Sequence[str] = ()) -> Erased:
    """Delete the texts that `user_id` recorded and the link from their pseudonyms to them.

    `also_texts_of` are streams whose texts go whole, whoever wrote them down: a clerk's note on
    the person's own private matter is about that person. Already erased means nothing to do.
    """
    pseudonyms = Pseudonym.objects.filter(user_id=user_id)
    lock_streams(Q(id__in=pseudonyms.values("stream_id")) | Q(name__in=list(also_texts_of)))
    texts, _ = Text.objects.filter(
        Q(entry__actor__in=pseudonyms.values("id")) | Q(entry__stream__name__in=list(also_texts_of))
    ).delete()
    links, _ = pseudonyms.delete()
    return Erased(texts=texts, pseudonyms=links)


def lock_streams(which: Q) -> None:
    """Wait for whoever appends there, in the order in which `append` takes streams."""
    streams = Stream.objects.filter(which).order_by(Collate("name", "C"))
    list(streams.select_for_update().values_list("id", flat=True))
