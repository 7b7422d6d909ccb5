import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from issues.actions.sweep import sweep


class Command(BaseCommand):
    help = "Handle every clock that has run out; with --loop, each minute and without a broker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on until interrupted")
        parser.add_argument("--seconds", type=float, default=60.0, help="pause between two looks")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            swept = sweep()
            if swept.handled or swept.failed or not options["loop"]:
                self.stdout.write(f"Handled {swept.handled} issues, put off {swept.failed}.")
            if not options["loop"]:
                return
            time.sleep(options["seconds"])
            close_old_connections()
