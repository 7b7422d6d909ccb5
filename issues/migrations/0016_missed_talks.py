"""What is due on a desk: missed talks are found by their matter."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("issues", "0015_orders_of_the_list")]

    operations = [
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("breached_at__isnull", False), ("kind", "talk")),
                fields=["issue"],
                name="deadline_missed_talk",
            ),
        ),
    ]
