"""A matter that is handled with another says since when; and what the database does by itself finds
our tables whatever path a session, or what restores a copy, looks along.
"""

from django.db import migrations, models

# Of the kept figures, of places and of the record: none names the schema of its tables.
PREFIXES = ("issues", "grids", "ledger")
EACH_FUNCTION = """
DO $$
DECLARE found regprocedure;
BEGIN
  FOR found IN
    SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
      AND split_part(proname, '_', 1) = ANY (ARRAY[{prefixes}])
  LOOP
    EXECUTE format('ALTER FUNCTION %s {so}', found);
  END LOOP;
END $$
"""


def each_function(so: str) -> str:
    return EACH_FUNCTION.format(prefixes=", ".join(f"'{one}'" for one in PREFIXES), so=so)


# Where both stand or neither does. The one that is there without the other is its end.
MERGED_AT = (
    "UPDATE issues_issue SET merged_at = ended_at WHERE merged_into_id IS NOT NULL AND merged_at IS NULL",
    "UPDATE issues_issue SET merged_at = NULL WHERE merged_into_id IS NULL AND merged_at IS NOT NULL",
)


class Migration(migrations.Migration):
    dependencies = [
        ("issues", "0018_tallies"),
        ("grids", "0010_words_of_residents"),
        ("ledger", "0002_append_only"),
    ]

    operations = [
        *(migrations.RunSQL(one, migrations.RunSQL.noop) for one in MERGED_AT),
        # What the updates left to be checked at the end stands in the way of altering the table.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True, merged_at__isnull=True)
                | models.Q(merged_into__isnull=False, merged_at__isnull=False),
                name="issue_merged_since",
            ),
        ),
        migrations.RunSQL(
            each_function("SET search_path = pg_catalog, public, pg_temp"),
            each_function("RESET search_path"),
        ),
    ]
