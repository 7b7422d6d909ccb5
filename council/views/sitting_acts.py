"""The forms about sittings, each at an address of its own."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acting.forms.act import ActForm
from acting.views.drive import drive
from council.enums.planning import MeetingAct
from council.forms.sittings import MEETING_FORMS
from council.presentation.ordering import order_context
from council.queries.choosing import councils_for
from council.queries.sitting_subjects import asked_of, convening_subject, meeting_subject
from council.queries.viewer import viewer_of
from council.views.act_page import CouncilActPage
from council.views.screens import device_of
from grids.middleware import standing_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def of_council(request: HttpRequest, act: MeetingAct) -> HttpResponse:
    """Asked of the council that `?council=` names; without one it is chosen first."""
    code = request.GET.get("council", "")
    if not code:
        return _choose_council(request, act)
    page = CouncilActPage(
        request, MEETING_FORMS[act], lambda viewer, now: convening_subject(code, viewer)
    )
    return drive(page)


def _choose_council(request: HttpRequest, act: MeetingAct) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    viewer = viewer_of(standing_in(request), now=timezone.now())
    found = asked_of(viewer, act)
    if not found:
        messages.info(request, _("This is done by members, grid workers and the community."))
        return redirect("council:sittings")
    name = "council:convene" if act == MeetingAct.CONVENE else "council:record_talk"
    kept = {key: request.GET[key] for key in ("venue", "matter", "began") if key in request.GET}
    links = [
        {
            "name": one.name,
            "url": f"{reverse(name)}?{urlencode({'council': one.body.code, **kept})}",
        }
        for one in councils_for(
            found, viewer, venue=kept.get("venue", ""), matter=kept.get("matter", "")
        )
    ]
    if len(links) == 1:
        return redirect(links[0]["url"])
    context = {"title": MEETING_FORMS[act].title, "links": links}
    return render(request, "council/choose_council.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def of_sitting(
    request: HttpRequest, uid: UUID, act: MeetingAct, about: UUID | None = None
) -> HttpResponse:
    kind = OrderPage if act == MeetingAct.ORDER_AGENDA else CouncilActPage
    device = device_of(request) if act == MeetingAct.NEXT else ""
    page = kind(
        request,
        MEETING_FORMS[act],
        lambda viewer, now: meeting_subject(uid, viewer, now=now, about=about, device=device),
    )
    return drive(page)


class OrderPage(CouncilActPage):
    """The list that is ordered, instead of fields."""

    def draw(
        self, form: ActForm, *, status: int = 200, changes: list[dict[str, Any]] | None = None
    ) -> HttpResponse:
        sent = self.request.POST.getlist("order")
        context = {
            "form": form,
            "title": self.form_class.title,
            "subject": self.subject,
            "changes": changes,
            "back": self.back,
            **order_context(self.subject.meeting, sent),  # type: ignore[attr-defined]
        }
        return render(self.request, "council/order.html", context, status=status)
