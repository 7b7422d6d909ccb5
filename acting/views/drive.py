"""The path that every act done with a form takes: open → decide → draw."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import User
from acting.actions.once import once
from acting.forms.act import ActForm
from acting.limits import spend
from acting.queries.owner import owner_of
from acting.queries.submission import result_of
from acting.refusals import NotOpen, Refused, Stale
from acting.views.again import drawn_again
from acting.views.elsewhere import alike_of, led_from_elsewhere
from acting.views.page import ActPage
from acting.views.unsent import MOVED_ON, no_longer, not_there, signed_out


def drive(page: ActPage) -> HttpResponse:
    """Answer the request of `page`. If the act can't be done, give back what was typed."""
    user = page.request.user
    if not isinstance(user, User):
        return signed_out(page)
    if page.request.method != "POST":
        page.open()
        return page.draw(page.form()) if page.is_offered else page.draw_nothing_to_do()
    # A second sending leads where the first led, even if the thing has changed since.
    if before := led_before(page):
        return before
    try:
        page.open()
        return _send(page, user)
    except (Http404, PermissionDenied):
        # Perhaps it is gone because another sending of this very form has taken it away.
        kept = led_before(page) or led_elsewhere(page) or not_there(page)
        if kept is None:
            raise
        return kept
    except NotOpen as refused:
        # Perhaps it is closed because another sending of this very form has just done the act.
        return led_before(page) or led_elsewhere(page) or no_longer(page, refused)


def _send(page: ActPage, user: User) -> HttpResponse:
    """Do the act. Raises NotOpen if the person may not do it any more."""
    if page.closed is not None:
        raise page.closed
    form = page.form(page.request.POST, page.request.FILES)
    if not form.is_valid():
        elsewhere = None if form.is_drawn_again else led_elsewhere(page)
        asked = form.is_drawn_again
        return elsewhere or drawn_again(form, partial(page.draw, form), as_asked=asked)
    try:
        address = once(
            form.submission_key,
            form=page.request.path,
            owner=owner_of(page.request),
            user=user,
            act=lambda: _perform(page, form, user),
            alike=alike_of(page.request),
        )
    except Stale:
        return led_elsewhere(page) or _again(page, form)
    except NotOpen:
        page.open()
        raise
    except Refused as refused:
        form.refuse(refused)
        return led_elsewhere(page) or drawn_again(
            form, partial(page.draw, form), status=refused.status
        )
    messages.success(page.request, form.told)
    return led(page.request, address)


def _perform(page: ActPage, form: ActForm, user: User) -> str:
    """Only what is sent for the first time counts."""
    spend(form.limit, person=user)
    return page.perform(form)


def _again(page: ActPage, sent: ActForm) -> HttpResponse:
    """Someone acted meanwhile: show what was typed again, beside what they changed."""
    page.open()
    if page.closed is not None:
        raise page.closed
    if not page.is_offered:
        raise NotOpen(_("There is nothing left to do here. This is how it stands."))
    form, changes = page.form_again(sent), page.changes_since(sent.seen_entry)
    return page.draw(form, status=MOVED_ON, changes=changes)


def led_before(page: ActPage) -> HttpResponse | None:
    """Redirect to where the first sending of this form led; None if this is the first."""
    key = page.request.POST.get("submission", "")
    address = result_of(key, form=page.request.path, owner=owner_of(page.request))
    return led(page.request, address) if address else None


def led_elsewhere(page: ActPage) -> HttpResponse | None:
    """Redirect whoever has done this from another page to where that led, and say so."""
    address = led_from_elsewhere(page.request)
    if not address:
        return None
    messages.info(page.request, _("You have done this already, from another page."))
    return led(page.request, address)


def led(request: HttpRequest, address: str) -> HttpResponse:
    """Redirect to `address`; from an htmx request, the whole page goes there."""
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)
