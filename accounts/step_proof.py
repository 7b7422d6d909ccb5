"""Before what weighs much: whoever is signed in proves once more that it is they."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.enums import CodeUse
from accounts.phone_proof import PhoneProof


@dataclass(frozen=True, kw_only=True)
class StepProof(PhoneProof):
    """The code is bound to the address that was asked for."""

    purpose = "step_proof"
    use = CodeUse.CONFIRM
