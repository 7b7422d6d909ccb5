"""The page for an act that can't be sent any more: why, what changed, and what was typed."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.security_log import note_refused
from acting.forms.typed import Typed
from acting.refusals import NotOpen
from acting.refused_log import note_if_not_theirs
from acting.views.page import ActPage

MOVED_ON = 409


def signed_out(page: ActPage) -> HttpResponse:
    """Lead the person to sign in; if they sent a form, first show them what they typed."""
    sent = page.request.method == "POST"
    next_url = (sent and page.came_from) or page.request.get_full_path()
    title = str(page.form_class.title)
    return signed_out_with(page.request, typed_in(page), title=title, next_url=next_url)


def signed_out_with(
    request: HttpRequest, typed: list[Typed], *, title: str, next_url: str
) -> HttpResponse:
    """The same for what is no page of an act."""
    way_in = redirect_to_login(next_url)
    if not typed:
        return way_in
    why = _("You were signed out meanwhile.")
    return _draw(request, typed, why, title=title, back=way_in.url, leads=_("Sign in again"))


def not_there(page: ActPage) -> HttpResponse | None:
    """For a thing that the person may not see; None if nothing was typed that could be lost."""
    typed = typed_in(page)
    if not typed:
        return None
    # As an error page it would have been written down where all of them are.
    note_refused(person=page.person.pk, act=page.form_class.act, answer=404)
    title, back = str(page.form_class.title), page.came_from or "/"
    return _draw(page.request, typed, str(page.lost), title=title, back=back)


def no_longer(page: ActPage, refused: NotOpen) -> HttpResponse:
    """For a thing that the person may still read: show also what others did meanwhile."""
    note_if_not_theirs(refused, person=page.person.pk, act=page.form_class.act, thing=page.address)
    seen = page.request.POST.get("entry", "")
    changes = page.changes_since(int(seen) if seen.isdecimal() and len(seen) < 19 else None)
    return _draw(
        page.request,
        typed_in(page),
        str(refused.message),
        title=str(page.form_class.title),
        back=page.back,
        changes=changes,
    )


def typed_in(page: ActPage) -> list[Typed]:
    return page.form_class.typed_in(page.request.POST)


def _draw(
    request: HttpRequest,
    typed: list[Typed],
    why: str,
    *,
    title: str,
    back: str,
    changes: list[dict[str, Any]] | None = None,
    leads: str = "",
) -> HttpResponse:
    context = {
        "title": title,
        "why": why,
        "typed": typed,
        "changes": changes or [],
        "photos": bool(request.FILES or request.POST.get("kept")),
        "back": back,
        "leads": leads or _("Back"),
    }
    part = "#kept" if getattr(request, "htmx", False) else ""
    return render(request, f"acting/unsent.html{part}", context, status=MOVED_ON)
