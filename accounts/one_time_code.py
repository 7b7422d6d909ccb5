"""A sign-in under way: allauth's login by code, with our limits.

Its state is in the session, in allauth's stashed login: the number, a keyed digest of the code,
the failed tries and where to go afterwards.
"""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.actions.admit import admit
from accounts.actions.reserve_sending import CodeTooSoon
from accounts.actions.send_code import send_code
from accounts.actions.spend_try import lead_to_session, spend_try
from accounts.asking import asking_of
from accounts.enums import CodeAnswer
from accounts.models import SentCode
from accounts.preferences import language_of, large_print_of
from accounts.presence import note_code
from accounts.queries.sent_code import session_begun_by, tries_of
from accounts.security_log import note_answer
from accounts.sessions import keep_session, take_session
from accounts.waiting_code import state_of


class CodeStage(LoginByCodeStage):
    urlname = "accounts:sign_in_code"


class SignInProcess(LoginCodeVerificationProcess):
    """It has no person until the code is right, so known and new numbers are treated alike."""

    stage: LoginByCodeStage
    state: dict[str, Any]
    request: HttpRequest

    @classmethod
    def begin(cls, request: HttpRequest, *, phone: str, next_url: str, now: datetime) -> None:
        """Send a code and remember the sign-in; raises what `send_code` raises.

        If this browser already waits for this number, its code stays valid, so that a doubled
        click is not answered with "too soon", not even before it has a session.
        """
        login = Login(user=None)
        login.state["stages"] = {"current": CodeStage.key}
        process = cls(CodeStage(LoginStageController(request, login), request, login))
        process.state |= cls.initial_state(user=None, phone=phone)
        process.state |= {"initiated_by_user": True, "next": next_url}
        try:
            process.send_new_code(now=now)
        except CodeTooSoon as refused:
            if refused.own is None:
                raise
            process.await_code(refused.own)

    @classmethod
    def under_way(cls, request: HttpRequest) -> SignInProcess | None:
        stage = LoginStageController.enter(request, CodeStage.key)
        return cls(stage) if stage and "phone" in stage.state else None

    @property
    def phone(self) -> str:
        return str(self.state["phone"])

    @property
    def next_url(self) -> str:
        return str(self.state.get("next") or "")

    @property
    def tries_left(self) -> int:
        return self.max_attempts - tries_of(self.state["sending"])

    @property
    def seconds_until_resend(self) -> float:
        """Only for the page to show; `send_code` decides."""
        sent_at = float(self.state["at"])
        return max(0.0, sent_at + settings.SIGN_IN_CODE_COOLDOWN_SECONDS - time.time())

    def send_new_code(self, *, now: datetime) -> None:
        """Replace the code by one valid for ten minutes; raises what `send_code` raises."""
        code = get_adapter(self.request).generate_login_code()
        digest = _digest(self.phone, code)
        asking = asking_of(self.request, purpose="sign in", code=digest, phone=self.phone)
        self.await_code(send_code(self.phone, code=code, asking=asking, actor=None, now=now))

    def await_code(self, sending: SentCode) -> None:
        self.state |= state_of(sending)
        self.persist()

    def check(self, code: str) -> CodeAnswer:
        """Compare what was typed with the last code; a wrong one spends one try."""
        if not self.is_valid():
            return CodeAnswer.EXPIRED
        right = constant_time_compare(self.state["code"], _digest(self.phone, code))
        answer = spend_try(self.state["sending"], right=right, actor=None, most=self.max_attempts)
        note_answer(answer, number=self.phone)
        return answer

    def complete(self) -> HttpResponse:
        """Sign the person in and answer with the redirect to where they were going.

        The number is removed from the state first; allauth would leave it in the session.
        """
        self._user = admit(
            self.state.pop("phone"),
            actor=None,
            language=language_of(self.request),
            large_print=large_print_of(self.request),
            now=timezone.now(),
        )
        response: HttpResponse = self.finish(self.state.get("next") or None)
        if self.request.user.is_authenticated:
            note_code(self.request.session, now=time.time())
        session = self.request.session
        keep_session(session)
        lead_to_session(self.state["sending"], str(session.session_key), actor=None)
        return response

    def join_session(self) -> bool:
        """Take the session that this code has begun already: the browser kept no other answer.

        False if it began none.
        """
        return take_session(self.request, session_begun_by(self.state["sending"]))


def _digest(phone: str, code: str) -> str:
    return salted_hmac("accounts.one_time_code", f"{phone}:{code}", algorithm="sha256").hexdigest()
