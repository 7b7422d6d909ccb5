"""“There is something written here that is not sent. Is it yours?”, without showing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from issues.actions.draft import claim_drafts
from issues.forms.waiting import WaitingForm
from issues.models import Draft
from issues.queries.drafts import NOT_THEIRS, asked_about, who
from issues.views.sent import address_of_draft


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """Visitors are asked for a number, those signed in for a few words that stand in it."""
    person = request.user if isinstance(request.user, User) else None
    drafts = asked_about(person, request.session)
    if not drafts:
        return redirect("issues:raise")
    if request.method != "POST":
        return _page(request, WaitingForm())
    if "not_mine" in request.POST:
        _deny(request, person, drafts)
        return redirect("desks:after_sign_in" if person else "desks:home")
    if person is None:
        return _page(request, WaitingForm())
    return _claim(request, person, drafts)


def _claim(request: HttpRequest, person: User, drafts: list[Draft]) -> HttpResponse:
    form = WaitingForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    claimed = claim_drafts(drafts, form.cleaned_data["words"], user=person)
    if claimed:
        messages.info(request, _("Here it is. Please look once more and send."))
        return redirect(address_of_draft(claimed[-1].submission))
    if not asked_about(person, request.session):
        said = _("These words are not in it. It goes on waiting for its own number.")
        messages.warning(request, said)
        return redirect("issues:raise")
    form.add_error("words", _("These words are not in it. Write them as they were written."))
    return _page(request, form, status=422)


def _deny(request: HttpRequest, person: User | None, drafts: list[Draft]) -> None:
    """What is denied goes on waiting for its own number."""
    denied = dict(request.session.get(NOT_THEIRS, {}))
    before = denied.get(who(person), [])
    denied[who(person)] = [*before, *(str(draft.token) for draft in drafts)]
    request.session[NOT_THEIRS] = denied


def _page(request: HttpRequest, form: WaitingForm, status: int = 200) -> HttpResponse:
    return render(request, "issues/waiting.html", {"form": form}, status=status)
