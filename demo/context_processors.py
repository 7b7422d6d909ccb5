"""What the demo adds to all pages, which only leave a place for it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


def demo(request: HttpRequest) -> dict[str, Any]:
    """A link for the foot of each page, and where to read messages that reach no phone."""
    return {
        "more_in_foot": [{"path": reverse("demo:personas"), "label": _("Demo: be someone else")}],
        "about_texts": "demo/hint.html",
        "about_mail": "demo/mail_hint.html",
    }
