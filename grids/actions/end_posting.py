"""End a posting with a last day, or take back one that has not begun."""

from datetime import date, datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.give_posting import facts
from grids.actions.record import record
from grids.models import Posting
from grids.refusals import in_words


def end_posting(posting: Posting, *, last_day: date, actor: User | None, now: datetime) -> None:
    """`last_day` still counts. Nothing happens if the posting ends by then already."""
    authorise(actor, posting.body.path, now=now)
    with in_words():
        locked = (
            Posting.objects.select_for_update(of=("self",))
            .select_related("body", "user")
            .filter(pk=posting.pk)
            .first()
        )
        if locked is None or (locked.ends_on is not None and locked.ends_on <= last_day):
            return
        known = facts(locked)
        if locked.starts_on > last_day:
            locked.delete()
            kind = "posting_taken_back"
        else:
            locked.ends_on = last_day
            locked.save(update_fields=["ends_on"])
            kind = "posting_ended"
        record(
            locked.body.stream,
            kind,
            actor=actor,
            now=now,
            parameters=known | {"to": last_day.isoformat()},
            texts={"person": locked.user.name},
        )
