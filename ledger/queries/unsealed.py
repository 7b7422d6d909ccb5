"""What was recorded and waits for its seal."""

from __future__ import annotations

from datetime import datetime

from ledger.models import Unsealed


def oldest_unsealed() -> datetime | None:
    """When it was recorded; None where everything is sealed."""
    rows = Unsealed.objects.order_by("entry_id").values_list("entry__recorded_at", flat=True)
    return rows.first()
