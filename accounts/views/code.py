"""Signing in, second step: the code."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import phones
from accounts.devices import remember_device
from accounts.one_time_code import SignInProcess
from accounts.views.code_flow import CodeFlow
from accounts.views.letting_in import by_way_of_factor
from accounts.views.refusals import refusal_of
from accounts.views.sign_in import address_of_sign_in, sign_in


class SignInCode(CodeFlow):
    template = "accounts/code.html"
    waiting: SignInProcess

    def shown(self) -> dict[str, Any]:
        return {
            "masked_phone": phones.mask(self.waiting.phone),
            "other_number": address_of_sign_in(self.waiting.next_url),
            "next_url": self.waiting.next_url,
        }

    def send_new_code(self, *, now: datetime) -> None:
        self.waiting.send_new_code(now=now)

    def refusal_of(self, refused: Exception) -> tuple[str, int]:
        return refusal_of(refused)

    def complete(self) -> HttpResponse:
        phone = self.waiting.phone
        return self._known(by_way_of_factor(self.request, self.waiting.complete()), phone)

    def done_already(self) -> HttpResponse | None:
        led_to = self.waiting.next_url or resolve_url(settings.LOGIN_REDIRECT_URL)
        if not self.waiting.join_session():
            return None
        return self._known(redirect(led_to), self.waiting.phone)

    def _known(self, response: HttpResponse, phone: str) -> HttpResponse:
        """Of two answers the browser keeps the last: each says it."""
        remember_device(self.request, response, phone)
        return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return sign_in(request)
    process = SignInProcess.under_way(request)
    if process is None:
        if request.method == "POST":
            messages.info(request, _("That took a while. Please enter your number once more."))
        return redirect("accounts:sign_in")
    return SignInCode(request, process).answer()
