"""What the demo adds to pages of the apps below, which leave a place for it and know no more."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


def demo(request: HttpRequest) -> dict[str, Any]:
    """A link in every page's foot, and where messages can be read that reach no phone."""
    return {
        "more_in_foot": [{"path": reverse("demo:personas"), "label": _("Demo: be someone else")}],
        "about_texts": "demo/hint.html",
        "about_mail": "demo/mail_hint.html",
    }
