from typing import Any

from django.core.management.base import BaseCommand, CommandError

from issues.queries.chain import broken_chains


class Command(BaseCommand):
    help = "Check that every open issue has exactly one current lead and a running clock."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = broken_chains()
        for row in broken:
            self.stderr.write(f"{row.reference}: {row.why}")
        if broken:
            raise CommandError(f"The chain is broken at {len(broken)} issues.")
        self.stdout.write("Every open issue has one current lead and a running clock.")
