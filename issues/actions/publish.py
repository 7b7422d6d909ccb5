"""Show a checked issue to everyone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework.asks import LOOK, done
from issues.casework.case import Case, opened
from issues.casework.tell import tell_reporter
from issues.duties import before_publishing
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.models import Addition, Issue, Photo
from ledger.actions.publish import set_public


def publish(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    title: str,
    text: str,
    photos: Collection[int] = (),
    additions: Collection[int] = (),
    drawn: datetime | None = None,
    seen: int | None = None,
) -> Issue:
    """Publish the masked `title` and `text`, and only those photos and additions that are named.

    Publishing again replaces what was shown. Additions made after the page was `drawn` still wait
    to be checked. Raises Refused for empty words, for a dispute, and if the resident wished to
    keep it private.
    """
    with opened(issue, Act.PUBLISH, actor=actor, now=now, seen=seen) as case:
        if sentence := before_publishing(case.facts):
            raise Refused(sentence)
        title = storable_text(
            title, Issue, "public_title",
            field="title", missing=_("Write a title that everyone may read."),
        )  # fmt: skip
        text = storable_text(
            text, Issue, "public_text",
            field="text", missing=_("Write the words that everyone may read."),
        )  # fmt: skip
        issue = case.issue
        first = issue.published_at is None
        issue.public_title, issue.public_text = title, text
        issue.visibility = Visibility.PUBLIC
        issue.published_at = min(drawn or now, now)
        case.touch()
        _show(case, photos, additions)
        case.record("published", {"photos": len(photos)}, texts={"title": title, "text": text})
        set_public(issue.stream, True)  # noqa: FBT003
        done(case, LOOK)
        if first:
            case.changes.shown_first.add(issue.uid)
            tell_reporter(case, "published", sms=False)
        return issue


def _show(case: Case, photos: Collection[int], additions: Collection[int]) -> None:
    own = Photo.objects.filter(issue=case.issue)
    own.filter(pk__in=photos).update(shown=True)
    own.exclude(pk__in=photos).update(shown=False)
    notes = Addition.objects.filter(issue=case.issue)
    notes.filter(pk__in=additions, shown_at=None).update(shown_at=case.now)
    notes.exclude(pk__in=additions).update(shown_at=None)
