from __future__ import annotations

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from ledger.bodies import short_code
from ledger.checks import MisfitError
from ledger.queries.verify import verify


class Command(BaseCommand):
    help = "Recompute the whole record and name the first entry that does not fit (exit code 1)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head",
            default="",
            help="A head kept outside, on a poster or in minutes: at least its first 16 digits.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        held_head = "".join(options["head"].split()).lower()
        if held_head and not re.fullmatch(r"[0-9a-f]{16,64}", held_head):
            raise CommandError(_("A head is 16 to 64 hexadecimal digits."), returncode=2)
        try:
            verified = verify(held_head=held_head)
        except MisfitError as misfit:
            raise CommandError(
                _("The record does not fit. The first that does not: %(misfit)s")
                % {"misfit": misfit}
            ) from misfit
        self.stdout.write(
            _("Everything fits: %(entries)d entries in %(seals)d seals, %(waiting)d waiting.")
            % {
                "entries": verified.entries,
                "seals": verified.seals,
                "waiting": verified.waiting,
            }
        )
        if verified.unbound:
            self.stdout.write(
                _("%(count)d of them are of format 1, which binds neither streams nor persons.")
                % {"count": verified.unbound}
            )
        if verified.erased:
            self.stdout.write(
                _("Who acted in %(count)d of them was erased.") % {"count": verified.erased}
            )
        if not held_head:
            self.stdout.write(
                _("Not compared with a head kept outside: the whole record could be another.")
            )
        if verified.newest_head:
            self.stdout.write(
                _("Newest head: %(head)s (%(code)s)")
                % {"head": verified.newest_head.hex(), "code": short_code(verified.newest_head)}
            )
