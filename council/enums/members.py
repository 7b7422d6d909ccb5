"""Who sits in a council, how somebody comes to sit there, and how it ends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeatKind(models.TextChoices):
    """The five bodies that a council is made of (S6)."""

    PARTY = "party", _("party member")
    GRID_WORKER = "grid_worker", _("grid worker")
    FIRM = "firm", _("private firm")
    MASS_ORGANISATION = "mass", _("mass organisation")
    RESIDENT = "resident", _("resident")


class CandidacyState(models.TextChoices):
    RECOMMENDED = "recommended", _("recommended")
    SECONDED = "seconded", _("seconded")
    CHECKED = "checked", _("checked")
    POSTED = "posted", _("posted for objections")
    CONFIRMED = "confirmed", _("confirmed")
    APPOINTED = "appointed", _("appointed")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


# The way to a seat; what is not here is refused.
CANDIDACY_TRANSITIONS: dict[CandidacyState, frozenset[CandidacyState]] = {
    CandidacyState.RECOMMENDED: frozenset(
        {CandidacyState.SECONDED, CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
    ),
    CandidacyState.SECONDED: frozenset(
        {CandidacyState.CHECKED, CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
    ),
    CandidacyState.CHECKED: frozenset(
        {CandidacyState.POSTED, CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
    ),
    CandidacyState.POSTED: frozenset(
        {CandidacyState.CONFIRMED, CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
    ),
    CandidacyState.CONFIRMED: frozenset(
        {CandidacyState.APPOINTED, CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
    ),
    CandidacyState.APPOINTED: frozenset(),
    CandidacyState.REFUSED: frozenset(),
    CandidacyState.WITHDRAWN: frozenset(),
}
CANDIDACY_ENDED = frozenset(
    {CandidacyState.APPOINTED, CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
)
CANDIDACY_RUNNING = frozenset(CandidacyState) - CANDIDACY_ENDED
# Checked by the community and agreed to by the person: what everybody may read.
CANDIDACY_PUBLIC = frozenset(
    {CandidacyState.POSTED, CandidacyState.CONFIRMED, CandidacyState.APPOINTED}
)


class ConsentWay(models.TextChoices):
    """How the person who is recommended agreed to it."""

    HERE = "here", _("here, by their own hand")
    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("on the phone")
    PAPER = "paper", _("on paper, signed")


class EndedReason(models.TextChoices):
    """Why a term ended before its last day."""

    RESIGNED = "resigned", _("resigned")
    RECALLED = "recalled", _("recalled")
    ERASED = "erased", _("left for good")


class CandidacyAct(models.TextChoices):
    """What can be done to a candidacy: a file of its name in `actions/candidacies/`."""

    RECOMMEND = "recommend", _("recommend somebody")
    CONSENT = "consent", _("agree to stand")
    NOTE_CONSENT = "note_consent", _("note that the person agrees")
    SECOND = "second", _("second")
    CHECK = "check", _("check")
    POST = "post", _("post")
    OBJECT = "object", _("object")
    ANSWER_OBJECTION = "answer_objection", _("answer an objection")
    CONFIRM = "confirm", _("note the committee's decision")
    APPOINT = "appoint", _("appoint")
    REFUSE = "refuse", _("refuse")
    WITHDRAW = "withdraw", _("withdraw")


class MemberAct(models.TextChoices):
    """What can be done to a member's term: a file of its name in `actions/members/`."""

    RENEW = "renew", _("renew the term")
    RESIGN = "resign", _("resign")
    RECALL = "recall", _("recall")
    EXCUSE = "excuse", _("ask leave")
