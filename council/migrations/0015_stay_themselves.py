"""Sittings and councils keep the id that their streams in the record are named by."""

from django.db import migrations

STAYS = """
CREATE TRIGGER {table}_stays_itself BEFORE UPDATE OF uid ON {table}
    FOR EACH ROW WHEN (OLD.uid IS DISTINCT FROM NEW.uid)
    EXECUTE FUNCTION ledger_refuse()
"""


class Migration(migrations.Migration):
    dependencies = [
        ("council", "0014_next_sitting"),
        ("ledger", "0003_bound"),
    ]

    operations = [
        migrations.RunSQL(
            STAYS.format(table=table), f"DROP TRIGGER {table}_stays_itself ON {table}"
        )
        for table in ("council_meeting", "council_council")
    ]
