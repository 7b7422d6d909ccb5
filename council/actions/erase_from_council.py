"""Forget a person in councils: their words and names go, what they did stays."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from accounts.models import User
from council.actions.feeds.end_feed import end_feed
from council.actions.members.end_term import end_term
from council.actions.minutes.erase_names import erase_names
from council.casework.rehearsals import throw_away
from council.enums.meetings import MEETING_PLANNED
from council.enums.members import CANDIDACY_RUNNING, CandidacyState, EndedReason
from council.models import (
    Absence,
    Booking,
    CallIdea,
    Candidacy,
    Contact,
    ContactPlan,
    CouncilMember,
    Meeting,
    Objection,
    Opinion,
    Roll,
    Seconding,
    Told,
)

# Kept as words in the house's language: they stand where a person's own stood.
ERASED = "内容已按本人要求删除"
ERASED_NAME = "已注销的居民"


def hold_sittings(user: User) -> None:
    """Lock what `erase_from_council` changes of sittings; before the person's matters.

    Whoever calls, moves or cancels a sitting has it, and then asks for the matters on its agenda.
    """
    comes = Exists(Roll.objects.filter(meeting=OuterRef("pk"), person=user))
    planned = Q(state__in=MEETING_PLANNED) & (Q(chair=user) | Q(recorder=user) | comes)
    theirs = Meeting.objects.filter(planned | Q(rehearsal=True, convened_by=user))
    list(theirs.order_by("pk").select_for_update().values_list("pk"))


def erase_from_council(user: User, *, actor: User | None, now: datetime) -> None:
    """Inside the erasing transaction, after `hold_sittings`.

    Only the person or the system (`actor` None) does it. A candidacy on its way is taken back, a
    term ends today; in a council's history the seat was held by somebody who is not known any more.
    """
    if actor is not None and actor != user:
        raise PermissionError("A person is forgotten only at their own word.")
    Seconding.objects.filter(by=user).delete()
    Objection.objects.filter(by=user).update(text=ERASED)
    Objection.objects.filter(by=user).exclude(answer="").update(answer=ERASED)
    about = Q(person=user) | Q(recommended_by=user)
    Candidacy.objects.filter(about).update(good_standing=ERASED, ability=ERASED, warmth=ERASED)
    theirs = Candidacy.objects.filter(person=user)
    theirs.filter(state__in=CANDIDACY_RUNNING).update(state=CandidacyState.WITHDRAWN, ended_at=now)
    theirs.update(name=ERASED_NAME, building=None, ended_because="")
    Objection.objects.filter(candidacy__in=theirs).update(text=ERASED)
    _notes(user)
    _terms(user, now)
    _sittings(user)
    throw_away(Meeting.objects.filter(convened_by=user))
    erase_names(user, actor=actor, now=now)
    end_feed(actor=user)


def _notes(user: User) -> None:
    """What households told them goes whole; a venue stays booked, since others meant to come."""
    Contact.objects.filter(member__person=user).delete()
    ContactPlan.objects.filter(member__person=user).delete()
    Booking.objects.filter(by=user, meeting__isnull=True).update(purpose=ERASED)
    CallIdea.objects.filter(issue__reporter=user).update(named=False)


def _terms(user: User, now: datetime) -> None:
    today = timezone.localdate(now)
    Absence.objects.filter(Q(member__person=user)).delete()
    for member in CouncilMember.objects.filter(person=user, term__contains=today):
        end_term(member, today=today, reason=EndedReason.ERASED)
    CouncilMember.objects.filter(person=user, term__startswith__gt=today).delete()
    CouncilMember.objects.filter(person=user).update(ended_because="")


def _sittings(user: User) -> None:
    """Stances stay counted. Nobody waits for them in a sitting to come; of past ones all stays."""
    Opinion.objects.filter(person=user).exclude(words="").update(words="")
    planned = Meeting.objects.filter(state__in=MEETING_PLANNED)
    Roll.objects.filter(person=user, meeting__in=planned, presences=None).delete()
    planned.filter(chair=user).update(chair=None)
    planned.filter(recorder=user).update(recorder=None)
    Told.objects.filter(person=user).delete()
