"""The list of all matters goes by more than when they were raised.

Supporters are counted, and the last progress is read from the record, in a statement each.
"""

import django.utils.timezone
from django.db import migrations, models

# What the actions did not count when this was written.
NO_PROGRESS = (
    "issue.supported",
    "issue.added",
    "issue.assigned",
    "issue.called_back",
    "issue.missed",
    "issue.supervised",
    "issue.recomputed",
    "issue.reporter_erased",
)
COUNT = """
UPDATE issues_issue i SET supporters = counted.n
FROM (SELECT issue_id, count(*) AS n FROM issues_support GROUP BY issue_id) AS counted
WHERE counted.issue_id = i.id
"""
# Of a matter that everybody reads: the last entry that it went on by, or its publishing. Of all
# others it says no more than when they were raised.
PROGRESS = """
UPDATE issues_issue i SET last_progress_at = greatest(i.raised_at, i.published_at, went_on.at)
FROM issues_issue j
LEFT JOIN (
    SELECT s.name, max(e.recorded_at) AS at
    FROM ledger_entry e JOIN ledger_stream s ON s.id = e.stream_id
    WHERE s.public AND e.kind LIKE 'issue.%%' AND e.kind <> ALL (%s)
    GROUP BY s.name
) AS went_on ON j.visibility = 'public' AND went_on.name = 'issue:' || j.uid
WHERE j.id = i.id
"""


def fill(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(COUNT)
        cursor.execute(PROGRESS, [list(NO_PROGRESS)])


class Migration(migrations.Migration):
    dependencies = [
        ("issues", "0014_waits_for_a_word"),
        ("ledger", "0002_append_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="issue",
            name="supporters",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="issue",
            name="last_progress_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        # After the rows, which are all rewritten: an index is built faster than it is changed.
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(
                condition=models.Q(("visibility", "public")),
                fields=["community", "-supporters", "-id"],
                name="issue_public_community_most",
            ),
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(
                condition=models.Q(("visibility", "public")),
                fields=["community", "-last_progress_at", "-id"],
                name="issue_public_community_last",
            ),
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(
                condition=models.Q(("visibility", "public")),
                fields=["grid", "-supporters", "-id"],
                name="issue_public_grid_most",
            ),
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(
                condition=models.Q(("visibility", "public")),
                fields=["grid", "-last_progress_at", "-id"],
                name="issue_public_grid_last",
            ),
        ),
    ]
