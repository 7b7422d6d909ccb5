"""Count a wrong try at a code, and look at no more of them than there may be."""

from django.db.models import F

from accounts.enums import CodeAnswer
from accounts.models import SentCode, User


def spend_try(sending_id: int, *, right: bool, actor: User | None, most: int) -> CodeAnswer:
    """Spent if `most` wrong ones were made already, even if many come at the same moment.

    What is `right` spends none: pressed ten times at once it is right ten times.
    """
    untried = SentCode.objects.filter(pk=sending_id, tries__lt=most)
    if right:
        return CodeAnswer.RIGHT if untried.exists() else CodeAnswer.SPENT
    return CodeAnswer.WRONG if untried.update(tries=F("tries") + 1) else CodeAnswer.SPENT
