"""What each command of a sitting is sent with, checked, and handed to its action."""

from collections.abc import Mapping

from council.enums.table import TableAct
from council.forms.table import agenda, decisions, floor, motions, presence, sitting, votes
from council.forms.table.base import CommandForm

COMMANDS: Mapping[TableAct, type[CommandForm]] = {
    form.act: form
    for module in (sitting, presence, agenda, floor, motions, votes, decisions)
    for form in module.FORMS
}
