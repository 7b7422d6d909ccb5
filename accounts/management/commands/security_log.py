"""Read the security log: what happened since when, of one kind, or by one person."""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.asker import digest_of_person
from accounts.queries.security_log import chosen, lines_in
from accounts.security_log import Kind

UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class Command(BaseCommand):
    help = "Print the entries of the security log, one line of JSON each."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "source", nargs="?", default=settings.SECURITY_LOG,
            help="the folder or file to read; - for standard input (default: SECURITY_LOG)",
        )  # fmt: skip
        parser.add_argument("--since", help="30m, 12h, 7d, or a moment such as 2026-11-30T08:00")
        parser.add_argument("--kind", choices=[str(kind) for kind in Kind], default="")
        who = parser.add_mutually_exclusive_group()
        who.add_argument("--person", default="", help="the digest, as an entry has it")
        who.add_argument("--id", type=int, help="the same by the id of the person")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["source"]:
            raise CommandError("SECURITY_LOG is not set: the log is in the standard output; give -")
        person = options["person"] or digest_of_person(options["id"])
        since = _since(options["since"], now=timezone.now())
        lines = _lines(options["source"])
        for entry in chosen(lines, since=since, kind=options["kind"], person=person):
            self.stdout.write(json.dumps(entry, ensure_ascii=False))


def _lines(source: str) -> Any:
    if source == "-":
        return sys.stdin
    if not os.access(source, os.R_OK):
        raise CommandError(f"There is no log at {source}.")
    return lines_in(Path(source))


def _since(said: str | None, *, now: datetime) -> datetime | None:
    if not said:
        return None
    if span := re.fullmatch(r"(\d{1,5})([mhd])", said):
        return now - timedelta(**{UNITS[span[2]]: int(span[1])})
    try:
        moment = datetime.fromisoformat(said)
    except ValueError as error:
        raise CommandError(f"{said} is neither a span such as 12h nor a moment.") from error
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
