"""Notices about calls for ideas."""

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers

CALLS = renderers(
    {
        "call_opened": (
            _("The council of {body} asks for ideas"),
            _("Ideas come in until {until}. Tell your neighbours of it."),
        ),
        "idea_chosen": (
            _("Your idea was taken up"),
            _("Open it to read why: a call of the council of {body}."),
        ),
        "idea_carried_out": (
            _("Your idea has been carried out"),
            _("It is done: {reference}. Thank you; the page of the call says so too."),
        ),
    },
    {"idea_chosen": _("“{said}” Council of {body}.")},
)
