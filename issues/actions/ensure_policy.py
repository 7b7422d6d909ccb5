"""Put the default policy into the database where there is none."""

from datetime import datetime

from django.db import transaction

from issues.chain.default_policy import default_policy
from issues.models import PolicyRule, PolicyVersion


def ensure_policy(*, now: datetime) -> PolicyVersion:
    """Make version 1 from the table of DESIGN §6, unless a version exists already."""
    with transaction.atomic():
        version, made = PolicyVersion.objects.get_or_create(
            number=1, defaults={"note": "default policy", "in_force_from": now}
        )
        if made:
            PolicyRule.objects.bulk_create(
                PolicyRule(
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
    return version
