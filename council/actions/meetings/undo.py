"""The last slip at the table is put right, and that too stands in the log."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Command, Meeting


def undo(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, command: UUID | None = None
) -> None:
    """`command` names what is meant, so that two presses do not undo two steps.

    Raises Refused where what it changed has been changed again since.
    """
    with opened_table(meeting, TableAct.UNDO, actor=actor, now=now, sent=sent) as case:
        slip = case.state.slip
        if slip is None or command not in {None, slip.command}:
            raise Refused(_("There is nothing to undo."))
        row = Command.objects.get(uid=slip.command)
        _put_all_back(row.inverse["rows"])
        row.undone = True
        row.save(update_fields=["undone"])
        case.parameters = {"command": str(slip.command), "kind": slip.kind}


def _put_all_back(changes: list[dict[str, Any]]) -> None:
    """Backwards. What somebody did meanwhile from a phone stays, and refuses the undoing."""
    changed = _("It has been changed again since, so it cannot be undone.")
    try:
        with transaction.atomic():
            if not all(_put_back(change) for change in reversed(changes)):
                raise Refused(changed)
    except IntegrityError as error:
        raise Refused(changed) from error


def _put_back(change: dict[str, Any]) -> bool:
    """False where the row is not as the step left it."""
    model = apps.get_model("council", change["model"])
    row = model._default_manager.filter(pk=change["key"]).first()
    if row is None:
        return False
    if any(_value(row, name, value) != getattr(row, name) for name, value in change["is"].items()):
        return False
    if "was" not in change:
        row.delete()
        return True
    for name, value in change["was"].items():
        setattr(row, name, _value(row, name, value))
    row.save(update_fields=list(change["was"]))
    return True


def _value(row: Model, name: str, value: Any) -> Any:
    """As the column holds it, from what the log keeps."""
    fields = {field.attname: field for field in row._meta.concrete_fields}
    return fields[name].to_python(value)
