"""Notices about what bodies were asked to do."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers
from notifications.rendering import Renderer

PLEDGES: Mapping[str, Renderer] = renderers(
    {
        "pledge_asked": (
            _("The council of {body} asks your body to do something"),
            _("Please say by {until} whether you do it. After that the level above is told."),
        ),
        "pledge_accepted": (
            _("{who} has promised what the council of {body} asked for"),
            _("It stands at the matter, with its date."),
        ),
        "pledge_declined": (
            _("{who} can't do what the council of {body} asked for"),
            _("Open it to read the reason."),
        ),
        "pledge_expired": (
            _("{who} has not answered the council of {body}"),
            _("The two working days are over. They can still answer."),
        ),
        "pledge_lapsed": (
            _("What the council of {body} asked of {who} has fallen away"),
            _("The matter has moved on meanwhile. Nobody needs to answer any more."),
        ),
    },
    {
        "pledge_asked": _("“{said}” Please say by {until} whether you do it."),
        "pledge_declined": _("The reason: “{said}”"),
    },
)
