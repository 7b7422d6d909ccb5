"""What councils keep of a person: terms, candidacies, what they seconded and objected to."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from accounts.models import User
from council.models import (
    Absence,
    Booking,
    CallIdea,
    Candidacy,
    Contact,
    ContactPlan,
    CouncilMember,
    FeedKey,
    Objection,
    Opinion,
    Roll,
    Seconding,
    Signature,
    Told,
)
from desks.queries.export_rows import rows


def of_councils(user: User) -> dict[str, Any]:
    return {
        "terms": rows(
            CouncilMember.objects.filter(person=user).order_by("pk"),
            "council__body__name",
            "kind",
            "term__startswith",
            "term__endswith",
            "ended_reason",
            "ended_because",
        ),
        "candidacies": rows(
            Candidacy.objects.filter(Q(person=user) | Q(recommended_by=user)).order_by("pk"),
            "council__body__name",
            "kind",
            "name",
            "good_standing",
            "ability",
            "warmth",
            "state",
            "recommended_at",
            "ended_because",
        ),
        "seconded": rows(Seconding.objects.filter(by=user), "candidacy__uid", "at"),
        "objections": rows(
            Objection.objects.filter(by=user).order_by("pk"), "at", "text", "answer"
        ),
        "leave": rows(
            Absence.objects.filter(member__person=user).order_by("pk"),
            "period__startswith",
            "period__endswith",
            "reason",
        ),
        **_of_sittings(user),
        **_of_the_year(user),
    }


def _of_sittings(user: User) -> dict[str, Any]:
    """Where they sat, what they were told and thought, what they signed."""
    return {
        "sittings": rows(
            Roll.objects.filter(person=user).order_by("pk"),
            "meeting__title",
            "meeting__starts_at",
            "standing",
            "apology",
        ),
        "told_of_sittings": rows(
            Told.objects.filter(person=user).order_by("pk"), "meeting__title", "of", "at"
        ),
        "opinions": rows(
            Opinion.objects.filter(person=user).order_by("pk"),
            "item__title",
            "moment",
            "stance",
            "words",
            "at",
        ),
        "minutes_signed": rows(
            Signature.objects.filter(person=user), "version__meeting__uid", "holder", "way", "at"
        ),
        "calendar_address": rows(FeedKey.objects.filter(person=user), "made_at"),
    }


def _of_the_year(user: User) -> dict[str, Any]:
    """What they booked, whom they meant to see and saw, which of their ideas were for a call."""
    return {
        "bookings": rows(
            Booking.objects.filter(by=user).order_by("pk"),
            "venue__name",
            "during__startswith",
            "during__endswith",
            "purpose",
            "status",
        ),
        "planned_contacts": rows(
            ContactPlan.objects.filter(member__person=user).order_by("pk"),
            "month",
            "label",
            "building__number",
        ),
        "contacts": rows(
            Contact.objects.filter(member__person=user).order_by("pk"),
            "held_at",
            "way",
            "plan__label",
            "building__number",
            "opinion",
            "issue__reference",
        ),
        "ideas": rows(
            CallIdea.objects.filter(issue__reporter=user).order_by("pk"),
            "call__title",
            "issue__reference",
            "named",
            "chosen_at",
            "why",
        ),
    }
