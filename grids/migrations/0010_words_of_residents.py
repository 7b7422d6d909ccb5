from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("grids", "0009_kinds_of_import")]

    operations = [
        migrations.AddField(
            model_name="category",
            name="said_as",
            field=models.CharField(blank=True, max_length=400, verbose_name="words of residents"),
        ),
    ]
