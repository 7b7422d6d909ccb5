"""Set up a council or change its rules."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.models import Council
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.enums import BodyKind


def save_council(council: Council, *, actor: User | None, now: datetime) -> Council:
    """A council sits for a grid or a community; which one never changes."""
    if council.body.kind not in {BodyKind.GRID, BodyKind.COMMUNITY}:
        raise Refused(_("A council sits for a grid or a community."), field="body")
    authorise(actor, council.body.path, now=now)
    before = Council.objects.filter(pk=council.pk).first() if council.pk else None
    if before is not None and before.body_id != council.body_id:
        raise Refused(_("A council stays where it is. Set up another one."), field="body")
    keep(
        council,
        stream=council.body.stream,
        kind="council",
        actor=actor,
        now=now,
        quorum=[council.quorum_numerator, council.quorum_denominator],
        each_kind=council.needs_each_kind,
        seconds=council.seconds_needed,
        posting_days=council.posting_days,
        term_months=council.term_months,
        active=council.active,
    )
    return council
