from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from acting.queries.snapshot import snapshot
from issues.actions.recount_tallies import recount_tallies
from issues.queries.chain_soundness import broken_chains
from issues.queries.tallies import wrong_tallies
from issues.queries.waiting import oldest_waits


class Command(BaseCommand):
    help = (
        "Check that every open issue has exactly one current lead and a running clock, and that "
        "what is due was looked at."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        mend = "Count the kept figures of communities anew; acts wait until that is done."
        parser.add_argument("--mend-figures", action="store_true", help=mend)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["mend_figures"]:
            recount_tallies()
        with snapshot():
            wrong, broken = wrong_tallies(), broken_chains()
        for code, figure in wrong:
            self.stderr.write(f"{code}: keeps no true figure: {figure}")
        for row in broken:
            self.stderr.write(f"{row.reference}: {row.why}")
        late = [one for one in oldest_waits() if one.is_too_long]
        for one in late:
            self.stderr.write(f"The oldest {one.what} that is due waits for {one.seconds} seconds.")
        if broken:
            raise CommandError(f"The chain is broken at {len(broken)} issues.")
        if wrong:
            raise CommandError(
                f"{len(wrong)} kept figures are wrong; check_chain --mend-figures counts anew."
            )
        if late:
            raise CommandError("The engine stands still: see worker, beat and watch.")
        self.stdout.write("Every open issue has one current lead and a running clock.")
