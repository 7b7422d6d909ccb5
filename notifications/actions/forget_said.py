"""Take the words out of notices that quote what may not be read any more."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, Func, JSONField, TextField, Value
from django.db.models.functions import Cast

from notifications.models import Notice
from notifications.notices import SAID


def forget_said(subjects: Collection[UUID], *, people: Collection[int] | None = None) -> int:
    """Notices about `subjects`, to `people` or to everybody, then say only that something was said.

    Called inside the transaction that takes the words out of sight; returns how many notices.
    """
    notices = Notice.objects.filter(subject__in=subjects, parameters__has_key=SAID)
    if people is not None:
        notices = notices.filter(recipient__in=people)
    name = Cast(Value(SAID), TextField())
    without = Func(
        F("parameters"),
        name,
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=JSONField(),
    )
    return notices.update(parameters=without)
