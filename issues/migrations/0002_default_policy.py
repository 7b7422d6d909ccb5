"""The default policy, version 1 (rules §6), so that no database is ever without one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import migrations

from issues.chain.default_policy import first_policy

# Long before anything the product can hold.
SINCE = datetime(2020, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def make(apps, schema_editor):
    version, made = apps.get_model("issues", "PolicyVersion").objects.get_or_create(
        number=1, defaults={"note": "default policy", "in_force_from": SINCE}
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
        for rule in first_policy()
    )


class Migration(migrations.Migration):
    dependencies = [("issues", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
