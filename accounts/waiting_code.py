"""A code that was sent to somebody who is signed in, and waits in their session."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.actions.reserve_sending import CodeTooSoon
from accounts.actions.spend_try import spend_try
from accounts.asking import Asking, asking_of
from accounts.enums import CodeAnswer
from accounts.models import SentCode, User
from accounts.queries.sent_code import tries_of
from accounts.security_log import note_answer


@dataclass(frozen=True, kw_only=True)
class WaitingCode(ABC):
    """It is good for `bound_to` alone: an address, or the digest of a text.

    `code` is a keyed digest, `sending` the row that counts tries, `at` an epoch time. `purpose` is
    also the key of the session.
    """

    purpose: ClassVar[str]

    user: User
    bound_to: str
    code: str
    sending: int
    at: float

    @classmethod
    @abstractmethod
    def dispatch(
        cls, user: User, bound_to: str, *, code: str, asking: Asking, now: datetime
    ) -> SentCode:
        """Have a carrier bring the code to them."""

    @classmethod
    def begin(cls, request: HttpRequest, *, user: User, bound_to: str, now: datetime) -> None:
        """Send a code and remember it; raises what `dispatch` raises.

        If one for the same already waits, it stays valid, so that a doubled click is not answered
        with "too soon".
        """
        try:
            cls.send(request, user=user, bound_to=bound_to, now=now)
        except CodeTooSoon as refused:
            if refused.own is None:
                raise
            cls.wait_for(request, bound_to, refused.own)

    @classmethod
    def send(cls, request: HttpRequest, *, user: User, bound_to: str, now: datetime) -> None:
        """Replace the code; the new one is valid for ten minutes."""
        code: str = get_adapter(request).generate_login_code()
        digest = bound_digest(cls.purpose, user, bound_to, code)
        purpose = f"{cls.purpose}:{user.pk}:{bound_to}"
        asking = asking_of(request, purpose=purpose, code=digest)
        sending = cls.dispatch(user, bound_to, code=code, asking=asking, now=now)
        cls.wait_for(request, bound_to, sending)

    @classmethod
    def wait_for(cls, request: HttpRequest, bound_to: str, sending: SentCode) -> None:
        request.session[cls.purpose] = {"bound_to": bound_to} | state_of(sending)

    @classmethod
    def under_way(cls, request: HttpRequest, user: User) -> Self | None:
        state = request.session.get(cls.purpose)
        # A session that began to wait with an older version asks once more.
        return cls(user=user, **state) if state and "bound_to" in state else None

    def forget(self, request: HttpRequest) -> None:
        """A code proves once."""
        request.session.pop(self.purpose, None)

    @property
    def tries_left(self) -> int:
        return settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS - tries_of(self.sending)

    @property
    def is_too_old(self) -> bool:
        return time.time() - self.at > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT

    @property
    def seconds_until_resend(self) -> float:
        """Only for the page to show; the action that sends decides."""
        return max(0.0, self.at + settings.SIGN_IN_CODE_COOLDOWN_SECONDS - time.time())

    def check(self, code: str) -> CodeAnswer:
        """Compare it with the code that was sent last; a wrong one spends one try."""
        if self.is_too_old:
            return CodeAnswer.EXPIRED
        most = settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS
        typed = bound_digest(self.purpose, self.user, self.bound_to, code)
        right = constant_time_compare(self.code, typed)
        answer = spend_try(self.sending, right=right, actor=self.user, most=most)
        note_answer(answer, person=self.user.pk)
        return answer


def state_of(sending: SentCode) -> dict[str, Any]:
    """What a session keeps of a code that was sent, for WaitingCode to be made of again."""
    return {
        "code": sending.code_digest,
        "sending": sending.pk,
        "at": sending.sent_at.timestamp(),
    }


def bound_digest(purpose: str, user: User, bound: str, code: str) -> str:
    """Of the person and of what the code is for, so a session that changes hands proves nothing."""
    value = f"{user.pk}:{bound}:{code}"
    return salted_hmac(f"accounts.{purpose}", value, algorithm="sha256").hexdigest()
