"""Candidacies with what the rules ask about them, for the person who reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, UUIDField

from accounts.queries.prepared import Given, PreparedQuery, given_key
from council.enums.members import CANDIDACY_PUBLIC, CANDIDACY_RUNNING, CandidacyState
from council.facts.candidacies import CandidacyFacts
from council.facts.viewer import Viewer
from council.models import Candidacy, Council, Objection, Seconding
from council.queries.councils import facts_of_council
from council.rules.candidacies import sees_candidacy
from council.rules.councils import belongs
from grids.enums import Role

# Somebody of the community does the next step.
STAFF_ACTS_NEXT = (CandidacyState.SECONDED, CandidacyState.CHECKED, CandidacyState.CONFIRMED)


def with_counts(
    candidacies: QuerySet[Candidacy], user_id: int | Given | None
) -> QuerySet[Candidacy]:
    """Annotates what `facts_of_candidacy` reads, as far as it concerns the person."""
    mine = Q(by=user_id) if user_id else Q(pk__in=[])
    of_this = OuterRef("pk")
    return candidacies.select_related("council__body__parent", "building__estate").annotate(
        second_count=Count("secondings", distinct=True),
        unanswered_count=Count("objections", filter=Q(objections__answered_at=None), distinct=True),
        seconded_by_viewer=Exists(Seconding.objects.filter(mine, candidacy=of_this)),
        objected_by_viewer=Exists(Objection.objects.filter(mine, candidacy=of_this)),
    )


def facts_of_candidacy(candidacy: Candidacy, *, now: datetime) -> CandidacyFacts:
    """Of one that came through `with_counts`."""
    counted = vars(candidacy)
    return CandidacyFacts(
        council=facts_of_council(candidacy.council),
        state=CandidacyState(candidacy.state),
        person_id=candidacy.person_id,
        recommended_by=candidacy.recommended_by_id,
        consented=bool(candidacy.consent_way),
        seconds=counted["second_count"],
        seconds_needed=candidacy.council.seconds_needed,
        seconded_by_viewer=counted["seconded_by_viewer"],
        objected_by_viewer=counted["objected_by_viewer"],
        unanswered=counted["unanswered_count"],
        posted_until=candidacy.posted_until,
        now=now,
    )


READER = given_key("reader")
_by_uid = PreparedQuery(
    lambda: with_counts(Candidacy.objects.filter(uid=Given("uid", UUIDField())), READER).order_by()
)
_by_key = PreparedQuery(
    lambda: with_counts(Candidacy.objects.filter(pk=given_key("candidacy")), READER).order_by()
)


def candidacy_again(key: int, *, actor_id: int) -> Candidacy:
    """As it is now, as far as it concerns the person. Raises Candidacy.DoesNotExist."""
    return _by_key.get(candidacy=key, reader=actor_id)


def candidacy_for(uid: UUID, viewer: Viewer, *, now: datetime) -> Candidacy | None:
    """The candidacy if it is the viewer's to open: one statement."""
    row = _by_uid.first(uid=uid, reader=viewer.user_id)
    if row is None or not sees_candidacy(viewer, facts_of_candidacy(row, now=now)):
        return None
    return row


def candidacies_of(council: Council, viewer: Viewer) -> list[Candidacy]:
    """Those on the way that the viewer may open, the newest first: one statement."""
    facts = facts_of_council(council)
    running = Q(state__in=CANDIDACY_RUNNING)
    if not belongs(viewer, facts):
        running &= Q(state__in=CANDIDACY_PUBLIC)
        if viewer.user_id is not None:
            own = Q(person=viewer.user_id) | Q(recommended_by=viewer.user_id)
            running |= own & Q(state__in=CANDIDACY_RUNNING)
    rows = Candidacy.objects.filter(running, council=council)
    return list(with_counts(rows, viewer.user_id).order_by("-recommended_at", "-pk"))


def objections_for(candidacy: Candidacy, viewer: Viewer, *, inside: bool) -> Sequence[Objection]:
    """All of them for the community's staff, for others their own."""
    rows = Objection.objects.filter(candidacy=candidacy).select_related("by", "answered_by")
    if not inside:
        rows = rows.filter(by=viewer.user_id) if viewer.user_id else rows.none()
    return list(rows.order_by("at", "pk"))


def to_be_looked_after(viewer: Viewer, *, now: datetime) -> list[Candidacy]:
    """What waits for the reader as staff of a community, the oldest first; empty for others."""
    paths = viewer.standing.paths(Role.STAFF, Role.LEAD)
    if not paths:
        return []
    theirs = Q()
    for path in paths:
        theirs |= Q(council__body__path__startswith=path)
    waiting = waits_for_staff(now=now).filter(theirs)
    return list(waiting.select_related("council__body").order_by("recommended_at", "pk"))


def waits_for_staff(*, now: datetime) -> QuerySet[Candidacy]:
    """Everywhere: seconded, checked or confirmed, the posting over, or an objection unanswered."""
    states = Q(state__in=STAFF_ACTS_NEXT)
    over = Q(state=CandidacyState.POSTED, posted_until__lte=now)
    objected = Q(
        Exists(Objection.objects.filter(candidacy=OuterRef("pk"), answered_at=None)),
        state=CandidacyState.POSTED,
    )
    return Candidacy.objects.filter(states | over | objected, council__active=True)


def waiting_objections(candidacy: Candidacy) -> list[Objection]:
    """For the staff who answer them, the oldest first."""
    rows = Objection.objects.filter(candidacy=candidacy, answered_at=None).select_related("by")
    return list(rows.order_by("at", "pk"))
