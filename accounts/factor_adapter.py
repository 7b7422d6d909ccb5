"""How allauth.mfa keeps its secrets: sealed with the site's key, so that a copy of the database
alone makes no codes.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _


class FactorAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises `cryptography.fernet.InvalidToken` if the site's key is another now."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return _("Pavilion")

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Shown in the list of the person's own app; no number, since others see that list too."""
        return str(user)


def sealed_anew(sealed: str) -> str | None:
    """The same under the key of now; None where it is so already.

    Raises `InvalidToken` if none of the keys opens it.
    """
    try:
        Fernet(_derived(settings.SECRET_KEY)).decrypt(sealed.encode())
    except InvalidToken:
        return _box().rotate(sealed.encode()).decode()
    return None


def _box() -> MultiFernet:
    """Sealed with the first key, opened with any: a key that was changed still opens."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str | bytes) -> bytes:
    return urlsafe_b64encode(sha256(b"accounts.factor_adapter:" + force_bytes(key)).digest())
