from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ledger.actions.grants import APPLICATION_ROLE, UnfitRoleError, grant_application_role


class Command(BaseCommand):
    help = "Give the role that serves pages its rights: the record it may only read and add to."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--role", default=APPLICATION_ROLE)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            grant_application_role(options["role"])
        except UnfitRoleError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['role']} may read and add to the record, and no more.")
