from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from demo.seeds.seed import AlreadyLived, seed


class Command(BaseCommand):
    help = "Make the demo: an invented community, its people, and two months of what happened."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--small", action="store_true", help="only what lies on today's desks")

    def handle(self, *args: Any, small: bool = False, **options: Any) -> None:
        try:
            made = seed(now=timezone.now(), small=small, say=self.stdout.write)
        except AlreadyLived as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"Made {made.issues} matters with {made.photos} photos in {made.seconds:.0f} seconds."
        )
