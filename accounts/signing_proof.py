"""Before a signature: whoever signs proves once more that it is they."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.enums import CodeUse
from accounts.phone_proof import PhoneProof


@dataclass(frozen=True, kw_only=True)
class SigningProof(PhoneProof):
    """The code is bound to the digest of what is signed."""

    purpose = "signing_proof"
    use = CodeUse.SIGN

    @property
    def text(self) -> str:
        return self.bound_to
