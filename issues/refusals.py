"""Why an act on an issue was refused; the family is `acting.refusals`."""

from django.utils.translation import gettext_lazy as _

from acting import refusals

NOT_YUAN = _("Write the money in yuan, as 1200 or 1200.50.")


class NotYours(refusals.NotYours):
    """The actor has no right to this act on this issue now."""

    default = _("This is not yours to do now: the matter may have moved on.")


class WrongStage(refusals.NotOpen):
    """The stage the issue stands on does not allow the act."""

    default = _("The matter has moved on, so this can no longer be done to it.")


class Stale(refusals.Stale):
    """Someone acted on the issue after the page was drawn."""

    default = _(
        "Someone else acted on this matter meanwhile. Look at what changed, then send again."
    )
