"""A notice as a text message and as an e-mail."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.words import shortened
from notifications.models import Notice
from notifications.rendering import Rendered, render

# The length of about four parts of a Chinese text message; the linked page says the rest.
LONGEST = 240


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    text: str


def text_message(notice: Notice) -> str:
    """The words of the notice in the recipient's language, and a link to read on."""
    rendered = _rendered(notice)
    words = "\n".join(part for part in (rendered.title, rendered.body) if part)
    short = shortened(words, LONGEST)
    return f"{short}\n{settings.SITE_URL}{notice.link}" if notice.link else short


def mail(notice: Notice) -> Mail:
    """The same words in full, and how to stop getting e-mail."""
    rendered = _rendered(notice)
    with translation.override(notice.recipient.language):
        subject = _("[Pavilion] {title}").format(title=" ".join(rendered.title.split()))
        farewell = _("You gave us this address. Change it or take it away here: {url}").format(
            url=f"{settings.SITE_URL}{reverse('accounts:email')}"
        )
    link = f"{settings.SITE_URL}{notice.link}" if notice.link else ""
    parts = (rendered.title, rendered.body, link, f"--\n{farewell}")
    return Mail(subject=subject, text="\n\n".join(part for part in parts if part))


def _rendered(notice: Notice) -> Rendered:
    with translation.override(notice.recipient.language):
        return render(notice.kind, notice.version, notice.parameters)
