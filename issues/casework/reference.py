"""Give the next number of a community and a Shanghai year."""

from django.db import connection

from grids.models import Body
from issues.models import ReferenceCounter


def take_number(community: Body, year: int) -> int:
    """One statement that counts up and locks the row to the end of the transaction.

    Gaps are allowed: a number taken by an act that failed is not given again.
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
