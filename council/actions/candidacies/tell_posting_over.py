"""Tell the staff that a posting is over, so that the committee can meet."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from council.addresses import address_of_candidacy
from council.casework.case import CouncilCase
from council.enums.members import CandidacyState
from council.models import Candidacy
from grids.actions.record_and_tell import RecordedAndTold

AT_ONCE = 200


def tell_posting_over(*, now: datetime) -> None:
    """Once each, whenever it runs and however many run at once; nothing of it is recorded."""
    due = Candidacy.objects.filter(
        state=CandidacyState.POSTED, posting_told_at=None, posted_until__lte=now
    )
    with transaction.atomic():
        locked = due.select_for_update(of=("self",), skip_locked=True, no_key=True)
        rows = list(locked.select_related("council__body__parent").order_by("pk")[:AT_ONCE])
        changes = RecordedAndTold(now=now)
        for row in rows:
            case = CouncilCase(
                council=row.council,
                actor=None,
                changes=changes,
                subject=row.uid,
                link=address_of_candidacy(row),
            )
            case.tell_staff("posting_over")
        Candidacy.objects.filter(pk__in=[row.pk for row in rows]).update(posting_told_at=now)
        changes.write_record()
