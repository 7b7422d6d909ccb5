"""Sentences about a matter that was written down for somebody without an account."""

from __future__ import annotations

from django.utils.translation import gettext as _


def call_them() -> str:
    """For those who work on it."""
    return _("No account can be told of it: please tell the person by phone.")


def no_word() -> str:
    """For everybody, once it ended without the person's word."""
    return _(
        "Whoever raised it has no account, and no word of theirs was written down in seven days. "
        "That is never counted as satisfied."
    )


def settled_by_council() -> str:
    return _("The council found this settled: report it, and ask by phone whether it is solved.")


def asked_by_phone() -> str:
    """For everybody, while the person's word is awaited."""
    return _("Done; whoever raised it has no account and is asked by phone whether it is solved.")
