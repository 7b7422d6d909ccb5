"""Decide whether downloads give the bodies of a stream, or only their digests."""

from __future__ import annotations

from ledger.models import Stream


def set_public(stream: str, public: bool) -> None:  # noqa: FBT001 - agreed with all callers
    """Show or hide the bodies of `stream`, which must exist, from the next download on.

    Downloads can't be taken back, so publish only what somebody has checked.
    """
    if not Stream.objects.filter(name=stream).update(public=public):
        raise Stream.DoesNotExist(stream)
