"""Raise what waited for a number, once that number is proved; and note which number that is."""

from __future__ import annotations

import logging

from django.contrib import messages
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.actions.once import once
from acting.queries.owner import owner_of
from acting.refusals import Refused
from issues.actions.draft import forget_draft, hand_over, note_number
from issues.addresses import address_of_receipt
from issues.forms.raise_matter import RaiseForm
from issues.forms.raising import raise_from
from issues.models import Draft
from issues.queries.drafts import RAISING, waiting_for, written_here
from issues.views.around import around_in
from issues.views.sent import RAISED_KEY

logger = logging.getLogger(__name__)


def note_number_given(request: HttpRequest, phone: str, next_url: str) -> None:
    """From now on the draft that led to the page for the number waits for this number.

    People who came to sign in by another way did not come to send it, so they are asked whether it
    is theirs. So are all if the address names no draft and several wait.
    """
    draft = _led_from(request, next_url)
    if draft is not None:
        note_number(draft, phone, now=timezone.now())


def _led_from(request: HttpRequest, next_url: str) -> Draft | None:
    try:
        found = resolve(next_url.partition("?")[0])
    except Resolver404:
        return None
    if found.view_name not in {"issues:raise_sent", "issues:raise_sent_as"}:
        return None
    drafts = written_here(request.session).filter(user=None)
    if "key" in found.kwargs:
        drafts = drafts.filter(submission=found.kwargs["key"])
    sent = [draft for draft in drafts.filter(number="") if draft.is_sent]
    return sent[0] if len(sent) == 1 else None


def raise_waiting(request: HttpRequest, user: User, _visitor: str) -> None:
    """Raise what waits, as a part of entering the code, so that nobody must press send again.

    If something prevents it, the draft stays, and `sent` shows the form again.
    """
    raised = []
    for draft in waiting_for(user, request.session):
        hand_over(draft, user=user)
        if _raise(request, draft, user):
            raised.append(str(draft.submission))
            forget_draft(draft)
    if raised:
        request.session[RAISED_KEY] = raised[-1]
    if len(raised) > 1:
        messages.success(request, _("All that you wrote is sent. You find it under “Mine”."))


def _raise(request: HttpRequest, draft: Draft, user: User) -> str:
    """The address of the receipt, or "" if the form must be looked at once more."""
    if "source" in draft.fields:
        # A worker wrote it down for somebody; who that is stands in fields of the worker's form.
        return ""
    form = RaiseForm(draft.fields, person=user, draft=draft, around=around_in(request))
    if not form.is_valid():
        logger.info("A draft could not be raised after sign-in and is shown again.")
        return ""
    try:
        return once(
            form.submission_key,
            form=RAISING,
            owner=owner_of(request),
            user=user,
            act=lambda: address_of_receipt(raise_from(form, user, now=timezone.now())),
        )
    except Refused:
        return ""
