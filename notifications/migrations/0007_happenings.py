from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0006_what_notices_call_for")]

    operations = [
        migrations.CreateModel(
            name="Happening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=60)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("came", "Came"),
                            ("urgent", "Urgent"),
                            ("late", "Late"),
                            ("taken", "Taken"),
                            ("changed", "Changed"),
                        ],
                        max_length=7,
                    ),
                ),
                ("subject", models.UUIDField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddIndex(
            model_name="happening",
            index=models.Index(fields=["place", "-id"], name="happening_newest_of_place"),
        ),
    ]
