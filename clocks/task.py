"""What every task of Celery is: a look at what the database says is due."""

from __future__ import annotations

from typing import Any

from celery import Task

from accounts.queries.clock import database_now
from clocks.actions.look import note_look
from clocks.queries.looks import is_time


class LookingTask(Task):  # type: ignore[type-arg]
    """Does nothing where it was looked meanwhile, and notes when it came through.

    So what a broker kept for long, or twice, costs one question; and everybody may ask when the
    engine last looked. Called by hand it always looks.
    """

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not self.request.called_directly and not is_time(self.name):
            return None
        begun = database_now()
        answer = super().__call__(*args, **kwargs)
        note_look(self.name, at=begun)
        return answer
