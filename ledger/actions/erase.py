"""Forget a person, or the texts of a matter; the record verifies as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from ledger.models import Pseudonym, Text


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
    texts, _ = Text.objects.filter(
        Q(entry__actor__in=pseudonyms.values("id")) | Q(entry__stream__name__in=list(also_texts_of))
    ).delete()
    links, _ = pseudonyms.delete()
    return Erased(texts=texts, pseudonyms=links)
