from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.views.pressed import pressed


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    def act() -> str:
        logout(request)
        return str(settings.LOGOUT_REDIRECT_URL)

    address = pressed(request, act)
    messages.success(request, _("You are signed out."))
    return redirect(address)
