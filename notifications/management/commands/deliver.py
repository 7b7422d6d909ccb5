"""Send what is due without a broker."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from clocks.intervals import seconds_between
from notifications.actions.deliver import deliver
from notifications.actions.send import Sending


class Command(BaseCommand):
    help = "Send the text messages that are due; with --loop, each minute and without a broker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on until interrupted")
        parser.add_argument(
            "--seconds", type=seconds_between, default=60.0, help="pause between two looks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            self._look()
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            self._look()
            stop.wait(options["seconds"])

    def _look(self) -> None:
        tally = deliver()
        said = ", ".join(f"{tally[outcome]} {outcome.name.lower()}" for outcome in Sending)
        self.stdout.write(said)
