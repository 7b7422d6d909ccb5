"""Count the tries at a code, and check none once too many were wrong."""

from django.db.models import F

from accounts.enums import USED, CodeAnswer
from accounts.models import SentCode, User


def spend_try(sending_id: int, *, right: bool, actor: User | None, most: int) -> CodeAnswer:
    """Count one try: SPENT after `most` wrong ones, even if many come at the same moment.

    A right code counts once. If it is sent several times at once, the others wait until the
    transaction of the first has ended, and are told that the code is used.
    """
    untried = SentCode.objects.filter(pk=sending_id, tries__lt=most)
    tries, answer = (USED, CodeAnswer.RIGHT) if right else (F("tries") + 1, CodeAnswer.WRONG)
    if untried.update(tries=tries):
        return answer
    used = right and SentCode.objects.filter(pk=sending_id, tries=USED).exists()
    return CodeAnswer.USED if used else CodeAnswer.SPENT


def lead_to_session(sending_id: int, session_key: str, *, actor: User | None) -> None:
    """Whoever sends the same code again from the same page comes into the session it began.

    It is kept in place of the code's digest, for as long as the count of codes is kept.
    """
    SentCode.objects.filter(pk=sending_id, tries=USED).update(code_digest=session_key)
