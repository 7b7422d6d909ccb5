"""Refuse to serve on tables of another version: half of what is asked would fail, unnoticed.

`python -m config.migrated` asks before a web server begins: Granian would start workers that
refuse again and again.
"""

from __future__ import annotations

import os
import pkgutil
from importlib import import_module
from importlib.util import find_spec

import django
from django.apps import apps
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from config.told import DoesNotStart


def refuse_missing_migrations() -> None:
    """For web server, worker and beat, as they begin; one query, and no migration is loaded.

    A database that does not answer is no reason: `/healthz/` says so, and it may come back.
    """
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except OperationalError:
        return
    finally:
        if not connection.in_atomic_block:
            connection.close()
    missing = sorted(migrations() - applied)
    if missing:
        app, name = missing[0]
        raise DoesNotStart(
            f"{len(missing)} migrations are missing in the database, the first is {app}.{name}: "
            "run `python -m config.migrate`."
        )


def migrations() -> set[tuple[str, str]]:
    """All that the installed apps bring, by the names of their files."""
    found = set()
    for config in apps.get_app_configs():
        package = f"{config.name}.migrations"
        if find_spec(package) is None:
            continue
        for module in pkgutil.iter_modules(import_module(package).__path__):
            if module.name[0] not in "_~":
                found.add((config.label, module.name))
    return found


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    refuse_missing_migrations()
