"""Where to send somebody who has just signed in."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.queries.locked import locked_person
from desks.navigation import DESK
from grids.middleware import standing_in
from issues.queries.drafts import asked_about
from issues.views.sent import RAISED_KEY


@require_safe
def after_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """Those who hold a post go to their desk, everyone else to what is their own.

    Where something was written here before sign-in that may be theirs, they are asked first.
    """
    if not request.user.is_authenticated:
        locked = locked_person(request) is not None
        return redirect("accounts:second_factor" if locked else "desks:home")
    assert isinstance(request.user, User)
    if RAISED_KEY in request.session:
        return redirect("issues:raise_sent")
    if asked_about(request.user, request.session):
        return redirect("issues:waiting")
    return redirect(DESK.path if standing_in(request).is_posted else "desks:me")
