"""Decide whether a stream's bodies leave the house or only their digests."""

from __future__ import annotations

from ledger.models import Stream


def set_public(stream: str, public: bool) -> None:  # noqa: FBT001 - agreed with all callers
    """Show or hide the bodies of `stream`, which must exist, from the next download on.

    What was downloaded before can't be called back: publish only what was read.
    """
    if not Stream.objects.filter(name=stream).update(public=public):
        raise Stream.DoesNotExist(stream)
