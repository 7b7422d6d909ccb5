from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.sign_in import sign_out as end_session


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Each press signs out, even on an old page, so whoever reads “signed out” may rely on it."""
    end_session(request)
    # The page that says so also throws away what only a draft of theirs had a name for.
    messages.success(request, _("You are signed out."), extra_tags="signed-out")
    return redirect(settings.LOGOUT_REDIRECT_URL)
