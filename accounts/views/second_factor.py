"""The lock: a person with a post has signed in by phone, and gives the second factor."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.actions.factors import give_factor
from accounts.enums import CodeAnswer
from accounts.forms.factor import FactorForm
from accounts.models import User
from accounts.queries.devices import session_of
from accounts.queries.factors import has_factor
from accounts.queries.locked import locked_person
from accounts.sessions import DEVICE, take_session
from accounts.views.factor_answers import factor_sentence
from accounts.views.leading_on import safe_next
from accounts.views.letting_in import address_of_factor, after_sign_in, let_in
from accounts.views.limits import too_many


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    person, next_url = locked_person(request), safe_next(request)
    if person is None:
        return redirect(next_url or after_sign_in())
    if not has_factor(person):
        return redirect(address_of_factor(next_url, page="accounts:factor_set_up"))
    if request.method != "POST":
        return _page(request, person, FactorForm(), next_url)
    if busy := too_many(request, "codes_given"):
        return busy
    form = FactorForm(request.POST)
    if form.is_valid():
        # Another sending of it waits until the session has its new key, and goes on in that.
        with transaction.atomic():
            code = form.cleaned_data["code"]
            answer = give_factor(person, code=code, actor=person, now=timezone.now())
            if answer is CodeAnswer.RIGHT:
                let_in(request, person)
        if answer is CodeAnswer.RIGHT or (answer is CodeAnswer.USED and _let_in_meanwhile(request)):
            return redirect(next_url or after_sign_in())
        form.add_error("code", factor_sentence(answer, person))
    return _page(request, person, form, next_url, status=422)


def _let_in_meanwhile(request: HttpRequest) -> bool:
    """Whether a doubled press did it: the first sending has renewed this session."""
    key = session_of(request.session.get(DEVICE))
    return key != request.session.session_key and take_session(request, key)


def _page(
    request: HttpRequest, person: User, form: FactorForm, next_url: str, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "next_url": next_url, "person": person}
    return render(request, "accounts/second_factor.html", context, status=status)
