"""Erase a person, or the texts of a matter; the record can still be verified."""

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
    """Delete the texts that `user_id` recorded, and whose pseudonyms theirs are.

    `also_texts_of` names streams of which all texts are deleted, whoever wrote them: a clerk's
    note on the person's own private matter is about that person. Repeating it changes nothing.
    """
    pseudonyms = Pseudonym.objects.filter(user_id=user_id)
    lock_streams(Q(id__in=pseudonyms.values("stream_id")) | Q(name__in=list(also_texts_of)))
    texts, _ = Text.objects.filter(
        Q(entry__actor__in=pseudonyms.values("id")) | Q(entry__stream__name__in=list(also_texts_of))
    ).delete()
    links, _ = pseudonyms.delete()
    return Erased(texts=texts, pseudonyms=links)


def lock_streams(which: Q) -> None:
    """Lock streams in the same order as `append`, waiting for those who append to them."""
    streams = Stream.objects.filter(which).order_by(Collate("name", "C"))
    list(streams.select_for_update().values_list("id", flat=True))
