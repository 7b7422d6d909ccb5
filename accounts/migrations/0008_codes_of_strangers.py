from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_devices"),
    ]

    operations = [
        migrations.AddField(
            model_name="sentcode",
            name="to_number",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddIndex(
            model_name="sentcode",
            index=models.Index(
                condition=models.Q(("to_number", ""), _negated=True),
                fields=["to_number", "sent_at"],
                name="sent_code_of_strangers",
            ),
        ),
    ]
