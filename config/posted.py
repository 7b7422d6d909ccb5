"""How long people who hold a post may go on, from the environment (docs/decisions/0079)."""

from config.wanted import whole


def posted_limits(*, demo: bool) -> tuple[int, int, int, int]:
    """Hours of a session, idle minutes, minutes that a proof is good for, numbers seen an hour.

    0 is without end. The demo shows everybody every desk, so it asks nothing.
    """
    return (
        whole("POSTED_SESSION_HOURS", 0 if demo else 12),
        whole("POSTED_IDLE_MINUTES", 0 if demo else 30),
        whole("PROOF_MINUTES", 0 if demo else 10),
        whole("NUMBERS_AN_HOUR", 20),
    )
