from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0005_read_long_ago")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="calls_for",
            field=models.CharField(blank=True, default="", max_length=60, verbose_name="calls for"),
        ),
        migrations.RemoveIndex(model_name="notice", name="notice_unread_of_person"),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("read_at__isnull", True)),
                fields=["recipient", "subject"],
                name="notice_unread_of_person",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("read_at__isnull", True))
                & models.Q(("calls_for", ""), _negated=True),
                fields=["subject"],
                name="notice_calls_for",
            ),
        ),
    ]
