"""采纳: the council takes up an idea, and says why."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.call import opened_call
from council.casework.public_words import spoken_text
from council.enums.calls import CallAct
from council.models import Call, CallIdea
from issues.models import Issue


def choose_idea(call: Call, *, actor: User, now: datetime, issue: Issue, why: str) -> CallIdea:
    """`why` is read by everybody. Chosen before: the reason is put in other words.

    That others chose too meanwhile is no reason to ask again, so there is no `seen`. The matter
    itself goes its own way, by the classes and clocks of every matter.
    """
    with opened_call(call, CallAct.CHOOSE, actor=actor, now=now, issue=issue) as case:
        idea = case.idea
        assert idea is not None
        missing = _("Please write a sentence here.")
        is_new, said = idea.chosen_at is None, idea.why
        idea.why = spoken_text(why, CallIdea, "why", missing=missing)
        if not is_new and idea.why == said:
            return idea
        idea.chosen_at, idea.chosen_by = idea.chosen_at or now, idea.chosen_by or actor
        idea.save(update_fields=["why", "chosen_at", "chosen_by"])
        kind = "idea_chosen" if is_new else "idea_reason"
        case.record(kind, {"call": str(case.call.uid)})
        if is_new:
            case.tell_people([issue.reporter_id], "idea_chosen", key=issue.uid, said=idea.why)
        return idea
