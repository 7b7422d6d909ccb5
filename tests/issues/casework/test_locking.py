"""A lock that ends at once would keep nobody out."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from issues.casework.locking import lock, lock_for_the_clock
from tests.harness.world import LiveWorld


def test_nobody_locks_where_no_transaction_holds_the_lock(world_database: LiveWorld) -> None:
    for locking in (lock, lock_for_the_clock):
        with pytest.raises(TransactionManagementError), CaptureQueriesContext(connection) as asked:
            locking([1])
        assert not asked.captured_queries
