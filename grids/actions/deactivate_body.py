"""Switch a body off: it keeps its past and takes nothing new."""

from datetime import datetime

from accounts.models import User
from grids.actions.save_body import save_body
from grids.models import Body


def deactivate_body(body: Body, *, actor: User | None, now: datetime) -> Body:
    if not body.active:
        return body
    body.active = False
    return save_body(body, actor=actor, now=now)
