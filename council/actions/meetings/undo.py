"""The last slip at the table is put right, and that too stands in the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from acting.actions.write_rows import delete_unreferenced, update_together
from acting.refusals import Refused
from council.acts.needs import needs_item
from council.acts.table import TABLE_ACTS
from council.casework.table import TableCase, opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Command, Meeting

CHANGED_AGAIN = gettext_lazy("It has been changed again since, so it cannot be undone.")
OF_AN_ITEM = frozenset(act for act, row in TABLE_ACTS.items() if needs_item in row.needs)
CAME = frozenset({TableAct.ARRIVE, TableAct.JOIN, TableAct.WALK_IN})

# What `TableCase` kept of one row that it made or changed.
Change: TypeAlias = "dict[str, Any]"
Rows: TypeAlias = "Mapping[tuple[str, int], Model]"


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
        if _is_built_upon(case, row):
            raise Refused(CHANGED_AGAIN)
        row.undone = True
        _put_all_back(row)
        case.parameters = {"command": str(slip.command), "kind": slip.kind}


def _is_built_upon(case: TableCase, command: Command) -> bool:
    """Whether a phone has done since what nobody could do without this step.

    To an item that is on, or by somebody who is there. What was taken back again counts too: it is
    for the chair to say what becomes of it.
    """
    since = Command.objects.filter(meeting=case.meeting, seq__gt=command.seq, undone=False)
    since = since.filter(kind__in=OF_AN_ITEM)
    if command.kind in CAME:
        line = next(
            one for one in case.state.roll if str(one.roll.uid) == command.parameters["roll"]
        )
        person = line.roll.person_id
        return person is not None and since.filter(actor=person).exists()
    return command.kind == TableAct.START_ITEM and since.exists()


def _put_all_back(command: Command) -> None:
    """Backwards; what somebody did meanwhile from a phone stays, and refuses the undoing."""
    changes = command.inverse["rows"]
    rows = _rows_of(changes)
    if not all(_put_back(change, rows) for change in reversed(changes)):
        raise Refused(CHANGED_AGAIN)
    try:
        with transaction.atomic():
            is_written = _write(changes, rows, command)
    except IntegrityError as error:
        raise Refused(CHANGED_AGAIN) from error
    if not is_written:
        raise Refused(CHANGED_AGAIN)


def _rows_of(changes: list[Change]) -> Rows:
    """As they are now, a statement for each model."""
    keys: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        keys[change["model"]].add(change["key"])
    return {
        (name, row.pk): row
        for name, of_model in keys.items()
        for row in _model(name)._default_manager.filter(pk__in=of_model)
    }


def _put_back(change: Change, rows: Rows) -> bool:
    """False where the row is not as the step left it."""
    row = rows.get((change["model"], change["key"]))
    if row is None:
        return False
    if any(_value(row, name, value) != getattr(row, name) for name, value in change["is"].items()):
        return False
    for name, value in change.get("was", {}).items():
        setattr(row, name, _value(row, name, value))
    return True


def _write(changes: list[Change], rows: Rows, command: Command) -> bool:
    """All changes in one statement, and one for each model of what was made.

    False where something refers by now to what was made.
    """
    made: dict[str, list[int]] = {}
    fields: dict[tuple[str, int], set[str]] = defaultdict(set)
    for change in reversed(changes):
        if "was" in change:
            fields[change["model"], change["key"]] |= change["was"].keys()
        else:
            made.setdefault(change["model"], []).append(change["key"])
    alike: dict[tuple[str, ...], list[Model]] = defaultdict(list)
    for (model, key), names in fields.items():
        if key not in made.get(model, ()):
            alike[model, *sorted(names)].append(rows[model, key])
    update_together(
        *((kept, names) for (_model_name, *names), kept in alike.items()), ([command], ["undone"])
    )
    return all(delete_unreferenced(_model(name), keys) == len(keys) for name, keys in made.items())


def _model(name: str) -> type[Model]:
    return apps.get_model("council", name)


def _value(row: Model, name: str, value: Any) -> Any:
    """As the column holds it, from what the log keeps."""
    fields = {field.attname: field for field in row._meta.concrete_fields}
    return fields[name].to_python(value)
