"""How long a command that goes on waits between two looks."""

from argparse import ArgumentTypeError


def seconds_between(said: str) -> float:
    """Seconds, 1 to a day; raises ArgumentTypeError, whose words the command shows."""
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 86_400:
        raise ArgumentTypeError(f"give a number of seconds from 1 to 86400, not {said}")
    return seconds
