from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_sign_in_link"),
    ]

    operations = [
        migrations.AddField(
            model_name="sentcode",
            name="asked_by",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="sentcode",
            name="code_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
    ]
