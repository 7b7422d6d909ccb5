"""Notices about candidacies and terms."""

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers

MEMBERS = renderers(
    {
        "to_check": (
            _("A candidate for the council of {body} is to be checked"),
            _("Enough neighbours have seconded. Ask the person and check whether they can stand."),
        ),
        "seconded": (
            _("Enough neighbours have seconded"),
            _("The community now asks the person and checks: a seat in the council of {body}."),
        ),
        "you_stand": (
            _("You stand for the council of {body}"),
            _("It was noted that you agree. Open it to read what was written, or take it back."),
        ),
        "posted": (
            _("The name is posted: council of {body}"),
            _("Everybody reads it, and neighbours may object until {until}."),
        ),
        "posting_over": (
            _("The posting is over: council of {body}"),
            _("If no objection is open, the party committee can meet about it."),
        ),
        "postings_over": (
            _("{number} postings are over: council of {body}"),
            _("If no objection is open, the party committee can meet about them."),
        ),
        "objected": (
            _("An objection to a candidate for the council of {body}"),
            _("Nobody is confirmed before it is answered. Open it to read and answer it."),
        ),
        "objection_answered": (
            _("Your objection has been answered"),
            _("Open it to read what the community says: council of {body}."),
        ),
        "confirmed": (
            _("Confirmed for the council of {body}"),
            _("The community's party committee has confirmed it. The term is set next."),
        ),
        "appointed": (
            _("Appointed to the council of {body}"),
            _("The term lasts until {until}."),
        ),
        "refused": (
            _("Not confirmed for the council of {body}"),
            _("Open it to read the reason. Only those concerned see it."),
        ),
        "withdrawn": (
            _("A candidacy was taken back"),
            _("It was for a seat in the council of {body}."),
        ),
        "renewed": (
            _("Your term in the council of {body} was renewed"),
            _("It now lasts until {until}."),
        ),
        "resigned": (
            _("A member of the council of {body} has resigned"),
            _("A seat is free. Neighbours can recommend somebody."),
        ),
        "recalled": (
            _("Your seat in the council of {body} has ended"),
            _("The community's party committee decided it. Open it to read why."),
        ),
        "excused": (
            _("A member of the council of {body} asked leave"),
            _("Open it to see the days."),
        ),
    },
    {
        "objection_answered": _("“{said}” Council of {body}."),
        "refused": _("The reason: “{said}” Only those concerned see it."),
        "recalled": _("The community's party committee decided it: “{said}”"),
    },
)
