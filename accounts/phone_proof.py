"""Whoever is signed in proves once more that the phone is theirs, by a code to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from accounts.actions.send_code import send_code
from accounts.asking import Asking
from accounts.enums import CodeUse
from accounts.models import SentCode, User
from accounts.waiting_code import WaitingCode


@dataclass(frozen=True, kw_only=True)
class PhoneProof(WaitingCode):
    """`use`: what the message says that the code is for."""

    use: ClassVar[CodeUse]

    @classmethod
    def dispatch(
        cls, user: User, bound_to: str, *, code: str, asking: Asking, now: datetime
    ) -> SentCode:
        """Somebody erased has no phone to ask."""
        phone = user.phone or ""
        return send_code(phone, code=code, asking=asking, actor=user, now=now, use=cls.use)
