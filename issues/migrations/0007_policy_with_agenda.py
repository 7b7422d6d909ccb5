"""The default policy, version 2: a major matter comes on an agenda of its community's council.

`manage.py start_agenda_clocks`, which `config.migrate` runs after the migrations, starts the clock
of those that are open.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import migrations
from django.utils import timezone

from issues.chain.default_policy import default_policy

# Where nothing was raised yet, there is nothing that an earlier version held for.
SINCE = datetime(2020, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def make(apps, schema_editor):
    is_new = not apps.get_model("issues", "Issue").objects.exists()
    version, made = apps.get_model("issues", "PolicyVersion").objects.get_or_create(
        number=2,
        defaults={
            "note": "default policy with the agenda",
            "in_force_from": SINCE if is_new else timezone.now(),
        },
    )
    if not made:
        return
    rule_model = apps.get_model("issues", "PolicyRule")
    rule_model.objects.bulk_create(
        rule_model(
            version=version,
            matter_class=rule.matter_class,
            level=rule.level,
            role=rule.role,
            kind=rule.kind,
            span_kind=rule.span.kind,
            amount=rule.span.amount,
            starts=rule.starts,
            on_breach=rule.on_breach,
        )
        for rule in default_policy()
    )


class Migration(migrations.Migration):
    dependencies = [("issues", "0006_what_a_sitting_does")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
