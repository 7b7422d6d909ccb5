"""The drafts of a browser, by the form's key: found again, or begun."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from acting.forms.submission import sent_key
from acting.limits import spend
from issues.actions.draft import begin_draft, save_draft
from issues.forms.raise_matter import RaiseForm
from issues.models import Draft
from issues.queries.drafts import DRAFTS, begun_as, own_draft, written_here

# What only the form of workers asks.
OF_WORKERS = ("source", "outside_number", "outside_due_at")


def draft_sent(request: HttpRequest, person: User | None) -> Draft | None:
    """The draft of the form that arrives; begun for a visitor, whose photos need a place.

    Raises TooMany where many were begun from one address.
    """
    key = sent_key(request.POST)
    draft = begun_as(key, request.session, person) or own_draft(str(key), person)
    if draft is not None or person is not None:
        return draft
    spend("drafts", person=None)
    draft = begin_draft(user=None, key=key, now=timezone.now())
    waiting = [
        str(token) for token in written_here(request.session).values_list("token", flat=True)
    ]
    request.session[DRAFTS] = [*waiting, str(draft.token)]
    return draft


def keep_until_signed_in(request: HttpRequest, form: RaiseForm, draft: Draft) -> None:
    """Workers may have been signed out meanwhile; their form has more fields than the visitor's."""
    of_workers = {name: request.POST[name] for name in OF_WORKERS if name in request.POST}
    save_draft(draft, fields={**form.typed(), **of_workers}, now=timezone.now())
