"""What is looked after by itself, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HOUR = 3600.0
# No task is started less often than this; an hourly one then asks the database whether its time has
# come. A beat remembers nothing: one restarted each half hour would never start an hourly task.
ASKED_EVERY = 300.0


def intervals(seconds: float) -> dict[str, float]:
    """Seconds between two looks of each task; `seconds` is how often clocks are looked at."""
    each_tick = (
        "issues.tasks.sweep",
        "ledger.tasks.seal",
        "notifications.tasks.deliver",
        "council.tasks.tell_posting_over",
        "council.tasks.render_pdf",
        "council.tasks.expire_pledges",
        "issues.tasks.find_by_new_names",
        "issues.tasks.fold_tallies",
    )
    each_hour = (
        "council.tasks.nudge_contacts",
        "council.tasks.prune_rehearsals",
        "accounts.tasks.prune",
        "acting.tasks.prune",
        "notifications.tasks.prune",
        "grids.tasks.forget_imports",
        "issues.tasks.prune_drafts",
        "issues.tasks.recompute_clocks",
    )
    return {
        **dict.fromkeys(each_tick, seconds),
        "council.tasks.remind_meetings": 300.0,
        "council.tasks.tell_carried_out": 600.0,
        **dict.fromkeys(each_hour, HOUR),
    }


def schedule(every: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    """What beat asks for, from the seconds between two looks of each task.

    A beat too many, a missing or a late one does no harm, since each task asks the database what
    there is to do. So no message expires: a worker would judge that by its own clock.
    """
    return {
        task: {"task": task, "schedule": min(seconds, ASKED_EVERY)}
        for task, seconds in every.items()
    }
