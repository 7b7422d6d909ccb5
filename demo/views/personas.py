"""Sign in as one of the cast."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.sign_in import sign_in_as, sign_out
from demo.presentation.countdown import countdown_of
from demo.queries.personas import countdowns, player, troupes
from grids.middleware import standing_in


@never_cache
@require_safe
def personas(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    context = {
        "troupes": troupes(),
        "countdowns": [countdown_of(row, now) for row in countdowns(standing_in(request), now=now)],
        "me": request.user.phone if request.user.is_authenticated else "",
    }
    part = "#clocks" if getattr(request, "htmx", False) else ""
    return render(request, f"demo/personas.html{part}", context)


@never_cache
@require_POST
def be(request: HttpRequest) -> HttpResponse:
    """Sign in as the chosen person of the cast, or sign out if none is chosen."""
    phone = request.POST.get("phone", "")
    person = player(phone) if phone else None
    if phone and person is None:
        raise Http404(_("There is nobody of that kind in the demo."))
    sign_out(request)
    if person is None:
        return redirect("demo:personas")
    sign_in_as(request, person, by="persona")
    return redirect("desks:after_sign_in")
