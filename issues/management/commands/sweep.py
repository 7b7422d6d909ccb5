from clocks.looking import LookingCommand
from issues.actions.sweep import sweep


class Command(LookingCommand):
    help = "Handle every clock that has run out; with --loop, each minute and without a broker."

    def look(self) -> tuple[bool, str]:
        swept = sweep()
        said = f"Handled {swept.handled} issues, put off {swept.failed}."
        return bool(swept.handled or swept.failed), said
