"""Save or remove one row of the administration and record it, in one transaction."""

from datetime import datetime
from typing import Any

from django.db.models import Model, ProtectedError
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.actions.record import record
from grids.refusals import in_words
from grids.renamed import announce_renamed, names_of


def keep(
    thing: Model, *, stream: str, kind: str, actor: User | None, now: datetime, **parameters: Any
) -> None:
    """Save `thing` and record `<kind>_created` if it is new, otherwise `<kind>_changed`.

    Older entries say `<kind>_laid`, because what is recorded is never renamed.
    """
    with in_words():
        new = thing.pk is None
        if not new:
            # The key is not locked, so whoever only points to this row need not wait.
            rows = type(thing)._default_manager.select_for_update(of=("self",), no_key=True)
            before = names_of(rows.get(pk=thing.pk))
        thing.save()
        if not new and names_of(thing) != before:
            announce_renamed([thing])
        verb = f"{kind}_created" if new else f"{kind}_changed"
        record(stream, verb, actor=actor, now=now, parameters={"id": thing.pk, **parameters})


def drop(
    thing: Model, *, stream: str, kind: str, actor: User | None, now: datetime, **parameters: Any
) -> None:
    """Remove `thing`. Raises Refused if other rows still point to it."""
    with in_words():
        identity = thing.pk
        try:
            thing.delete()
        except ProtectedError as error:
            raise Refused(
                _("Others still hang on this, so it stays. Switch it off instead.")
            ) from error
        record(
            stream,
            f"{kind}_removed",
            actor=actor,
            now=now,
            parameters={"id": identity, **parameters},
        )
