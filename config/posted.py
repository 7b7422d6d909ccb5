"""How long people who hold a post may go on, from the environment (docs/decisions/0079)."""

import os


def posted_limits(*, demo: bool) -> tuple[int, int, int, int]:
    """Hours of a session, idle minutes, minutes that a proof is good for, numbers seen an hour.

    0 is without end. The demo shows everybody every desk, so it asks nothing.
    """
    return (
        _number("POSTED_SESSION_HOURS", 0 if demo else 12),
        _number("POSTED_IDLE_MINUTES", 0 if demo else 30),
        _number("PROOF_MINUTES", 0 if demo else 10),
        _number("NUMBERS_AN_HOUR", 20),
    )


def _number(name: str, default: int) -> int:
    return int(os.environ.get(name) or default)
