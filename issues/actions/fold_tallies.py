"""Make one row of all that was added to a figure, so that a page sums few."""

from __future__ import annotations

from django.db import connection, transaction

from issues.models import Tally

# In one statement: whoever reads meanwhile sees the rows before or the one behind them. A row that
# another worker folds just now is waited for, and is gone then.
FOLD = """
WITH gone AS (
    DELETE FROM issues_tally USING (
        SELECT DISTINCT community_id, figure, part FROM issues_tally WHERE fresh
    ) AS added
    WHERE issues_tally.community_id = added.community_id
        AND issues_tally.figure = added.figure AND issues_tally.part = added.part
    RETURNING issues_tally.community_id, issues_tally.figure, issues_tally.part, amount
)
INSERT INTO issues_tally (community_id, figure, part, amount, fresh)
SELECT community_id, figure, part, sum(amount), false FROM gone
GROUP BY community_id, figure, part HAVING sum(amount) <> 0
"""


def fold_tallies() -> None:
    """When nothing was added, this costs one look into an index."""
    if not Tally.objects.filter(fresh=True).exists():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FOLD)
