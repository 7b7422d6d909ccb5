"""An address that waits for its code. Until it is proved, only the session holds it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.actions.reserve_sending import CodeTooSoon
from accounts.actions.send_email_code import send_email_code
from accounts.actions.set_email import set_email
from accounts.actions.spend_try import spend_try
from accounts.enums import CodeAnswer
from accounts.models import User
from accounts.queries.sent_code import tries_of

KEY = "email_proof"


@dataclass(frozen=True, slots=True)
class EmailProof:
    """`code` is a keyed digest, `sending` the row that counts tries, `at` an epoch time."""

    user: User
    address: str
    code: str
    sending: int
    at: float

    @classmethod
    def begin(cls, request: HttpRequest, *, user: User, address: str, now: datetime) -> None:
        """Send a code and remember it; raises what `send_email_code` raises.

        If this address already waits, its code stays valid, so that a doubled click is not
        answered with "too soon".
        """
        try:
            cls.send(request, user=user, address=address, now=now)
        except CodeTooSoon:
            pending = cls.under_way(request, user)
            if pending is None or pending.address != address:
                raise

    @classmethod
    def send(cls, request: HttpRequest, *, user: User, address: str, now: datetime) -> None:
        """Replace the code; the new one is valid for ten minutes."""
        code: str = get_adapter(request).generate_login_code()
        sending = send_email_code(address, code=code, actor=user, now=now)
        request.session[KEY] = {
            "address": address,
            "code": _digest(user, address, code),
            "sending": sending.pk,
            "at": time.time(),
        }

    @classmethod
    def under_way(cls, request: HttpRequest, user: User) -> EmailProof | None:
        state = request.session.get(KEY)
        return cls(user=user, **state) if state else None

    @property
    def tries_left(self) -> int:
        return settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS - tries_of(self.sending)

    @property
    def seconds_until_resend(self) -> float:
        """Only for the page to show; `send_email_code` decides."""
        return max(0.0, self.at + settings.SIGN_IN_CODE_COOLDOWN_SECONDS - time.time())

    def check(self, code: str) -> CodeAnswer:
        """Compare `given` with the last code; this spends one try."""
        if time.time() - self.at > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
            return CodeAnswer.EXPIRED
        most = settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS
        if not spend_try(self.sending, actor=self.user, most=most):
            return CodeAnswer.SPENT
        right = constant_time_compare(self.code, _digest(self.user, self.address, code))
        return CodeAnswer.RIGHT if right else CodeAnswer.WRONG

    def complete(self, request: HttpRequest) -> None:
        set_email(self.user, self.address, actor=self.user)
        del request.session[KEY]


def _digest(user: User, address: str, code: str) -> str:
    """The person is part of it, so a session that changes hands proves nothing."""
    value = f"{user.pk}:{address}:{code}"
    return salted_hmac("accounts.email_proof", value, algorithm="sha256").hexdigest()
