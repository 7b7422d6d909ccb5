"""Create or change a body."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.enums import BodyKind
from grids.models import Body


def save_body(body: Body, *, actor: User | None, now: datetime) -> Body:
    """Save `body` with the path that follows from its parent.

    An administrator must administer both the old place in the tree and the new one. Only the
    system creates a district.
    """
    before = Body.objects.filter(pk=body.pk).first() if body.pk else None
    if body.parent is not None and (before is None or before.parent_id != body.parent_id):
        authorise(actor, body.parent.path, now=now)
    if before is not None or body.parent is None:
        authorise(actor, before.path if before else "", now=now)
    if before is not None and before.active and not body.active:
        refuse_while_others_work_under(before)
    keep(
        body,
        stream=body.stream,
        kind="body",
        actor=actor,
        now=now,
        body_kind=body.kind,
        parent=body.parent_id,
        active=body.active,
        general_office=body.general_office,
    )
    body.refresh_from_db()
    return body


def refuse_while_others_work_under(body: Body) -> None:
    """Departments don't stand in the way, since a street closes before its general office."""
    under = body.children.filter(active=True).exclude(kind=BodyKind.DEPARTMENT)
    if under.exists():
        raise Refused(
            _("Bodies under this one are still active. Switch those off first."), field="active"
        )
