"""Commands that go on: they outlive a database that is away, and end when they are asked to."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.db import InterfaceError, OperationalError

from clocks.looking import LookingCommand

LOOKING = pytest.mark.parametrize("command", ["sweep", "deliver"])


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Trial(LookingCommand):
    """Two looks fail as without a database, one finds nothing, the last is interrupted."""

    def __init__(self) -> None:
        self.looks = 0
        super().__init__(stdout=StringIO(), stderr=StringIO())

    def look(self) -> tuple[bool, str]:
        self.looks += 1
        if self.looks <= 2:
            raise (OperationalError, InterfaceError)[self.looks - 1]
        if self.looks == 4:
            signal.raise_signal(signal.SIGTERM)
        return self.looks == 4, f"look {self.looks}"


@pytest.mark.django_db
def test_a_loop_goes_on_without_a_database_and_ends_with_the_look_at_which_it_is_asked_to() -> None:
    trial = Trial()
    trial.handle(loop=True, seconds=0)
    assert trial.looks == 4
    assert str(trial.stdout.getvalue()) == "look 4\n"
    assert trial.stderr.getvalue().count("does not answer") == 2
    # Whoever asks again means at once.
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@LOOKING
def test_every_command_that_goes_on_goes_on_alike(command: str) -> None:
    assert isinstance(load_command_class(str(get_commands()[command]), command), LookingCommand)


@LOOKING
@pytest.mark.parametrize("said", ["-1", "0", "0.5", "nan", "soon"])
def test_a_pause_below_a_second_is_refused_in_words(command: str, said: str) -> None:
    """No database fixture: a look before the refusal would fail the test."""
    with pytest.raises(CommandError, match="from 1 to 86400"):
        call_command(command, f"--seconds={said}")
