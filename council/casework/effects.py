"""What a decision does to its matter."""

from __future__ import annotations

from council.casework.table import TableCase
from council.models import Resolution


def carry_out(case: TableCase, resolution: Resolution) -> None:
    """The matter is locked after the sitting, never before. A rehearsal touches nothing."""
