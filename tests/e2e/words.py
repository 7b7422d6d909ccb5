"""What stands on the pages, in Chinese: the language of those who walk."""

from django.utils.translation import gettext, override, pgettext


def zh(english: str, *, context: str = "") -> str:
    """The Chinese of a string of the sources, so that a better word needs no change here."""
    with override("zh-hans"):
        return pgettext(context, english) if context else gettext(english)
