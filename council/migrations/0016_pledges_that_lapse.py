from django.db import migrations, models


class Migration(migrations.Migration):
    """Another word; nothing changes in the database."""

    dependencies = [
        ("council", "0015_stay_themselves"),
    ]

    operations = [
        migrations.AlterField(
            model_name="pledge",
            name="state",
            field=models.CharField(
                choices=[
                    ("asked", "asked"),
                    ("accepted", "accepted"),
                    ("declined", "declined"),
                    ("expired", "not answered in time"),
                    ("lapsed", "not asked any more"),
                ],
                max_length=8,
            ),
        ),
    ]
