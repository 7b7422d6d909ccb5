"""Take the next number of a community in a Shanghai year."""

from django.db import connection

from grids.models import Body
from issues.models import ReferenceCounter


def take_number(community: Body, year: int) -> int:
    """Count up in one statement, which locks the counter to the end of the transaction.

    Numbers may have gaps.
    """
    table = connection.ops.quote_name(ReferenceCounter._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} AS counter (community_id, year, last) VALUES (%s, %s, 1) "  # noqa: S608
            "ON CONFLICT (community_id, year) DO UPDATE SET last = counter.last + 1 "
            "RETURNING last",
            [community.pk, year],
        )
        (number,) = cursor.fetchone()
    return int(number)
