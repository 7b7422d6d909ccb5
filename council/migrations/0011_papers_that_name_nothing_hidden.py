from django.apps.registry import Apps
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def name_by_number(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Talks that were given the title of their matter have its number now, as new ones do."""
    items = apps.get_model("council", "AgendaItem").objects.filter(
        meeting__kind="instant", issue__isnull=False
    )
    for item in items.select_related("issue", "meeting"):
        if item.meeting.title == item.title[:80]:
            item.meeting.title = f"商议 {item.issue.reference}"
            item.meeting.save(update_fields=["title"])


class Migration(migrations.Migration):
    dependencies = [
        ("council", "0010_first_wording_of_motions"),
    ]

    operations = [
        migrations.AddField(
            model_name="minutespaper",
            name="masked",
            field=ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None),
        ),
        migrations.RunPython(name_by_number, migrations.RunPython.noop),
    ]
