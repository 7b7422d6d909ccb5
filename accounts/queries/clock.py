from datetime import datetime

from django.db import connection


def database_now() -> datetime:
    """The database's time, which decides what is due for every process alike."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment
