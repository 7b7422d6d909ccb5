"""推荐: recommend a neighbour, or oneself, for a seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.queries.sent_already import sent_already
from acting.refusals import Refused
from council.addresses import address_of_candidacy
from council.casework.case import CouncilCase
from council.casework.council import lock_council
from council.casework.public_words import spoken_text
from council.enums.members import CANDIDACY_RUNNING, ConsentWay
from council.models import Candidacy, Council, Seat
from council.queries.councils import facts_of_council
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from council.rules.councils import recommends
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Building
from grids.queries.standing import standing_of

WORDS = ("name", "good_standing", "ability", "warmth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """`myself`: the person who writes it stands for the seat."""

    kind: str
    name: str
    building: Building | None
    good_standing: str
    ability: str
    warmth: str
    myself: bool = False


def recommend(
    council: Council, *, actor: User, now: datetime, recommendation: Recommendation
) -> Candidacy:
    """Whoever lives, works or sits where the council does; who recommends themselves agrees.

    Whom they have recommended already and still waits is that candidacy.
    """
    with transaction.atomic():
        council = lock_council(council)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        if not recommends(viewer, facts_of_council(council)):
            raise NotYours
        if not Seat.objects.filter(council=council, kind=recommendation.kind).exists():
            raise Refused(_("This council has no seats of that kind."), field="kind")
        if recommendation.myself:
            _refuse_twice(council, actor)
        candidacy = _candidacy(council, actor, now, recommendation)
        if (same := _recommended(candidacy)) is not None:
            _refuse_other_words(candidacy, same)
            return same
        candidacy.save()
        case = CouncilCase(
            council=council,
            actor=actor,
            changes=RecordedAndTold(now=now),
            subject=candidacy.uid,
            link=address_of_candidacy(candidacy),
        )
        case.record("recommended", {"kind": candidacy.kind, "candidacy": str(candidacy.uid)})
        case.changes.write_record()
    return candidacy


def _refuse_twice(council: Council, actor: User) -> None:
    running = Candidacy.objects.filter(council=council, person=actor, state__in=CANDIDACY_RUNNING)
    if running.exists():
        raise Refused(_("You stand for this council already."))


def _refuse_other_words(new: Candidacy, known: Candidacy) -> None:
    """Refuse words that would be lost: those of the recommendation that is under way stay."""
    if any(getattr(new, column) != getattr(known, column) for column in WORDS):
        sentence = _("You have recommended this person already, and it is under way.")
        raise Refused(sentence, field="name")


def _recommended(new: Candidacy) -> Candidacy | None:
    running = Candidacy.objects.filter(
        council=new.council, recommended_by=new.recommended_by, state__in=CANDIDACY_RUNNING
    )
    return sent_already(running, {"kind": new.kind, "name": new.name, "building": new.building})


def _candidacy(
    council: Council, actor: User, now: datetime, recommendation: Recommendation
) -> Candidacy:
    needed = _("Please fill this in.")
    texts = {
        column: spoken_text(getattr(recommendation, column), Candidacy, column, missing=needed)
        for column in WORDS
    }
    candidacy = Candidacy(
        council=council,
        kind=recommendation.kind,
        building=recommendation.building,
        recommended_by=actor,
        recommended_at=now,
        **texts,
    )
    if recommendation.myself:
        candidacy.person = candidacy.consent_by = actor
        candidacy.consent_way, candidacy.consent_at = ConsentWay.HERE, now
    return candidacy
