from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("issues", "0013_follows_and_kept_replies")]

    operations = [
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(
                condition=models.Q(("stage", "confirm")),
                fields=["reporter", "raised_at"],
                name="issue_waits_for_a_word",
            ),
        ),
    ]
