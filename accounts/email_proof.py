"""An address that waits for its code. Until it is proved, only the session holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from accounts.actions.send_email_code import send_email_code
from accounts.actions.set_email import set_email
from accounts.asking import Asking
from accounts.models import SentCode, User
from accounts.waiting_code import WaitingCode


@dataclass(frozen=True, kw_only=True)
class EmailProof(WaitingCode):
    """The code is bound to the address."""

    purpose = "email_proof"

    @classmethod
    def dispatch(
        cls, user: User, bound_to: str, *, code: str, asking: Asking, now: datetime
    ) -> SentCode:
        return send_email_code(bound_to, code=code, asking=asking, actor=user, now=now)

    @property
    def address(self) -> str:
        return self.bound_to

    def complete(self, request: HttpRequest) -> None:
        set_email(self.user, self.address, actor=self.user)
        self.forget(request)
