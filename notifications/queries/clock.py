from datetime import datetime

from django.db import connection


def database_now() -> datetime:
    """The database's clock, the one that decides what is due whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment
