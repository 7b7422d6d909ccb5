"""补充情况: the reporter or a neighbour adds something; shown once checked."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from issues.casework.asks import LOOK
from issues.casework.case import opened
from issues.casework.pictures import attach
from issues.casework.tell import tell_body
from issues.enums.activity import PhotoPurpose
from issues.enums.acts import Act
from issues.models import Addition, Issue, Upload


def add(
    issue: Issue, *, actor: User, now: datetime, text: str, photos: Sequence[Upload] = ()
) -> Addition:
    """Add words and photos. They stay unpublished until a worker has checked them."""
    with opened(issue, Act.ADD, actor=actor, now=now, bumps=False) as case:
        text = storable_text(text, Addition, "text", missing=_("Write what you would like to add."))
        addition = Addition(issue=case.issue, by=actor, text=text, added_at=now)
        case.changes.activity.append(addition)
        attach(case, photos, PhotoPurpose.ADDED, actor=actor, addition=addition)
        case.record("added", {"photos": len(photos)}, texts={"text": text}, progress=False)
        key = f"by{actor.pk}.{now:%Y%m%d%H%M%S}"
        tell_body(case, case.lead.body, "added", key=key, calls_for=LOOK)
        return addition
