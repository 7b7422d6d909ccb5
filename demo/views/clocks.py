"""Let something happen while a visitor watches."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from acting.refusals import Refused
from demo.actions.begin_soon import begin_soon
from demo.actions.fall_due import fall_due


@never_cache
@require_POST
def let_fall_due(request: HttpRequest) -> HttpResponse:
    """Pressed twice, it does no more than once."""
    now = timezone.now()
    try:
        clock, meeting = fall_due(now=now), begin_soon(now=now)
    except Refused as refusal:
        messages.error(request, str(refusal.message))
        return redirect("demo:personas")
    said = _("{reference} runs out within a minute.").format(reference=clock.issue.reference)
    if meeting is not None and meeting.starts_at > now:
        begins = timezone.localtime(meeting.starts_at)
        said += " " + _("{sitting} begins at {time}.").format(
            sitting=meeting.title, time=f"{begins:%H:%M}"
        )
    messages.success(request, said)
    return redirect(reverse("demo:personas") + "#clocks")
