"""Why an act of the council was refused; the family is `acting.refusals`."""

from django.utils.translation import gettext_lazy as _

from acting import refusals

# What no page of ours sends.
INCOMPLETE = _("The page sent something incomplete. Please load it again.")


class NotYours(refusals.NotYours):
    """The actor has no right to this act now."""

    default = _("This is not yours to do now: your post, your term or your home may have changed.")


class WrongState(refusals.NotOpen):
    """The state the thing is in does not allow the act."""

    default = _("It has moved on meanwhile, so this can no longer be done.")


class Stale(refusals.Stale):
    """Someone acted on the thing after the page was drawn."""

    default = _("Someone else acted meanwhile. Look at what changed, then send again.")


class OtherTable(refusals.Refused):
    """Another device runs the table of this sitting."""

    default = _("Another device runs the table. Take it over first, then press again.")


class AlreadyDone(Exception):
    """The command was applied before, or what it asks for is so: nothing to do, nothing wrong."""
