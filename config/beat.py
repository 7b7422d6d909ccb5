"""What is looked after by itself, and how often."""

from __future__ import annotations

from typing import Any


def schedule(seconds: float) -> dict[str, dict[str, Any]]:
    """`seconds` is how often clocks are looked at.

    One beat more or less does no harm: each task asks the database what there is to do.
    """
    return {
        "sweep": {"task": "issues.tasks.sweep", "schedule": seconds, "options": {"expires": 55}},
        "seal": {"task": "ledger.tasks.seal", "schedule": seconds, "options": {"expires": 55}},
        "deliver": {
            "task": "notifications.tasks.deliver",
            "schedule": seconds,
            "options": {"expires": 55},
        },
        "remind-meetings": {"task": "council.tasks.remind_meetings", "schedule": 300.0},
        "postings-over": {
            "task": "council.tasks.tell_posting_over",
            "schedule": seconds,
            "options": {"expires": 55},
        },
        "ideas-carried-out": {"task": "council.tasks.tell_carried_out", "schedule": 600.0},
        "nudge-contacts": {"task": "council.tasks.nudge_contacts", "schedule": 3600.0},
        "prune-rehearsals": {"task": "council.tasks.prune_rehearsals", "schedule": 3600.0},
        "papers": {"task": "council.tasks.render_pdf", "schedule": seconds},
        "prune-accounts": {"task": "accounts.tasks.prune", "schedule": 3600.0},
        "prune-sendings": {"task": "acting.tasks.prune", "schedule": 3600.0},
        "prune-notices": {"task": "notifications.tasks.prune", "schedule": 3600.0},
        "forget-imports": {"task": "grids.tasks.forget_imports", "schedule": 3600.0},
        "find-by-new-names": {
            "task": "issues.tasks.find_by_new_names",
            "schedule": seconds,
            "options": {"expires": 55},
        },
        "fold-tallies": {
            "task": "issues.tasks.fold_tallies",
            "schedule": seconds,
            "options": {"expires": 55},
        },
        "prune-drafts": {"task": "issues.tasks.prune_drafts", "schedule": 3600.0},
        "recompute-clocks": {"task": "issues.tasks.recompute_clocks", "schedule": 3600.0},
        "expire-pledges": {"task": "council.tasks.expire_pledges", "schedule": seconds},
    }
