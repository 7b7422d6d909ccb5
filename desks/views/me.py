"""What a person has of their own: their matters, their notices, where they live."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import addresses
from accounts.actions.preferences import set_preferences
from accounts.carriers import email_is_carried
from acting.actions.once import once
from acting.forms.typed import typed_into
from acting.queries.owner import owner_of
from acting.views.unsent import signed_out_with
from desks.forms.me import AboutMeForm
from desks.presentation.mine import matter_card
from desks.queries.me import (
    followed_by,
    home_and_seat,
    matters,
    newest_unread,
    raised_by,
    residence_of,
    supported_by,
    with_holders,
)
from desks.views.news import watch_of_me
from grids.actions.set_residence import set_residence
from grids.middleware import standing_in
from issues.views.around import around_in
from notifications.queries.happenings import newest_at
from notifications.views.reading import reader_of, shown

PAGE = 10
SKIPPED = "about_me_skipped"


@never_cache
@require_safe
@login_required
def me(request: HttpRequest) -> HttpResponse:
    user, now = reader_of(request), timezone.now()
    of = request.GET.get("of", "")
    own = of not in {"supported", "followed"}
    if own:
        issues = raised_by(user)
    else:
        among = followed_by if of == "followed" else supported_by
        issues = among(user, standing_in(request)).annotate(news=newest_at("thing", "uid"))
    page = Paginator(with_holders(issues), PAGE).get_page(request.GET.get("page"))
    found, people = matters(page, now=now)
    home, sits = home_and_seat(user, now=now)
    cards = [matter_card(matter, people, now, own=own) for matter in found]
    context = {
        "own": own,
        "news": watch_of_me(request, user, [matter.issue for matter in found]),
        "page": page,
        "asking": [card for card in cards if card["asks"]],
        "cards": [card for card in cards if not card["asks"]],
        "notices": shown(newest_unread(user)),
        "home": home,
        "sits_in_a_council": sits,
        "shows_email": email_is_carried() or bool(user.email),
        "own_email": addresses.mask(user.email),
        "tabs": [
            {"url": "?", "label": _("Raised by me"), "current": own},
            {
                "url": "?of=supported",
                "label": _("It happened to us too"),
                "current": of == "supported",
            },
            {"url": "?of=followed", "label": _("I follow"), "current": of == "followed"},
        ],
        "asks_who": not user.name and home is None and not request.session.get(SKIPPED),
    }
    return render(request, "desks/me/me.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest) -> HttpResponse:
    """What to call the person and where they live, if they care to say."""
    if not request.user.is_authenticated:
        typed = typed_into(AboutMeForm.base_fields, request.POST)
        here = request.get_full_path()
        return signed_out_with(request, typed, title=_("About me"), next_url=here)
    user, home = reader_of(request), residence_of(reader_of(request))
    form = AboutMeForm(
        request.POST or None, around=around_in(request), home=home, initial={"name": user.name}
    )
    if request.method != "POST" or not form.is_valid():
        wrong = request.method == "POST" and not form.is_drawn_again
        return render(request, "desks/me/about.html", {"form": form}, status=422 if wrong else 200)

    def act() -> str:
        set_preferences(user, actor=user, name=form.cleaned_data["name"])
        set_residence(user, building=form.at_building, actor=user, now=timezone.now())
        return reverse("desks:me")

    address = once(
        form.submission_key, form=request.path, owner=owner_of(request), user=user, act=act
    )
    messages.success(request, _("Noted. Thank you."))
    return redirect(address)


@require_POST
@login_required
def skip(request: HttpRequest) -> HttpResponse:
    """Stop asking for name and home while signed in; both can be given later."""
    request.session[SKIPPED] = True
    return redirect("desks:me")
