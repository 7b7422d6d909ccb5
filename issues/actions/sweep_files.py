"""Delete picture files without a row, left by a crash between writing file and row."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from issues.models import Upload

FOLDER = "photos"
# A file is written before its row, so the row of a younger file may still come.
SETTLED = timedelta(days=1)
BATCH = 500


def sweep_files(*, now: datetime) -> int:
    """Delete them; return how many they were."""
    if not default_storage.exists(FOLDER):
        return 0
    _folders, files = default_storage.listdir(FOLDER)
    names = [f"{FOLDER}/{file}" for file in files]
    deleted = 0
    for start in range(0, len(names), BATCH):
        for name in _unnamed(names[start : start + BATCH]):
            if default_storage.get_modified_time(name) < now - SETTLED:
                default_storage.delete(name)
                deleted += 1
    return deleted


def _unnamed(names: list[str]) -> list[str]:
    rows = Upload.objects.all()
    known: set[str] = set()
    for size in ("large", "medium", "small"):
        known |= set(rows.filter(**{f"{size}__in": names}).values_list(size, flat=True))
    return [name for name in names if name not in known]
