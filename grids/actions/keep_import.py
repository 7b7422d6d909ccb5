"""Keep what was read from a file until it is confirmed."""

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from accounts.models import User
from grids.actions.forget_imports import forget_imports
from grids.importing.reading import Row
from grids.models import ImportBatch

KEPT = timedelta(hours=2)


def keep_import(
    rows: list[Row], *, kind: str, key: UUID, actor: User, now: datetime
) -> ImportBatch:
    """The batch of this key, which is made once. Batches that expired are emptied on the way."""
    forget_imports(now=now)
    batch, _made = ImportBatch.objects.get_or_create(
        key=key,
        defaults={
            "owner": actor,
            "kind": kind,
            "rows": [asdict(row) for row in rows],
            "line_count": len(rows),
            "created_at": now,
            "expires_at": now + KEPT,
        },
    )
    return batch
