"""A command that goes on is refused a pause that is none."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command


@pytest.mark.parametrize("said", ["-1", "0", "0.5", "nan", "soon"])
@pytest.mark.parametrize("command", ["sweep", "deliver"])
def test_a_pause_below_a_second_is_refused_in_words(command: str, said: str) -> None:
    """No database fixture: a look before the refusal would fail the test."""
    with pytest.raises(CommandError, match="from 1 to 86400"):
        call_command(command, f"--seconds={said}")
