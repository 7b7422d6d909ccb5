"""Before what weighs much: whoever is signed in proves once more that the phone is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.actions.send_code import send_code
from accounts.asking import Asking
from accounts.models import SentCode, User
from accounts.waiting_code import WaitingCode


@dataclass(frozen=True, kw_only=True)
class StepProof(WaitingCode):
    """The code is bound to the address that was asked for."""

    purpose = "step_proof"

    @classmethod
    def dispatch(
        cls, user: User, bound_to: str, *, code: str, asking: Asking, now: datetime
    ) -> SentCode:
        phone = user.phone or ""
        return send_code(phone, code=code, asking=asking, actor=user, now=now, confirms=True)
