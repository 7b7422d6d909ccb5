import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections

from clocks.intervals import seconds_between
from issues.actions.sweep import sweep


class Command(BaseCommand):
    help = "Handle every clock that has run out; with --loop, each minute and without a broker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on until interrupted")
        parser.add_argument(
            "--seconds", type=seconds_between, default=60.0, help="pause between two looks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            self._look()
            return
        while True:
            try:
                self._look(quiet=True)
            except (InterfaceError, OperationalError) as error:
                # The database is away: nothing is lost, it is asked again.
                self.stderr.write(f"The database does not answer ({type(error).__name__}).")
            time.sleep(options["seconds"])
            close_old_connections()

    def _look(self, *, quiet: bool = False) -> None:
        swept = sweep()
        if swept.handled or swept.failed or not quiet:
            self.stdout.write(f"Handled {swept.handled} issues, put off {swept.failed}.")
