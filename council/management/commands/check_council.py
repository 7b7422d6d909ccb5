from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from council.queries.soundness import broken_councils


class Command(BaseCommand):
    help = "Check what must hold between councils, their sittings, votes, decisions and minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = broken_councils(now=timezone.now())
        for row in broken:
            self.stderr.write(f"{row.where}: {row.why}")
        if broken:
            raise CommandError(f"Councils are broken in {len(broken)} places.")
        self.stdout.write("Sittings, rolls, votes, decisions and minutes of the councils agree.")
