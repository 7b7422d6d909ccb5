"""What an administrator does for somebody with a post who lost a phone; it stands in the record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions.devices import sign_out_everywhere
from accounts.actions.factors import take_factor_away
from accounts.models import User
from accounts.queries.person import person_by_phone
from acting.refusals import Refused
from grids.actions.authorise import authorise
from grids.actions.record import record
from grids.models import Posting


@transaction.atomic
def sign_out_posted(posting: Posting, *, actor: User | None, now: datetime) -> None:
    """Sign the person out on every device. `actor` looks after every body they are posted at."""
    authorise_over(posting.user, actor=actor, now=now)
    _record(posting, "devices_signed_out", actor=actor, now=now)
    sign_out_everywhere(posting.user, actor=actor)


@transaction.atomic
def reset_factor(posting: Posting, *, actor: User | None, now: datetime) -> None:
    """Take the second factor away; the person sets up another one at their next sign-in.

    Raises Refused if there is none, and if it is the actor's own: people who are signed in replace
    theirs by proving the old one.
    """
    authorise_over(posting.user, actor=actor, now=now)
    if actor == posting.user:
        raise Refused(_("Your own you change under “My devices”."))
    if not take_factor_away(posting.user, actor=actor):
        raise Refused(_("No second factor is set up there."))
    _record(posting, "second_factor_taken_away", actor=actor, now=now)
    sign_out_everywhere(posting.user, actor=actor)


def reset_factor_of(phone: str, *, actor: User | None, now: datetime) -> None:
    """As `reset_factor`, for the person of this number; whoever runs the machine does it."""
    person = person_by_phone(phone)
    held = Posting.objects.active_at(now).filter(user=person).order_by("body__path", "pk")
    posting = held.select_related("user", "body").first() if person else None
    if posting is None:
        raise Refused(_("Nobody with this number has a posting in force."), field="phone")
    reset_factor(posting, actor=actor, now=now)


def authorise_over(person: User, *, actor: User | None, now: datetime) -> None:
    """Raise Refused unless `actor` administers every body at which the person is posted.

    Otherwise an administrator of a street could open the account of a district's. A person whose
    postings have all ended is a resident like any other, whom no administrator looks after.
    """
    held = Posting.objects.active_at(now).filter(user=person)
    authorise(actor, *(held.values_list("body__path", flat=True) or [""]), now=now)


def _record(posting: Posting, kind: str, *, actor: User | None, now: datetime) -> None:
    record(
        posting.body.stream,
        kind,
        actor=actor,
        now=now,
        parameters={"posting": posting.pk, "role": posting.role},
        texts={"person": posting.user.name},
    )
