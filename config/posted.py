"""How long people who hold a post may go on, from the environment (docs/decisions/0079)."""

import os


def posted_limits(*, demo: bool) -> tuple[int, int, int, int]:
    """Hours of a session, idle minutes, minutes that a proof is good for, numbers seen an hour.

    0 is without end. The demo shows everybody every desk, so it asks nothing.
    """
    return (
        int(os.environ.get("POSTED_SESSION_HOURS") or (0 if demo else 12)),
        int(os.environ.get("POSTED_IDLE_MINUTES") or (0 if demo else 30)),
        int(os.environ.get("PROOF_MINUTES") or (0 if demo else 10)),
        int(os.environ.get("NUMBERS_AN_HOUR") or 20),
    )
