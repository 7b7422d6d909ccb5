"""Count the kept figures anew, should they ever not be what a count gives."""

from __future__ import annotations

from django.db import connection, transaction

from acting.actions.write_rows import insert_rows
from issues.models import Tally
from issues.queries.tallies import counted_tallies

# Nothing that is counted changes meanwhile; whoever acts waits, readers don't.
HOLD = "LOCK TABLE issues_issue, issues_outcome, issues_deadline IN SHARE ROW EXCLUSIVE MODE"


def recount_tallies() -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(HOLD)
        Tally.objects.all().delete()
        insert_rows(
            [
                Tally(community_id=community, figure=figure, part=part, amount=n, fresh=False)
                for (community, figure, part), n in counted_tallies().items()
            ]
        )
