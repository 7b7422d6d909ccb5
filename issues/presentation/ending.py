"""How an issue ended, and where the resident can go."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from issues.addresses import address_of_issue
from issues.enums.stages import Ending, Stage
from issues.models import Issue
from issues.presentation.nobody_told import no_word
from issues.presentation.reader import Reader


def ending_of(issue: Issue, reader: Reader, *, sees_into: bool) -> dict[str, Any] | None:
    """For the page; None while it is open. `sees_into`: they may open what it was merged into."""
    match issue.stage:
        case Stage.CLOSED:
            if issue.ending == Ending.SOLVED:
                return _ending("solved", _("Solved, by the resident's word"))
            text = (
                no_word()
                if issue.reporter_id is None
                else _(
                    "The resident was asked and gave no answer in seven days. "
                    "That is never counted as satisfied."
                )
            )
            return _ending("no_answer", _("Closed without an answer"), text)
        case Stage.DECLINED:
            return _ending("declined", _("This is not for the council"), issue.ending_note)
        case Stage.WITHDRAWN:
            note = issue.ending_note if reader.inside else ""
            return _ending("withdrawn", _("Taken back by the resident"), note)
        case Stage.MERGED:
            return _ending("merged", _("Handled together with another matter")) | (
                _into(issue) if sees_into else {}
            )
    return None


def _ending(code: str, title: str, text: str = "") -> dict[str, Any]:
    return {"code": code, "title": title, "text": text}


def _into(issue: Issue) -> dict[str, Any]:
    """Named to whoever may read it: everybody, who works on it, or the reporter."""
    into = issue.merged_into
    if into is None:
        return {}
    url = address_of_issue(into)
    return {
        "url": url,
        "reference": into.reference,
        "spoken": into.spoken,
        "into": into.public_title,
    }
