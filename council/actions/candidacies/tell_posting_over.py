"""Tell the staff that postings are over, so that the committee can meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from council.addresses import address_of_candidacy, address_of_council
from council.casework.asks import STEP
from council.casework.case import CouncilCase
from council.enums.members import CandidacyState
from council.models import Candidacy
from grids.actions.record_and_tell import RecordedAndTold

AT_ONCE = 200


def tell_posting_over(*, now: datetime) -> None:
    """Once each, whenever it runs and however many run at once; nothing of it is recorded.

    Those of one council that end together are told together.
    """
    due = Candidacy.objects.filter(
        state=CandidacyState.POSTED, posting_told_at=None, posted_until__lte=now
    )
    with transaction.atomic():
        locked = due.select_for_update(of=("self",), skip_locked=True, no_key=True)
        rows = list(locked.select_related("council__body__parent").order_by("pk")[:AT_ONCE])
        changes = RecordedAndTold(now=now)
        by_council: dict[int, list[Candidacy]] = {}
        for row in rows:
            by_council.setdefault(row.council_id, []).append(row)
        for ended in by_council.values():
            _tell(ended, changes)
        Candidacy.objects.filter(pk__in=[row.pk for row in rows]).update(posting_told_at=now)
        changes.write_record()


def _tell(ended: Sequence[Candidacy], changes: RecordedAndTold) -> None:
    first, alone = ended[0], len(ended) == 1
    case = CouncilCase(
        council=first.council,
        actor=None,
        changes=changes,
        subject=first.uid,
        link=address_of_candidacy(first) if alone else address_of_council(first.council),
    )
    if alone:
        case.tell_staff("posting_over", calls_for=STEP)
    else:
        case.tell_staff("postings_over", number=len(ended))
