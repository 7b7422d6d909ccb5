"""What matters are found by gets a table of its own; all that exist are read into it."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

from issues.search.found_by import COLUMNS, found_by

BATCH = 2_000
WRITE = """
INSERT INTO issues_findable (issue_id, audience, terms)
SELECT issue_id, audience, array_to_tsvector(string_to_array(terms, ' '))
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS given (issue_id, audience, terms)
"""


def is_there(model, path):
    for name in path.split("__"):
        if name in ("pk", "community_id"):
            return True
        if model is None or name not in {field.name for field in model._meta.get_fields()}:
            return False
        model = model._meta.get_field(name).related_model
    return True


def read_all(apps, schema_editor):
    """A statement reads a batch and another writes it; the words themselves only Python can cut."""
    issue = apps.get_model("issues", "Issue")
    # Columns that came later, also of other tables, are empty in what was written before them.
    known = [name for name in COLUMNS if is_there(issue, name)]
    empty = dict.fromkeys(COLUMNS)
    issues, last = issue.objects.order_by("pk"), 0
    while batch := list(issues.filter(pk__gt=last).values(*known)[:BATCH]):
        rows = [
            (matter["pk"], audience.value, " ".join(terms))
            for matter in batch
            for audience, terms in found_by({**empty, **matter}).items()
        ]
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(WRITE, [list(column) for column in zip(*rows, strict=True)])
        last = batch[-1]["pk"]


class Migration(migrations.Migration):
    dependencies = [("issues", "0010_notes_and_assignees")]

    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audience",
                    models.CharField(choices=[("e", "everyone"), ("i", "inside")], max_length=1),
                ),
                ("terms", django.contrib.postgres.search.SearchVectorField()),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findable",
                        to="issues.issue",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Renamed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "thing",
                    models.CharField(
                        choices=[
                            ("category", "category"),
                            ("estate", "estate"),
                            ("building", "building"),
                            ("venue", "venue"),
                            ("grid", "grid"),
                        ],
                        max_length=8,
                    ),
                ),
                ("key", models.BigIntegerField()),
                ("done", models.BigIntegerField(default=0)),
                ("since", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.AddConstraint(
            model_name="findable",
            constraint=models.UniqueConstraint(fields=("issue", "audience"), name="findable_once"),
        ),
        migrations.AddConstraint(
            model_name="findable",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["e", "i"])), name="findable_audience_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="renamed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("thing__in", ["category", "estate", "building", "venue", "grid"])
                ),
                name="renamed_thing_known",
            ),
        ),
        migrations.RunPython(read_all, migrations.RunPython.noop),
        # After the rows: an index of many is built much faster than it grows.
        migrations.AddIndex(
            model_name="findable",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["terms"], name="findable_terms"
            ),
        ),
        migrations.RemoveIndex(model_name="issue", name="issue_search"),
        migrations.RemoveField(model_name="issue", name="search"),
    ]
