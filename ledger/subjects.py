"""Let other apps verify, with the record, that what they own has its stream in it.

Apps register in their `AppConfig.ready`; the record knows none of them.
"""

from collections.abc import Callable

# Raises `ledger.checks.MisfitError` for the first that has none, or another's.
Check = Callable[[], None]
_registered: list[Check] = []


def on_verifying(check: Check) -> None:
    """Call `check()` whenever the record is verified, after what it says of itself."""
    if check not in _registered:
        _registered.append(check)


def check_subjects() -> None:
    for check in _registered:
        check()
