from clocks.looking import LookingCommand
from notifications.actions.deliver import deliver
from notifications.actions.send import Sending


class Command(LookingCommand):
    help = "Send the text messages that are due; with --loop, each minute and without a broker."

    def look(self) -> tuple[bool, str]:
        tally = deliver()
        said = ", ".join(f"{tally[outcome]} {outcome.name.lower()}" for outcome in Sending)
        return bool(tally.total()), said
