"""What the environment says; where it contradicts itself, one sentence ends the start."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ON: Final = frozenset({"1", "true", "yes", "on"})
OFF: Final = frozenset({"0", "false", "no", "off"})


class DoesNotStart(SystemExit):
    """A configuration that must not serve: printed as one sentence, without a traceback."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"Pavilion does not start: {sentence}")


def is_on(text: str) -> bool:
    return text.strip().lower() in ON


def is_flag(text: str) -> bool:
    return text.strip().lower() in ON | OFF


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes and on in the environment, false for their opposites, in any case.

    Anything else is refused: what guards the site must not be off by a slip of the pen.
    """
    value = os.environ.get(name, "").strip()
    if value and not is_flag(value):
        raise DoesNotStart(f"{name}={value} is neither on nor off: give 1 or 0.")
    return is_on(value) if value else default


def listed(text: str) -> list[str]:
    """What stands between commas, without empty parts."""
    return [part.strip() for part in text.split(",") if part.strip()]


def secret(name: str, default: str = "") -> str:
    """A secret from the environment, or from the file that `NAME_FILE` names.

    A file keeps it out of what `docker inspect` and a child's environment show. Both at once is
    refused: one of them would be the forgotten one. An empty file is refused where the default
    would lead elsewhere.
    """
    value, file = os.environ.get(name, ""), os.environ.get(f"{name}_FILE", "")
    if value and file:
        raise DoesNotStart(f"{name} and {name}_FILE are both set; leave one out.")
    if not file:
        return value or default
    try:
        text = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise DoesNotStart(f"{name}_FILE names {file}, which can't be read.") from None
    if not text and default:
        raise DoesNotStart(f"{name}_FILE names {file}, which is empty.")
    return text or default
