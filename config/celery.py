"""The Celery application. Tasks only say "look now"; what is due stands in PostgreSQL."""

import logging
import os
from typing import Any

from celery import Celery
from celery.signals import after_setup_logger, after_setup_task_logger, beat_init, worker_init

from config.log_filter import RowsLeftOut

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("pavilion", task_cls="clocks.task:LookingTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@after_setup_logger.connect
@after_setup_task_logger.connect
def leave_rows_out(logger: logging.Logger, **_told: Any) -> None:
    """Celery sets up handlers of its own, which know nothing of our settings."""
    for handler in logger.handlers:
        handler.addFilter(RowsLeftOut())


@worker_init.connect
@beat_init.connect
def refuse_other_tables(**_told: Any) -> None:
    from config.migrated import refuse_missing_migrations

    refuse_missing_migrations()
