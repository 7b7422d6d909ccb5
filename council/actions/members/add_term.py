"""A term on a seat that is free for all of it."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.models import Candidacy, Council, CouncilMember
from council.order.terms import months_later
from council.queries.seats import has_free_seat


def add_term(
    council: Council,
    person: User,
    *,
    kind: str,
    first_day: date,
    candidacy: Candidacy | None = None,
) -> CouncilMember:
    """With the council locked by the caller. Raises Refused for the field `first_day`."""
    end = months_later(first_day, council.term_months)
    if not has_free_seat(council, kind, (first_day, end), but=person.pk):
        raise Refused(
            _("All seats of this kind are taken for a part of that time."), field="first_day"
        )
    try:
        with transaction.atomic():
            return CouncilMember.objects.create(
                council=council,
                person=person,
                kind=kind,
                term=DateRange(first_day, end),
                candidacy=candidacy,
            )
    except IntegrityError as error:
        raise Refused(
            _("This person is a member for a part of that time already."), field="first_day"
        ) from error
