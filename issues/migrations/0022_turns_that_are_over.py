from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("issues", "0021_open_in_order")]

    operations = [
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("left_at__isnull", False)),
                fields=["body", "-left_at"],
                name="assignment_over",
            ),
        ),
    ]
