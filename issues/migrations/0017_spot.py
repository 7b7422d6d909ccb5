"""Where a matter is that stands at no place with a row is part of its place, not of its note."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("grids", "0009_kinds_of_import"),
        ("issues", "0016_missed_talks"),
    ]

    operations = [
        migrations.AddField(
            model_name="issue",
            name="estate",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="grids.estate",
            ),
        ),
        migrations.AddField(
            model_name="issue",
            name="spot",
            field=models.CharField(
                blank=True,
                choices=[("public", "a public place"), ("unsure", "can't say")],
                default="",
                max_length=6,
            ),
        ),
    ]
