"""Matters sent before sign-in. Each waits for the number of its sender and is shown to nobody else.

The session of a browser holds the tokens of all that were written there, whoever wrote them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from accounts.models import User
from issues.models import Draft

# The form of raising, by which its keys are known: a draft is raised by entering a code, too.
RAISING = "issues:raise"
# In the session: the tokens, and by person those that they said are not theirs.
DRAFTS = "drafts"
NOT_THEIRS = "drafts_not_theirs"
# How often, in all, somebody may say what stands in a draft that waits for another number.
MOST_TRIES = 5

Session = Mapping[str, Any]


def digest_of(phone: str | None) -> str:
    """Keyed, so that the table tells nobody which number was typed by whom."""
    if not phone:
        return ""
    return salted_hmac("issues.drafts", phone, algorithm="sha256").hexdigest()


def written_here(session: Session) -> QuerySet[Draft]:
    """What was written in this browser, by whomever, oldest first."""
    tokens = [UUID(token) for token in session.get(DRAFTS, [])]
    if not tokens:
        return Draft.objects.none()
    return Draft.objects.filter(token__in=tokens).order_by("created_at", "pk")


def holding_photos(session: Session) -> list[Draft]:
    """Drafts of forms that were not valid: only the page that had the form names their photos."""
    return [draft for draft in written_here(session).filter(user=None) if not draft.is_sent]


def begun_as(key: UUID, session: Session, person: User | None) -> Draft | None:
    """The draft of the form with this key; only the page that was written on has the key."""
    return _not_of_others(written_here(session), person).filter(submission=key).first()


def own_draft(key: str, person: User | None) -> Draft | None:
    """A draft that `person` has proved to be theirs, in whichever browser."""
    if person is None:
        return None
    try:
        return Draft.objects.filter(user=person, submission=UUID(key)).first()
    except ValueError:
        return None


def waiting_for(person: User, session: Session) -> list[Draft]:
    """What was written here and waits for the number that `person` has."""
    found = written_here(session).filter(user=None, number=digest_of(person.phone))
    return [draft for draft in found if draft.is_sent] if person.phone else []


def asked_about(person: User | None, session: Session) -> list[Draft]:
    """What waits here for another number, or for one at all; nobody is shown what it says.

    Whoever said that it isn't theirs isn't asked again. What somebody tried too often to guess
    is asked about no more, and waits for its number alone.
    """
    denied = session.get(NOT_THEIRS, {}).get(who(person), [])
    found = written_here(session).filter(user=None, tries__lt=MOST_TRIES)
    if person is not None:
        found = found.exclude(number=digest_of(person.phone))
    return [draft for draft in found if draft.is_sent and str(draft.token) not in denied]


def who(person: User | None) -> str:
    return str(person.pk) if person is not None else "visitor"


def _not_of_others(drafts: QuerySet[Draft], person: User | None) -> QuerySet[Draft]:
    if person is None:
        return drafts.filter(user=None)
    return drafts.filter(Q(user=person) | Q(user=None, number__in=["", digest_of(person.phone)]))
