"""A draft belongs to one sending and one number.

Those from before have neither, so that nobody can be told to be their sender: they go.
"""

from django.db import migrations, models


def forget(apps, schema_editor):
    apps.get_model("issues", "Draft").objects.filter(user=None).delete()


class Migration(migrations.Migration):
    dependencies = [("issues", "0007_policy_with_agenda")]

    operations = [
        migrations.AddField(
            "draft", "number", models.CharField(blank=True, default="", max_length=64)
        ),
        migrations.AddField("draft", "tries", models.PositiveSmallIntegerField(default=0)),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
