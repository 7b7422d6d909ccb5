"""A notice as a text message."""

from django.conf import settings
from django.utils import translation
from django.utils.text import Truncator

from notifications.models import Notice
from notifications.rendering import render

# Four parts of a Chinese text message; the page behind the link says the rest.
LONGEST = 240


def text_message(notice: Notice) -> str:
    """The notice's words in the recipient's language, and where to read on."""
    with translation.override(notice.recipient.language):
        rendered = render(notice.kind, notice.version, notice.parameters)
    words = "\n".join(part for part in (rendered.title, rendered.body) if part)
    short = Truncator(words).chars(LONGEST)
    return f"{short}\n{settings.SITE_URL}{notice.link}" if notice.link else short
