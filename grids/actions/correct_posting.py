"""Correct the last day or the work phone of a posting."""

from datetime import date, datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.give_posting import facts
from grids.actions.record import record
from grids.models import Posting
from grids.refusals import in_words


def correct_posting(
    posting: Posting, *, ends_on: date | None, work_phone: str, actor: User | None, now: datetime
) -> Posting:
    """Person, body, role and first day never change; for that, end it and give another."""
    authorise(actor, posting.body.path, now=now)
    with in_words():
        locked = Posting.objects.select_for_update(of=("self",)).get(pk=posting.pk)
        if (locked.ends_on, locked.work_phone) == (ends_on, work_phone):
            return locked
        locked.ends_on, locked.work_phone = ends_on, work_phone
        locked.save(update_fields=["ends_on", "work_phone"])
        record(
            posting.body.stream,
            "posting_corrected",
            actor=actor,
            now=now,
            parameters=facts(locked),
            texts={"person": posting.user.name},
        )
    return locked
