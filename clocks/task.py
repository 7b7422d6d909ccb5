"""What every task of Celery is: a look at what the database says is due."""

from __future__ import annotations

from typing import Any

from celery import Task

from accounts.queries.clock import database_now
from clocks.actions.look import note_look
from clocks.queries.looks import is_time


class LookingTask(Task):  # type: ignore[type-arg]
    """Looks, and notes when it came through; does nothing if somebody has looked meanwhile.

    So a message that a broker kept for long, or sent twice, costs one statement; and everybody can
    ask when the engine last looked. Called by hand it always looks.
    """

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not self.request.called_directly and not is_time(self.name):
            return None
        begun = database_now()
        answer = super().__call__(*args, **kwargs)
        note_look(self.name, at=begun)
        return answer
