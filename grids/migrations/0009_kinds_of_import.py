from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("grids", "0008_places"),
    ]

    operations = [
        migrations.AlterField(
            model_name="importbatch",
            name="kind",
            field=models.CharField(
                choices=[
                    ("bodies", "responsible bodies"),
                    ("buildings", "buildings"),
                    ("venues", "venues"),
                    ("postings", "postings"),
                    ("categories", "categories"),
                    ("competences", "competences"),
                ],
                max_length=12,
                verbose_name="kind",
            ),
        ),
    ]
