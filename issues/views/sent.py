"""Where sign-in leads back to, for whoever sent something before it."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import User
from acting.queries.owner import owner_of
from acting.queries.submission import result_of
from issues.queries.drafts import RAISING, asked_about, own_draft

# In the session: the key of the sending that was raised last.
RAISED_KEY = "raised"


@never_cache
@require_safe
def sent(request: HttpRequest, key: UUID | None = None) -> HttpResponse:
    """To the receipt, or to the form with all that was typed; others are asked if it is theirs."""
    person = request.user
    if not isinstance(person, User):
        way_in = urlencode({"next": request.path})
        return redirect(f"{reverse('accounts:sign_in')}?{way_in}")
    raised = request.session.pop(RAISED_KEY, "")
    said = str(key or raised)
    if receipt := result_of(said, form=RAISING, owner=owner_of(request)):
        return redirect(receipt)
    if own_draft(said, person):
        messages.warning(request, _("Your words are still here. Please look once more and send."))
        return redirect(address_of_draft(said))
    return redirect("issues:waiting" if asked_about(person, request.session) else "issues:raise")


def address_of_sent(key: UUID) -> str:
    return reverse("issues:raise_sent_as", args=[key])


def address_of_draft(key: str | UUID | None) -> str:
    """The form, with what its sender wrote."""
    return f"{reverse('issues:raise')}?{urlencode({'draft': str(key)})}"
