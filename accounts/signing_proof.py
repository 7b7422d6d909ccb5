"""A second factor: whoever signs proves once more that the phone is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from accounts.actions.reserve_sending import CodeTooSoon
from accounts.actions.send_code import send_code
from accounts.asking import asking_of
from accounts.models import SentCode, User
from accounts.waiting_code import WaitingCode, bound_digest, state_of

KEY = "signing_proof"


@dataclass(frozen=True, kw_only=True)
class SigningProof(WaitingCode):
    """`text` is the digest of what is signed: the code is good for nothing else."""

    text: str

    @classmethod
    def begin(cls, request: HttpRequest, *, user: User, text: str, now: datetime) -> None:
        """Send a code and wait for it; raises what `send_code` raises.

        Asked again for the text that is waited for, it keeps the code that is on its way, so that
        a doubled click is not answered with "too soon".
        """
        try:
            cls.send(request, user=user, text=text, now=now)
        except CodeTooSoon as refused:
            if refused.own is None:
                raise
            cls.await_code(request, text, refused.own)

    @classmethod
    def send(cls, request: HttpRequest, *, user: User, text: str, now: datetime) -> None:
        """Replace the code and start its ten minutes. Somebody erased has no phone to ask."""
        code: str = get_adapter(request).generate_login_code()
        digest = bound_digest(KEY, user, text, code)
        asking = asking_of(request, purpose=f"{KEY}:{user.pk}:{text}", code=digest)
        sending = send_code(
            user.phone or "", code=code, asking=asking, actor=user, now=now, signs=True
        )
        cls.await_code(request, text, sending)

    @staticmethod
    def await_code(request: HttpRequest, text: str, sending: SentCode) -> None:
        request.session[KEY] = {"text": text} | state_of(sending)

    @classmethod
    def under_way(cls, request: HttpRequest, *, user: User, text: str) -> SigningProof | None:
        state = request.session.get(KEY)
        return cls(user=user, **state) if state and state["text"] == text else None

    def digest_of(self, code: str) -> str:
        return bound_digest(KEY, self.user, self.text, code)

    def forget(self, request: HttpRequest) -> None:
        """A code signs once."""
        request.session.pop(KEY, None)
