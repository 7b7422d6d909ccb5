from django.db import migrations

from grids.integrity import NO_TRIGGERS, TRIGGERS


class Migration(migrations.Migration):
    dependencies = [("grids", "0001_initial")]

    operations = [migrations.RunSQL(TRIGGERS, NO_TRIGGERS)]
