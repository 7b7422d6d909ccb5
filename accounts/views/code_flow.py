"""The page that asks for a code, for every purpose: enter it, or have a new one sent."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import datetime
from math import ceil
from typing import Any, ClassVar, Protocol

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import CodeAnswer
from accounts.forms.code import CodeForm
from accounts.views.limits import too_many
from accounts.views.refusals import REFUSALS


class WaitsForCode(Protocol):
    """What waits for a code: a sign-in, or an address to be proved."""

    @property
    def tries_left(self) -> int: ...

    @property
    def seconds_until_resend(self) -> float: ...

    def check(self, code: str) -> CodeAnswer: ...


class CodeFlow(ABC):
    """One request to the page. Subclasses say what differs by purpose."""

    template: ClassVar[str]
    form_class: ClassVar[type[CodeForm]] = CodeForm

    def __init__(self, request: HttpRequest, waiting: WaitsForCode) -> None:
        self.request = request
        self.waiting = waiting

    @abstractmethod
    def shown(self) -> dict[str, Any]:
        """Where the code was sent, as the page shows it."""

    @abstractmethod
    def send_new_code(self, *, now: datetime) -> None: ...

    @abstractmethod
    def refusal_of(self, refused: Exception) -> tuple[str, int]: ...

    @abstractmethod
    def complete(self) -> HttpResponse:
        """What to do after the right code."""

    @abstractmethod
    def done_already(self) -> HttpResponse | None:
        """Where the same code, sent a moment before, led; None if nothing is known of it."""

    def answer(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._page(self.form_class())
        if busy := too_many(self.request, "codes_given"):
            return busy
        return self._resend() if "resend" in self.request.POST else self._verify()

    def _verify(self) -> HttpResponse:
        form = self.form_class(self.request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        # What the code is for is done with it or not at all, and another sending of it waits.
        with transaction.atomic():
            answer = self.waiting.check(form.cleaned_data["code"])
            if answer is CodeAnswer.RIGHT:
                return self.complete()
        if answer is CodeAnswer.USED and (led := self.done_already()):
            return led
        form.add_error("code", sentence_of(answer, tries_left=self.waiting.tries_left))
        return self._page(form, status=422)

    def _resend(self) -> HttpResponse:
        try:
            self.send_new_code(now=timezone.now())
        except REFUSALS as refused:
            sentence, status = self.refusal_of(refused)
            return self._page(self.form_class(), status=status, refusal=sentence)
        messages.success(self.request, _("A new code is on its way. Only the newest one is good."))
        return redirect(self.request.path)

    def _page(self, form: CodeForm, *, status: int = 200, refusal: str = "") -> HttpResponse:
        context = {
            "form": form,
            "seconds_until_resend": ceil(self.waiting.seconds_until_resend),
            "refusal": refusal,
            **self.shown(),
        }
        return render(self.request, self.template, context, status=status)


def sentence_of(answer: CodeAnswer, *, tries_left: int) -> str:
    if answer is CodeAnswer.EXPIRED:
        return _("This code is older than ten minutes. Please have a new one sent.")
    if answer is CodeAnswer.USED:
        return _("This code was used already. Please have a new one sent.")
    if answer is CodeAnswer.SPENT or not tries_left:
        return _("That was not the code, too many times. Please have a new one sent.")
    return ngettext(
        "That is not the code of the last message. You can try {count} more time.",
        "That is not the code of the last message. You can try {count} more times.",
        tries_left,
    ).format(count=tries_left)
