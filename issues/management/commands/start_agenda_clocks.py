from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from issues.actions.start_agenda_clocks import start_agenda_clocks


class Command(BaseCommand):
    help = "Start the clock of the agenda where a major matter was at its community without one."

    def handle(self, *args: Any, **options: Any) -> None:
        started = start_agenda_clocks(now=timezone.now())
        if started or options["verbosity"] > 1:
            self.stdout.write(f"Major matters that now wait for an agenda: {started}.")
