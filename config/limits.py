"""How long the database works and waits, by what a process is for (docs/decisions/0080).

Given with each connection, so that they hold also where the roles are somebody else's to alter;
an `options` in the URL of the database has the last word. The role of the application has those
of serving besides, for whoever else connects with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Limits = Mapping[str, str]

# A person waits: what takes longer than this is refused in a sentence. A thread that waits for a
# lock is one of sixteen. Whoever is frozen in a transaction is thrown out, and its locks with it.
SERVING: Limits = {
    "statement_timeout": "10s",
    "lock_timeout": "4s",
    "idle_in_transaction_session_timeout": "20s",
}
# Worker, watch and commands: a statement for a thousand matters takes its time, and so does what is
# summed or typeset between two of them.
BATCH: Limits = {
    "statement_timeout": "5min",
    "lock_timeout": "15s",
    "idle_in_transaction_session_timeout": "30s",
}
# A table that is rebuilt takes what it takes; but whoever waits for a table lets nobody pass.
MIGRATING: Limits = {"lock_timeout": "60s"}

# Of this process: a web server and a migration say so before the settings are read.
_chosen: list[Limits] = [BATCH]


def choose(limits: Limits) -> None:
    _chosen[:] = [limits]


def with_limits(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a connection, with the limits of this process before its own."""
    ours = [f"-c {name}={value}" for name, value in _chosen[0].items()]
    return {**options, "options": " ".join([*ours, options.get("options", "")]).strip()}
