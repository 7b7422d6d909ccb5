"""The way of every act that is done by a form: open → decide → draw."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import User
from acting.actions.once import once
from acting.forms.act import ActForm
from acting.queries.owner import owner_of
from acting.queries.submission import result_of
from acting.refusals import NotOpen, Refused, Stale
from acting.views.page import ActPage
from acting.views.unsent import MOVED_ON, no_longer, not_there, signed_out

IN_THE_WAY = 422


def drive(page: ActPage) -> HttpResponse:
    """Answer the request of `page`. Whatever stands in the way, what was typed is given back."""
    user = page.request.user
    if not isinstance(user, User):
        return signed_out(page)
    if page.request.method != "POST":
        page.open()
        return page.draw(page.form()) if page.is_offered else page.draw_nothing_to_do()
    # A second sending leads where the first led, whatever has become of the thing since.
    if before := led_before(page):
        return before
    try:
        page.open()
        return _send(page, user)
    except (Http404, PermissionDenied):
        kept = not_there(page)
        if kept is None:
            raise
        return kept
    except NotOpen as refused:
        # Of two sendings at once the first has done it meanwhile.
        return led_before(page) or no_longer(page, refused)


def _send(page: ActPage, user: User) -> HttpResponse:
    """Raises NotOpen where the act is not the person's any more."""
    if page.closed is not None:
        raise page.closed
    form = page.form(page.request.POST, page.request.FILES)
    if not form.is_valid():
        return page.draw(form, status=IN_THE_WAY)
    try:
        address = once(
            form.submission_key,
            owner=owner_of(page.request),
            user=user,
            act=lambda: page.perform(form),
        )
    except Stale:
        return _again(page, form)
    except NotOpen:
        page.open()
        raise
    except Refused as refused:
        form.refuse(refused)
        return page.draw(form, status=IN_THE_WAY)
    messages.success(page.request, form.told)
    return led(page.request, address)


def _again(page: ActPage, sent: ActForm) -> HttpResponse:
    """Someone acted meanwhile: what was typed stands again, beside what they did."""
    page.open()
    if page.closed is not None:
        raise page.closed
    form, changes = page.form_again(sent), page.changes_since(sent.seen_entry)
    return page.draw(form, status=MOVED_ON, changes=changes)


def led_before(page: ActPage) -> HttpResponse | None:
    """To where the first sending of this form led; None where it is the first."""
    key = page.request.POST.get("submission", "")
    address = result_of(key, owner=owner_of(page.request))
    return led(page.request, address) if address else None


def led(request: HttpRequest, address: str) -> HttpResponse:
    """To where an act leads, also out of a part of a page."""
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)
