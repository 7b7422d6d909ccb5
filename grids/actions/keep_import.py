"""Keep the rows read from a file until someone confirms them."""

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from accounts.models import User
from grids.actions.forget_imports import forget_imports
from grids.importing.table import Row
from grids.models import ImportBatch

KEPT = timedelta(hours=2)


def keep_import(
    rows: list[Row], *, kind: str, key: UUID, actor: User, now: datetime
) -> ImportBatch:
    """Return the batch of this key, made once; also empty the batches that have expired."""
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
