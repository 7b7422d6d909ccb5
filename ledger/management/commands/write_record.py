"""Write the public record into files, as the sealer does each minute; all of them with `--anew`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ledger.actions.write_files import forget_files, write_files
from ledger.record_files import RecordFiles, read_list


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anew", action="store_true", help="also those that are there")

    def handle(self, *args: Any, anew: bool, **options: Any) -> None:
        if anew:
            forget_files()
        write_files()
        files = read_list() or RecordFiles()
        self.stdout.write(f"{len(files.parts)} parts, up to seal {files.last}")
