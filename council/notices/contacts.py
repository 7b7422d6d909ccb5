"""A gentle word about the month."""

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers

CONTACTS = renderers(
    {
        "contacts_open": (
            _("There is still somebody you meant to see this month"),
            _("If it fits: the list is under “My contacts”. Next month is fine too."),
        ),
    }
)
