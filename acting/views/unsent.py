"""The page for an act that can't be sent any more: why, what changed, and what was typed."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from acting.forms.act import Typed
from acting.refusals import NotOpen
from acting.views.page import ActPage

MOVED_ON = 409


def signed_out(page: ActPage) -> HttpResponse:
    """Lead the person to sign in; if they sent a form, first show them what they typed."""
    sent = page.request.method == "POST"
    way_in = redirect_to_login((sent and page.came_from) or page.request.get_full_path())
    typed = typed_in(page)
    if not typed:
        return way_in
    why = _("You were signed out meanwhile.")
    return _draw(page, typed, why, back=way_in.url, leads=_("Sign in again"))


def not_there(page: ActPage) -> HttpResponse | None:
    """For a thing that the person may not see; None if nothing was typed that could be lost."""
    typed = typed_in(page)
    return _draw(page, typed, str(page.lost), back=page.came_from or "/") if typed else None


def no_longer(page: ActPage, refused: NotOpen) -> HttpResponse:
    """For a thing that the person may still read: show also what others did meanwhile."""
    seen = page.request.POST.get("entry", "")
    changes = page.changes_since(int(seen) if seen.isdecimal() and len(seen) < 19 else None)
    return _draw(page, typed_in(page), str(refused.message), back=page.back, changes=changes)


def typed_in(page: ActPage) -> list[Typed]:
    return page.form_class.typed_in(page.request.POST)


def _draw(
    page: ActPage,
    typed: list[Typed],
    why: str,
    *,
    back: str,
    changes: list[dict[str, Any]] | None = None,
    leads: str = "",
) -> HttpResponse:
    context = {
        "title": page.form_class.title,
        "why": why,
        "typed": typed,
        "changes": changes or [],
        "photos": bool(page.request.FILES.getlist("photos") or page.request.POST.get("kept")),
        "back": back,
        "leads": leads or _("Back"),
    }
    part = "#kept" if getattr(page.request, "htmx", False) else ""
    return render(page.request, f"acting/unsent.html{part}", context, status=MOVED_ON)
