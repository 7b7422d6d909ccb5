"""Remove a body that nothing points to, such as one created by mistake."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import drop
from grids.models import Body


def remove_body(body: Body, *, actor: User | None, now: datetime) -> None:
    authorise(actor, body.path, now=now)
    drop(body, stream=body.stream, kind="body", actor=actor, now=now)
