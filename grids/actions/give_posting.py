"""Give a person a role at a body, from a day to a day."""

from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.actions.authorise import authorise
from grids.actions.record import record
from grids.models import Body, Posting
from grids.refusals import in_words
from grids.rules import may_give


def give_posting(
    user: User,
    *,
    body: Body,
    role: str,
    starts_on: date,
    ends_on: date | None = None,
    work_phone: str = "",
    actor: User | None,
    now: datetime,
) -> Posting:
    """Both days count. If the person has this role there on the first day, that posting is kept."""
    authorise(actor, body.path, now=now)
    if not may_give(role, kind=body.kind):
        raise Refused(_("This role can't be given at a body of this kind."), field="role")
    if not user.is_active:
        raise Refused(_("This person's account is closed."), field="phone")
    with in_words():
        User.objects.select_for_update().get(pk=user.pk)
        held = _held(user, body=body, role=role, on=starts_on)
        if held is not None:
            return held
        posting = Posting.objects.create(
            user=user,
            body=body,
            role=role,
            starts_on=starts_on,
            ends_on=ends_on,
            work_phone=work_phone,
        )
        record(
            body.stream,
            "posting_given",
            actor=actor,
            now=now,
            parameters=facts(posting),
            texts={"person": user.name},
        )
    return posting


def _held(user: User, *, body: Body, role: str, on: date) -> Posting | None:
    open_ended = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return (
        Posting.objects.filter(open_ended, user=user, body=body, role=role, starts_on__lte=on)
        .order_by("starts_on")
        .first()
    )


def facts(posting: Posting) -> dict[str, object]:
    """What the record says of a posting. The name is kept apart, where it can be erased."""
    return {
        "posting": posting.pk,
        "role": posting.role,
        "from": posting.starts_on.isoformat(),
        "to": posting.ends_on.isoformat() if posting.ends_on else "",
    }
