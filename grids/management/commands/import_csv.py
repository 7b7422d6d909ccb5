"""Import bodies, places, people and categories as the system, to set up a new place.

Every word of the answer is in one language.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acting.refusals import Refused
from grids.actions.apply_import import apply_rows
from grids.actions.rehearse_import import rehearse_import
from grids.enums import ImportKind
from grids.importing.columns import COLUMNS
from grids.importing.examples import example_of
from grids.importing.prepared import PreparedImport
from grids.importing.problems import Unreadable
from grids.importing.reading import read_file
from grids.importing.table import columns_left_out
from grids.queries.imports import named
from grids.refusals import in_words


class Command(BaseCommand):
    help = (
        "Imports a workbook (.xlsx) or a CSV file as the system. It alone lays districts and gives "
        "the first administrator a posting; afterwards administrators import at /admin/import/."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=ImportKind.values)
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument(
            "--example", action="store_true", help="write an example to begin from instead"
        )
        parser.add_argument(
            "--language", default="", help="in which to answer: zh-hans or en; else the site's own"
        )
        parser.add_argument(
            "--same-people",
            action="store_true",
            help="Numbers known under another name are the same people, who keep that name.",
        )

    def handle(self, *args: Any, language: str, **options: Any) -> None:
        with translation.override(language or settings.LANGUAGE_CODE):
            self._import(**options)

    def _import(
        self,
        *,
        kind: str,
        file: Path | None,
        example: bool,
        same_people: bool = False,
        **options: Any,
    ) -> None:
        if example:
            self.stdout.write(example_of(kind), ending="")
            return
        if file is None:
            raise CommandError(_("Name a file, or ask for an example with --example."))
        try:
            rows = read_file(file.read_bytes(), kind)
        except OSError as error:
            raise CommandError(_("The file %(name)s can't be read.") % {"name": file}) from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        for name in columns_left_out(rows):
            sentence = _("There is no column “%(name)s”: what stands in it is left out.")
            self.stderr.write(sentence % {"name": name})
        rehearsed = rehearse_import(rows, kind=kind, actor=None, now=timezone.now())
        self._refuse_problems(rehearsed, kind)
        if not same_people:
            self._refuse_questions(rehearsed)
        agreed = {question.line for question in rehearsed.questions}
        try:
            with in_words():
                done = apply_rows(rows, kind=kind, actor=None, now=timezone.now(), agreed=agreed)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        counts = {"new": len(done.new), "changed": len(done.changed), "same": done.same}
        told = _("Imported: %(new)s new, %(changed)s changed, %(same)s as before.")
        self.stdout.write(told % counts)

    def _refuse_problems(self, rehearsed: PreparedImport, kind: str) -> None:
        columns = {column.key: named(column) for column in COLUMNS[kind]}
        for problem in rehearsed.problems:
            told = {"line": problem.line, "column": columns[problem.column]}
            where = _("Line %(line)s, %(column)s:") % told
            self.stderr.write(f"{where} {problem.sentence}")
        if count := len(rehearsed.problems):
            sentence = ngettext(
                "%(number)s place needs mending; nothing was changed.",
                "%(number)s places need mending; nothing was changed.",
                count,
            )
            raise CommandError(sentence % {"number": count})

    def _refuse_questions(self, rehearsed: PreparedImport) -> None:
        for one in rehearsed.questions:
            told = {"line": one.line, "phone": one.phone, "known": one.known_as, "said": one.named}
            sentence = _("Line %(line)s: %(phone)s is known as “%(known)s”, here “%(said)s”.")
            self.stderr.write(sentence % told)
        if rehearsed.questions:
            raise CommandError(_("If these are the same people, say so with --same-people."))
