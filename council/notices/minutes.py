"""Notices about minutes."""

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers

MINUTES = renderers(
    {
        "minutes_to_sign": (
            _("Minutes wait for your signature: council of {body}"),
            _("Read them once more, then sign them with the code that comes to your phone."),
        ),
        "minutes_published": (
            _("The minutes are published: council of {body}"),
            _("Everybody can read what was said and decided on {on}."),
        ),
    }
)
