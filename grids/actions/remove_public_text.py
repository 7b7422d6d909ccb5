"""Take back what a community tells everybody; the page then says what the product says."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import drop
from grids.models import PublicText


def remove_public_text(text: PublicText, *, actor: User | None, now: datetime) -> None:
    authorise(actor, text.community.path, now=now)
    stream = text.community.stream
    drop(text, stream=stream, kind="public_text", actor=actor, now=now, page=text.kind)
