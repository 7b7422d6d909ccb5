"""Why no code was sent, as a sentence and an HTTP status."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.actions.ration import CodesRationed
from accounts.actions.reserve_sending import CodesUsedUp, CodeTooSoon
from accounts.carriers import CarrierFailed, texts_are_carried
from accounts.come_again import come_again_in

# Seconds, as the sentences say it.
TOMORROW, A_FEW_MINUTES, A_MINUTE = 86_400, 300, 60
REFUSALS = (CodeTooSoon, CodesUsedUp, CodesRationed, CarrierFailed)


def refusal_of(refused: Exception) -> tuple[str, int]:
    if isinstance(refused, CodeTooSoon):
        come_again_in(refused.seconds)
        return (
            ngettext(
                "A code was sent to this number less than a minute ago. "
                "You can ask for another in {seconds} second.",
                "A code was sent to this number less than a minute ago. "
                "You can ask for another in {seconds} seconds.",
                refused.seconds,
            ).format(seconds=refused.seconds),
            429,
        )
    if isinstance(refused, CodesUsedUp):
        come_again_in(TOMORROW)
        return (
            _(
                "This number has been sent as many codes as it may get in a day. "
                "Please try again tomorrow, or turn to your grid worker."
            ),
            429,
        )
    if isinstance(refused, CodesRationed):
        come_again_in(A_FEW_MINUTES)
        return rationed(), 503
    if not texts_are_carried():
        come_again_in(TOMORROW)
        return no_texts(), 503
    come_again_in(A_MINUTE)
    return _("The message could not be sent just now. Please try again in a minute."), 503


def rationed() -> str:
    return _(
        "So many codes are being asked for just now that no more are sent. "
        "Please try again in a few minutes, or call your grid worker."
    )


def no_texts() -> str:
    """Where trying again is of no use."""
    return _(
        "No text messages are sent from here yet, so no code can reach you. "
        "Please turn to your community."
    )


def mail_refusal_of(refused: Exception) -> tuple[str, int]:
    """It says nothing about the address, which may be somebody else's."""
    if isinstance(refused, CodeTooSoon):
        come_again_in(refused.seconds)
        return (
            ngettext(
                "A code was sent less than a minute ago. You can ask for another in "
                "{seconds} second.",
                "A code was sent less than a minute ago. You can ask for another in "
                "{seconds} seconds.",
                refused.seconds,
            ).format(seconds=refused.seconds),
            429,
        )
    if isinstance(refused, CodesUsedUp):
        come_again_in(TOMORROW)
        return _("That was enough codes for today. Please try again tomorrow."), 429
    return refusal_of(refused)
