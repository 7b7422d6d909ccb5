"""Import bodies, buildings, venues or postings as the system, to set up a new place."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from acting.refusals import Refused
from grids.actions.apply_import import apply_rows
from grids.enums import ImportKind
from grids.importing.preparing import prepare
from grids.importing.problems import Unreadable
from grids.importing.reading import decode, read
from grids.refusals import in_words


class Command(BaseCommand):
    help = (
        "Imports a CSV file as the system. It alone lays districts and gives the first "
        "administrator a posting; afterwards administrators import at /admin/import/."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=ImportKind.values)
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, kind: str, file: Path, **options: Any) -> None:
        try:
            rows = read(decode(file.read_bytes()), kind)
        except (OSError, Unreadable) as error:
            raise CommandError(str(error)) from error
        problems = prepare(rows, kind, may=lambda path: True).problems
        for problem in problems:
            self.stderr.write(f"{problem.line} · {problem.column}: {problem.sentence}")
        if problems:
            raise CommandError(f"{len(problems)} to mend; nothing was changed.")
        try:
            with in_words():
                done = apply_rows(rows, kind=kind, actor=None, now=timezone.now())
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(
            f"{len(done.new)} new, {len(done.changed)} changed, {done.same} as before"
        )
