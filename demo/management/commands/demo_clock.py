from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from acting.refusals import Refused
from demo.actions.begin_soon import begin_soon
from demo.actions.fall_due import fall_due


class Command(BaseCommand):
    help = "Let one matter of the demo fall due within a minute, and its sitting begin soon."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        try:
            clock, meeting = fall_due(now=now), begin_soon(now=now)
        except Refused as refusal:
            raise CommandError(str(refusal.message)) from refusal
        due = timezone.localtime(clock.due_at)
        self.stdout.write(f"{clock.issue.reference} falls due at {due:%H:%M:%S}.")
        if meeting is not None:
            begins = timezone.localtime(meeting.starts_at)
            self.stdout.write(f"{meeting.title}: {begins:%Y-%m-%d %H:%M}.")
