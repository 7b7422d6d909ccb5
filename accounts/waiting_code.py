"""A code that was sent to somebody who is signed in, and waits in their session."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.actions.spend_try import spend_try
from accounts.enums import CodeAnswer
from accounts.models import SentCode, User
from accounts.queries.sent_code import tries_of


@dataclass(frozen=True, kw_only=True)
class WaitingCode(ABC):
    """`code` is a keyed digest, `sending` the row that counts tries, `at` an epoch time."""

    user: User
    code: str
    sending: int
    at: float

    @abstractmethod
    def digest_of(self, code: str) -> str:
        """What `code` would be kept as."""

    @property
    def tries_left(self) -> int:
        return settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS - tries_of(self.sending)

    @property
    def seconds_until_resend(self) -> float:
        """Only for the page to show; the action that sends decides."""
        return max(0.0, self.at + settings.SIGN_IN_CODE_COOLDOWN_SECONDS - time.time())

    def check(self, code: str) -> CodeAnswer:
        """Compare it with the code that was sent last; this spends one try."""
        if time.time() - self.at > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
            return CodeAnswer.EXPIRED
        most = settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS
        if not spend_try(self.sending, actor=self.user, most=most):
            return CodeAnswer.SPENT
        right = constant_time_compare(self.code, self.digest_of(code))
        return CodeAnswer.RIGHT if right else CodeAnswer.WRONG


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
