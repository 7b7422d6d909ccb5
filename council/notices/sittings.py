"""Notices about sittings: when, where, and what became of it."""

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers

SITTINGS = renderers(
    {
        "sitting_called": (
            _("Sitting of the council of {body}: {at}"),
            _("Where: {place}. Open it to read the agenda and say what you think."),
        ),
        "sitting_invited": (
            _("You are asked to come to a sitting of the council of {body}: {at}"),
            _("Where: {place}. Open it to read what it is about."),
        ),
        "sitting_moved": (
            _("Moved: the sitting of the council of {body} is now on {at}"),
            _("Where: {place}. What you were told before does not hold any more."),
        ),
        "sitting_recalled": (
            _("Taken back: the sitting of the council of {body} on {at}"),
            _("It is planned anew. You are told when it is called again."),
        ),
        "sitting_cancelled": (
            _("Cancelled: the sitting of the council of {body} on {at}"),
            _("Open it to read why. You need not come."),
        ),
        "sitting_tomorrow": (
            _("Reminder: sitting of the council of {body}, {at}"),
            _("Where: {place}. If you can't come, say so on its page."),
        ),
    },
    {"sitting_cancelled": _("“{said}” You need not come.")},
)
