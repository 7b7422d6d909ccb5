"""A second factor: whoever signs proves once more that the phone is theirs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.actions.reserve_sending import CodeTooSoon
from accounts.actions.send_code import send_code
from accounts.actions.spend_try import spend_try
from accounts.enums import CodeAnswer
from accounts.models import User
from accounts.queries.sent_code import tries_of

KEY = "signing_proof"


@dataclass(frozen=True, slots=True)
class SigningProof:
    """`text` is the digest of what is signed: the code is good for nothing else.

    `code` is a keyed digest; `sending` counts the tries; `at` is when it was sent (epoch).
    """

    user: User
    text: str
    code: str
    sending: int
    at: float

    @classmethod
    def begin(cls, request: HttpRequest, *, user: User, text: str, now: datetime) -> None:
        """Send a code and wait for it; raises what `send_code` raises.

        Asked again for the text that is waited for, it keeps the code that is on its way, so that
        a doubled click is not answered with "too soon".
        """
        try:
            cls.send(request, user=user, text=text, now=now)
        except CodeTooSoon:
            if cls.under_way(request, user=user, text=text) is None:
                raise

    @classmethod
    def send(cls, request: HttpRequest, *, user: User, text: str, now: datetime) -> None:
        """Replace the code and start its ten minutes. Somebody erased has no phone to ask."""
        code: str = get_adapter(request).generate_login_code()
        sending = send_code(user.phone or "", code=code, actor=user, now=now, signs=True)
        request.session[KEY] = {
            "text": text,
            "code": _digest(user, text, code),
            "sending": sending.pk,
            "at": time.time(),
        }

    @classmethod
    def under_way(cls, request: HttpRequest, *, user: User, text: str) -> SigningProof | None:
        state = request.session.get(KEY)
        return cls(user=user, **state) if state and state["text"] == text else None

    @property
    def tries_left(self) -> int:
        return settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS - tries_of(self.sending)

    @property
    def seconds_until_resend(self) -> float:
        """Measured from the last sending; the page shows it, `send_code` decides it."""
        return max(0.0, self.at + settings.SIGN_IN_CODE_COOLDOWN_SECONDS - time.time())

    def check(self, code: str) -> CodeAnswer:
        """Spend one try of the code that was sent last."""
        if time.time() - self.at > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
            return CodeAnswer.EXPIRED
        most = settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS
        if not spend_try(self.sending, actor=self.user, most=most):
            return CodeAnswer.SPENT
        right = constant_time_compare(self.code, _digest(self.user, self.text, code))
        return CodeAnswer.RIGHT if right else CodeAnswer.WRONG

    def forget(self, request: HttpRequest) -> None:
        """A code signs once."""
        request.session.pop(KEY, None)


def _digest(user: User, text: str, code: str) -> str:
    """Bound to the person and to what they sign."""
    value = f"{user.pk}:{text}:{code}"
    return salted_hmac("accounts.signing_proof", value, algorithm="sha256").hexdigest()
