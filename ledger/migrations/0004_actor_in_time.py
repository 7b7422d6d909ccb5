from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_bound")]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["actor", "happened_at"], name="entry_actor_in_time"),
        ),
        migrations.RemoveIndex(model_name="entry", name="entry_actor"),
    ]
