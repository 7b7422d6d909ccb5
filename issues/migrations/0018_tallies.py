"""Keep the published numbers of each community, what is open in each grid, and since when a
matter is handled with another.
"""

import django.db.models.deletion
from django.db import migrations, models

FIGURES = ["raised", "open", "departments", "solved", "settled", "money", "taken_in", "taken_late"]

# What one matter adds to each figure. Money is what its results cost.
OF_A_MATTER = """
    SELECT matter.community_id, one.figure, one.part, one.amount * matter.sign AS amount
    FROM ({rows}) AS matter CROSS JOIN LATERAL (
        SELECT matter.visibility = 'public' AS public, matter.ended_at IS NULL AS open,
            matter.ending = 'solved' AS solved
    ) AS so CROSS JOIN LATERAL (VALUES
        ('raised', 0::bigint, so.public::int::numeric),
        ('open', matter.grid_id, (so.public AND so.open)::int),
        ('departments', 0, (so.public AND so.open AND matter.level = 'department')::int),
        ('solved', 0, (so.public AND so.solved)::int),
        ('settled', coalesce(matter.category_id, 0), so.solved::int),
        ('money', 0, CASE WHEN so.public AND so.solved THEN (
            SELECT coalesce(sum(cost.money), 0) FROM issues_outcome cost
            WHERE cost.issue_id = matter.id
        ) ELSE 0 END)
    ) AS one (figure, part, amount)
"""
OF_A_RESULT = """
    SELECT matter.community_id, 'money' AS figure, 0::bigint AS part, cost.money * cost.sign AS amount
    FROM ({rows}) AS cost JOIN issues_issue matter ON matter.id = cost.issue_id
    WHERE cost.money IS NOT NULL AND matter.visibility = 'public' AND matter.ending = 'solved'
"""
OF_A_CLOCK = """
    SELECT matter.community_id, one.figure, 0::bigint AS part, one.amount * clock.sign AS amount
    FROM ({rows}) AS clock JOIN issues_issue matter ON matter.id = clock.issue_id
    CROSS JOIN LATERAL (VALUES
        ('taken_in', (clock.met_at IS NOT NULL)::int::numeric),
        ('taken_late', (clock.breached_at IS NOT NULL)::int)
    ) AS one (figure, amount)
    WHERE clock.kind = 'receive' AND clock.void_at IS NULL
"""
MERGED_AT = "UPDATE issues_issue SET merged_at = ended_at WHERE merged_into_id IS NOT NULL"
COLUMNS = {
    "issue": "id, community_id, grid_id, category_id, visibility, ended_at, ending, level",
    "outcome": "issue_id, money",
    "deadline": "issue_id, kind, met_at, breached_at, void_at",
}
ADDING = {"issue": OF_A_MATTER, "outcome": OF_A_RESULT, "deadline": OF_A_CLOCK}
INSERT = """
INSERT INTO issues_tally (community_id, figure, part, amount, fresh)
SELECT community_id, figure, part, sum(amount), {fresh} FROM ({adding}) AS added
GROUP BY community_id, figure, part HAVING sum(amount) <> 0
"""
# What a statement leaves counts, and what it found no more.
FOUND = {
    "INSERT": "SELECT 1 AS sign, {columns} FROM now_there",
    "UPDATE": "SELECT 1 AS sign, {columns} FROM now_there"
    " UNION ALL SELECT -1, {columns} FROM was_there",
    "DELETE": "SELECT -1 AS sign, {columns} FROM was_there",
}
ALL = "SELECT 1 AS sign, {columns} FROM issues_{table}"
TABLES = {
    "INSERT": "NEW TABLE AS now_there",
    "UPDATE": "OLD TABLE AS was_there NEW TABLE AS now_there",
    "DELETE": "OLD TABLE AS was_there",
}
TRIGGER = """
CREATE FUNCTION issues_tally_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {insert};
  RETURN NULL;
END $$;
CREATE TRIGGER {name}_is_tallied AFTER {event} ON issues_{table} REFERENCING {tables}
FOR EACH STATEMENT EXECUTE FUNCTION issues_tally_{name}();
"""


def triggers() -> str:
    made = []
    for table, adding in ADDING.items():
        for event, found in FOUND.items():
            rows = found.format(columns=COLUMNS[table])
            made.append(
                TRIGGER.format(
                    name=f"{table}_{event.lower()}",
                    insert=INSERT.format(adding=adding.format(rows=rows), fresh="true"),
                    event=event,
                    table=table,
                    tables=TABLES[event],
                )
            )
    return "".join(made)


def no_triggers() -> str:
    return "".join(
        f"DROP TRIGGER {table}_{event.lower()}_is_tallied ON issues_{table};"
        f"DROP FUNCTION issues_tally_{table}_{event.lower()}();"
        for table in ADDING
        for event in FOUND
    )


def as_it_stands() -> str:
    """The figures of what was there before: a result's cost goes with its matter."""
    return ";".join(
        INSERT.format(
            adding=ADDING[table].format(rows=ALL.format(columns=COLUMNS[table], table=table)),
            fresh="false",
        )
        for table in ("issue", "deadline")
    )


class Migration(migrations.Migration):
    dependencies = [("issues", "0017_spot"), ("grids", "0009_kinds_of_import")]

    operations = [
        migrations.AddField(
            model_name="issue",
            name="merged_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        # Of what was merged on since nobody kept when: it ended at the first of them.
        migrations.RunSQL(MERGED_AT, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "figure",
                    models.CharField(
                        choices=[
                            ("raised", "raised"),
                            ("open", "open"),
                            ("departments", "departments"),
                            ("solved", "solved"),
                            ("settled", "settled"),
                            ("money", "money"),
                            ("taken_in", "taken in"),
                            ("taken_late", "taken late"),
                        ],
                        max_length=11,
                    ),
                ),
                ("part", models.BigIntegerField(default=0)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16)),
                ("fresh", models.BooleanField(default=True)),
                (
                    "community",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.body",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["community", "figure", "part"], name="tally_of_a_community"
                    ),
                    models.Index(
                        condition=models.Q(("fresh", True)), fields=["id"], name="tally_fresh"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("figure__in", FIGURES)), name="tally_figure_known"
                    )
                ],
            },
        ),
        migrations.RunSQL(as_it_stands(), migrations.RunSQL.noop),
        migrations.RunSQL(triggers(), no_triggers()),
    ]
