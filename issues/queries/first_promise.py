"""Whether what was promised to the resident at first was kept."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from issues.enums.turns import TurnRole
from issues.models import Commitment, Outcome


def kept_first_promise() -> Q:
    """For annotating issues as `first_kept`, which `first_promise` reads.

    It was kept if by its date a lead reported a result that nobody refused on the spot, or made an
    urgent matter safe and promised the rest. A result of the present round counts whenever it was
    reported: while people judge it, the promise is not called broken.
    """
    by_then = {"issue": OuterRef("pk")}
    reported = Outcome.objects.filter(
        Q(delivered_at__lte=OuterRef("promised_by")) | Q(round=OuterRef("unsolved_rounds") + 1),
        **by_then,
        assignment__role=TurnRole.LEAD,
        refused_at__isnull=True,
    )
    made_safe = Commitment.objects.filter(
        **by_then, made_safe=True, promised_at__lte=OuterRef("promised_by")
    )
    return Q(Exists(reported.order_by())) | Q(Exists(made_safe.order_by()))
