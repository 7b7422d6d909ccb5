"""An address that waits for its code. Until it is proved, only the session holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from accounts.actions.reserve_sending import CodeTooSoon
from accounts.actions.send_email_code import send_email_code
from accounts.actions.set_email import set_email
from accounts.asking import asking_of
from accounts.models import SentCode, User
from accounts.waiting_code import WaitingCode, bound_digest, state_of

KEY = "email_proof"


@dataclass(frozen=True, kw_only=True)
class EmailProof(WaitingCode):
    address: str

    @classmethod
    def begin(cls, request: HttpRequest, *, user: User, address: str, now: datetime) -> None:
        """Send a code and remember it; raises what `send_email_code` raises.

        If this address already waits, its code stays valid, so that a doubled click is not
        answered with "too soon".
        """
        try:
            cls.send(request, user=user, address=address, now=now)
        except CodeTooSoon as refused:
            if refused.own is None:
                raise
            cls.await_code(request, address, refused.own)

    @classmethod
    def send(cls, request: HttpRequest, *, user: User, address: str, now: datetime) -> None:
        """Replace the code; the new one is valid for ten minutes."""
        code: str = get_adapter(request).generate_login_code()
        digest = bound_digest(KEY, user, address, code)
        asking = asking_of(request, purpose=f"{KEY}:{user.pk}:{address}", code=digest)
        sending = send_email_code(address, code=code, asking=asking, actor=user, now=now)
        cls.await_code(request, address, sending)

    @staticmethod
    def await_code(request: HttpRequest, address: str, sending: SentCode) -> None:
        request.session[KEY] = {"address": address} | state_of(sending)

    @classmethod
    def under_way(cls, request: HttpRequest, user: User) -> EmailProof | None:
        state = request.session.get(KEY)
        return cls(user=user, **state) if state else None

    def digest_of(self, code: str) -> str:
        return bound_digest(KEY, self.user, self.address, code)

    def complete(self, request: HttpRequest) -> None:
        set_email(self.user, self.address, actor=self.user)
        del request.session[KEY]
