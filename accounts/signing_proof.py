"""A second factor: whoever signs proves once more that the phone is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.actions.send_code import send_code
from accounts.asking import Asking
from accounts.models import SentCode, User
from accounts.waiting_code import WaitingCode


@dataclass(frozen=True, kw_only=True)
class SigningProof(WaitingCode):
    """The code is bound to the digest of what is signed."""

    purpose = "signing_proof"

    @classmethod
    def dispatch(
        cls, user: User, bound_to: str, *, code: str, asking: Asking, now: datetime
    ) -> SentCode:
        """Somebody erased has no phone to ask."""
        phone = user.phone or ""
        return send_code(phone, code=code, asking=asking, actor=user, now=now, signs=True)

    @property
    def text(self) -> str:
        return self.bound_to
