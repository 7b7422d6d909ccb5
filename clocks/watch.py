"""What looks where the engine does not: without a broker, a worker or a beat."""

from __future__ import annotations

import logging

from celery import current_app
from django.conf import settings

from accounts.queries.clock import database_now
from acting.faults import Fault, fault_of
from clocks.actions.look import count_from_now, end_standstill, note_standstill, note_watch
from clocks.queries.looks import Looks, looks

logger = logging.getLogger(__name__)


def watch() -> list[str]:
    """Do each task that was not done for three of its intervals; return those that were done now.

    While the engine runs this costs one statement. If the engine comes back, or a second watch
    looks at the same time, no harm is done: each task takes only rows that nobody has locked.
    """
    seen = looks()
    if missing := settings.LOOKED_EVERY.keys() - seen.known.keys():
        count_from_now(missing, now=seen.now)
    _write_down(seen)
    return [task for task in settings.LOOKED_EVERY if seen.is_for_the_watch(task) and _does(task)]


def _write_down(seen: Looks) -> None:
    if seen.engine_stands_still and not seen.is_noted:
        logger.error("The engine stands still: the watch looks in its place.")
        note_standstill(began_at=seen.engine_at, now=seen.now)
    elif seen.is_noted and not seen.engine_stands_still:
        logger.warning("The engine looks again.")
        end_standstill(now=seen.now)


def _does(task: str) -> bool:
    """Do one task. A failure must not keep the watch from the others; raises after a cut."""
    current_app.loader.import_default_modules()
    begun = database_now()
    try:
        current_app.tasks[task].run()
    except Exception as error:
        if fault_of(error) is Fault.CUT:
            raise
        logger.exception("The watch could not do %s.", task)
        return False
    note_watch(task, at=begun)
    return True
