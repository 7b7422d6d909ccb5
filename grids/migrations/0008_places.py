"""Places beside buildings, also outside estates; English names of all of them."""

import django.db.models.deletion
from django.db import migrations, models

from grids.integrity import BUILDING_GUARD, LIVED_IN, NO_LIVED_IN


class Migration(migrations.Migration):
    dependencies = [
        ("grids", "0007_plain_codes"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="building",
            options={
                "ordering": ["estate__name", "position", "number"],
                "verbose_name": "building or place",
                "verbose_name_plural": "buildings and places",
            },
        ),
        migrations.AddField(
            model_name="building",
            name="kind",
            field=models.CharField(
                choices=[
                    ("building", "building"),
                    ("road", "road"),
                    ("gate", "gate"),
                    ("market", "market"),
                    ("green", "square or green"),
                    ("facility", "public facility"),
                    ("other", "other place"),
                ],
                default="building",
                max_length=12,
                verbose_name="kind of place",
            ),
        ),
        migrations.AddField(
            model_name="building",
            name="name_en",
            field=models.CharField(blank=True, max_length=80, verbose_name="name in English"),
        ),
        migrations.AddField(
            model_name="estate",
            name="name_en",
            field=models.CharField(blank=True, max_length=80, verbose_name="name in English"),
        ),
        migrations.AddField(
            model_name="venue",
            name="name_en",
            field=models.CharField(blank=True, max_length=120, verbose_name="name in English"),
        ),
        migrations.AlterField(
            model_name="building",
            name="estate",
            field=models.ForeignKey(
                blank=True,
                help_text="A road or a market may stand outside all estates; a building may not.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="buildings",
                to="grids.estate",
                verbose_name="estate",
            ),
        ),
        migrations.AlterField(
            model_name="building",
            name="number",
            field=models.CharField(max_length=20, verbose_name="building number, or name"),
        ),
        migrations.AddConstraint(
            model_name="building",
            constraint=models.UniqueConstraint(
                condition=models.Q(("estate__isnull", True)),
                fields=("grid", "number"),
                name="place_name_unique",
                violation_error_message="This grid already has a place of that name outside its estates.",
            ),
        ),
        migrations.AddConstraint(
            model_name="building",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["building", "road", "gate", "market", "green", "facility", "other"],
                    )
                ),
                name="building_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="building",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "building"), _negated=True),
                    ("estate__isnull", False),
                    _connector="OR",
                ),
                name="building_in_estate",
                violation_error_message="A building stands in an estate; only other places may stand outside.",
            ),
        ),
        migrations.RunSQL(BUILDING_GUARD, migrations.RunSQL.noop),
        migrations.RunSQL(LIVED_IN, NO_LIVED_IN),
    ]
