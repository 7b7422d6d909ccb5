"""After the code was entered, raise the issue that waited for it."""

import logging

from django.http import HttpRequest

from accounts.models import User
from acting.actions.once import once
from acting.queries.owner import owner_of
from acting.refusals import Refused
from issues.actions.draft import forget_draft
from issues.addresses import address_of_receipt
from issues.forms.raise_matter import RaiseForm
from issues.queries.drafts import DRAFT_KEY, draft_of
from issues.views.raise_matter import RAISED_KEY, raise_from

logger = logging.getLogger(__name__)


def raise_waiting(request: HttpRequest, user: User, _visitor: str) -> None:
    """This is part of entering the code, so that nobody must press send again.

    If something prevents it, the draft stays, and `raise_sent` shows the form again.
    """
    draft = draft_of(request)
    if draft is None or not draft.fields.get("ready"):
        return
    form = RaiseForm(draft.fields, person=user, draft=draft)
    if not form.is_valid():
        logger.info("A draft could not be raised after sign-in and is shown again.")
        return
    try:
        address = once(
            form.submission_key,
            owner=owner_of(request),
            user=user,
            act=lambda: address_of_receipt(raise_from(form, user)),
        )
    except Refused:
        return
    forget_draft(draft)
    request.session.pop(DRAFT_KEY, None)
    request.session[RAISED_KEY] = address.rstrip("/").split("/")[-2]
