"""What is said to a second factor that does not open."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import CodeAnswer
from accounts.models import User
from accounts.queries.factors import minutes_to_wait


def factor_sentence(answer: CodeAnswer, person: User) -> str:
    minutes = minutes_to_wait(person, now=timezone.now())
    if minutes:
        return ngettext(
            "That was not the code, too many times. Please try again in {count} minute.",
            "That was not the code, too many times. Please try again in {count} minutes.",
            minutes,
        ).format(count=minutes)
    if answer is CodeAnswer.USED:
        return _("This code was used already. Please wait until the app shows the next one.")
    return _(
        "That is not the code that the app shows now. If it happens again, look whether the "
        "phone's clock is set by itself."
    )
