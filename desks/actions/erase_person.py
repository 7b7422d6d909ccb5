"""Erase a person everywhere, in one transaction; their acts stay on the record without a name."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.erase import erase_user
from accounts.models import User
from acting.actions.forget import forget_sendings
from acting.refusals import Refused
from council.actions.erase_from_council import erase_from_council, hold_sittings
from council.models import Candidacy
from grids.actions.set_residence import set_residence
from grids.models import Posting
from issues.actions.erase_from_issues import erase_from_issues
from issues.models import Issue
from ledger.actions.erase import erase_person as erase_from_record
from notifications.actions.forget import forget
from notifications.actions.forget_said import forget_said


def erase_person(user: User, *, actor: User | None, now: datetime) -> User:
    """Erase all data of `user`, whose row stays, emptied; repeating it changes nothing.

    It locks in the order in which everyone locks, sittings before matters, and then writes
    matters, councils, record, notices and the person.
    Raises Refused while the person holds a post or is about to.
    """
    if actor is not None and actor.pk != user.pk:
        raise Refused(_("Only you can have yourself forgotten."))
    with transaction.atomic():
        if holds_a_post(user, now=now):
            raise Refused(
                _("You hold a post. It has to end first; then you can have yourself forgotten.")
            )
        hold_sittings(user)
        quoted = subjects_of(user)
        streams = erase_from_issues(user, actor=actor, now=now)
        erase_from_council(user, actor=actor, now=now)
        erase_from_record(user.pk, also_texts_of=streams)
        forget(user, actor=actor)
        forget_said(quoted)
        set_residence(user, building=None, actor=actor, now=now)
        forget_sendings(user, actor=actor)
        return erase_user(user, actor=actor, now=now)


def subjects_of(user: User) -> list[UUID]:
    """What notices to others may quote the person about: matters and candidacies."""
    raised = Issue.objects.filter(reporter=user).values_list("uid", flat=True)
    about = Candidacy.objects.filter(Q(person=user) | Q(recommended_by=user))
    return [*raised, *about.values_list("uid", flat=True)]


def holds_a_post(user: User, *, now: datetime) -> bool:
    """True if the person holds a post now or from a later day: public officers must be named."""
    postings = Posting.objects.filter(user=user)
    return postings.exclude(ends_on__lt=timezone.localdate(now)).exists()
