"""How long the database works and waits, by what a process is for (docs/decisions/0080).

They are given with each connection, so they also hold if somebody else administers the roles. An
`options` in the URL of the database has the last word. The application's role has the limits of
serving too, for anybody else who connects with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Limits = dict[str, str]

# A person waits, so a longer statement is refused in a sentence. A thread that waits for a lock is
# one of sixteen. A process that hangs in a transaction is thrown out, which frees its locks.
SERVING: Limits = {
    "statement_timeout": "10s",
    "lock_timeout": "4s",
    "idle_in_transaction_session_timeout": "20s",
}
# For worker, watch and commands: a statement for a thousand matters takes its time, and between two
# statements they may sum or typeset for a while.
BATCH: Limits = {
    "statement_timeout": "5min",
    "lock_timeout": "15s",
    "idle_in_transaction_session_timeout": "30s",
}
# Rebuilding a table may take long. But a migration that waits for a table's lock blocks all others.
MIGRATING: Limits = {"lock_timeout": "60s"}

# A process that hangs while the database sends it more than the buffers of its line hold: no limit
# above ends a statement that waits for its reader. The system cuts such a line, over TCP alone.
READING: Limits = {"tcp_user_timeout": "30s"}

# What a connection keeps goes by keys, for any of them the same way (decision 0089). By itself
# PostgreSQL plans it anew each time: it takes a list that it does not know yet for one of ten.
PLANNING: Limits = {"plan_cache_mode": "force_generic_plan"}

# The limits of this process; a web server and a migration choose theirs before the settings.
_chosen: list[Limits] = [BATCH]


def choose(limits: Limits) -> None:
    _chosen[:] = [limits]


def with_limits(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a connection, with the limits of this process before its own."""
    return with_settings(options, _chosen[0] | READING | PLANNING)


def with_settings(options: Mapping[str, Any], settings: Mapping[str, str]) -> dict[str, Any]:
    """The options of a connection, with what PostgreSQL is to be set to before their own."""
    ours = [f"-c {name}={value}" for name, value in settings.items()]
    return {**options, "options": " ".join([*ours, options.get("options", "")]).strip()}
