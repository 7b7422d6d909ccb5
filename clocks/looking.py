"""A command that looks for what is due, and with --loop looks again, without a broker."""

import signal
import threading
from abc import ABC, abstractmethod
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections


class LookingCommand(BaseCommand, ABC):
    """Says what `look` says. What runs goes on, and is asked again, while the database is away.

    The first SIGINT or SIGTERM lets a look come to its end, a second one doesn't.
    """

    @abstractmethod
    def look(self) -> tuple[bool, str]:
        """Do what is due; whether anything was, and a line about it."""

    def look_again(self) -> tuple[bool, str]:
        """The same in a loop."""
        return self.look()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on until interrupted")
        parser.add_argument(
            "--seconds", type=seconds_between, default=60.0, help="pause between two looks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            _, said = self.look()
            self.stdout.write(said)
            return
        stop = stopped_by_signals()
        while not stop.is_set():
            close_old_connections()
            try:
                was_due, said = self.look_again()
            except (InterfaceError, DatabaseError) as error:
                # Nothing is lost: what is due stands in the database.
                self.stderr.write(f"The database does not answer ({type(error).__name__}).")
            else:
                if was_due:
                    self.stdout.write(said)
            stop.wait(options["seconds"])


def stopped_by_signals() -> threading.Event:
    stop = threading.Event()

    def ask_to_stop(number: int, *_: object) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask_to_stop)
    return stop


def seconds_between(said: str) -> float:
    """Seconds, 1 to a day; raises ArgumentTypeError, whose words the command shows."""
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 86_400:
        raise ArgumentTypeError(f"give a number of seconds from 1 to 86400, not {said}")
    return seconds
