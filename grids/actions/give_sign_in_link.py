"""Give somebody who has a posting a link to sign in by, and record that it was given."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions.make_sign_in_link import make_sign_in_link
from accounts.models import User
from acting.refusals import Refused
from grids.actions.record import record
from grids.models import Posting


@transaction.atomic
def give_sign_in_link(phone: str, *, actor: User | None, now: datetime) -> str:
    """The secret of the link, for people with a posting in force and for nobody else.

    Nothing asks who gives it, since only who has the machine can; the record of the body says
    that it was given. Residents prove a number, which a link would not.
    """
    postings = Posting.objects.active_at(now).filter(user__phone=phone)
    posting = postings.select_related("user", "body").order_by("body__path", "pk").first()
    if posting is None:
        raise Refused(_("Nobody with this number has a posting in force."), field="phone")
    record(
        posting.body.stream,
        "sign_in_link_given",
        actor=actor,
        now=now,
        parameters={"role": posting.role},
        texts={"person": posting.user.name},
    )
    return make_sign_in_link(posting.user, actor=actor, now=now)
