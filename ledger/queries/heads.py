"""Heads of seals, to be published: whoever keeps one can check the record against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from ledger.bodies import short_code
from ledger.models import Seal, Unsealed


@dataclass(frozen=True, slots=True)
class Head:
    """`code` is for print: the first 16 digits of `digest` in groups of four."""

    seal: int
    digest: str
    code: str
    leaves: int
    entries: int
    sealed_at: datetime


def as_head(seal: Seal) -> Head:
    head = bytes(seal.head)
    return Head(
        seal=seal.number,
        digest=head.hex(),
        code=short_code(head),
        leaves=seal.leaves,
        entries=seal.entries,
        sealed_at=seal.sealed_at,
    )


def newest_head() -> Head | None:
    """The head to print on posters and minutes; None before the first seal."""
    newest = Seal.objects.order_by("-number").first()
    return as_head(newest) if newest else None


def newest_first() -> QuerySet[Seal]:
    return Seal.objects.order_by("-number")


def waiting_count() -> int:
    """How many entries wait for the next seal: those of the last minute, if sealing works."""
    return Unsealed.objects.count()


def head_lines(*, after: int = 0, last: int = 2**31 - 1) -> Iterator[str]:
    """A line for each seal after `after` up to `last`: its head, a space, the hashed text."""
    seals = Seal.objects.filter(number__gt=after, number__lte=last).order_by("number")
    for head, body in seals.values_list("head", "body").iterator(chunk_size=2000):
        yield f"{bytes(head).hex()} {bytes(body).decode()}\n"
