"""Decide whether downloads give the bodies of a stream, or only their digests."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from ledger.actions.write_files import write_files
from ledger.models import Stream


def set_public(stream: str, public: bool) -> None:  # noqa: FBT001 - agreed with all callers
    """Show or hide the bodies of `stream`, which must exist: shown with the next look of the
    sealer, hidden as soon as it is committed.

    Downloads can't be taken back, so publish only what somebody has checked.
    """
    if not Stream.objects.filter(name=stream).update(public=public):
        raise Stream.DoesNotExist(stream)
    if not public:
        transaction.on_commit(partial(write_files, insists=True), robust=True)
