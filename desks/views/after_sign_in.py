"""Where to send somebody who has just signed in."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from desks.navigation import DESK
from grids.middleware import standing_in


@require_safe
def after_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """Those who hold a post go to their desk, everyone else to what is their own."""
    if not request.user.is_authenticated:
        return redirect("desks:home")
    return redirect(DESK.path if standing_in(request).is_posted else "desks:me")
