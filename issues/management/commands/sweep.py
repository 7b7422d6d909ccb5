from argparse import ArgumentParser

from django.conf import settings

from clocks.looking import LookingCommand
from clocks.watch import watch
from issues.actions.sweep import sweep


class Command(LookingCommand):
    help = (
        "Handle every clock that has run out. With --loop it is the watch: it does all that worker "
        "and beat do, without a broker, whenever they did not for three intervals."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(seconds=max(1.0, settings.SWEEP_SECONDS))

    def look(self) -> tuple[bool, str]:
        swept = sweep()
        said = f"Handled {swept.handled} issues, put off {swept.failed}."
        return bool(swept.handled or swept.failed), said

    def look_again(self) -> tuple[bool, str]:
        done = watch()
        return bool(done), f"The engine stands still. The watch did: {', '.join(done)}."
