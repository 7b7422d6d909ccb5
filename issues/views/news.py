"""What is new on the list of matters, and on the page of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from grids.middleware import standing_in
from grids.queries.whereabouts import Whereabouts
from issues.models import Issue
from issues.queries.listing import public_issues
from issues.queries.page import IssuePage
from issues.queries.visible import visible_to
from issues.views.asked import asked_in
from notifications.enums import What
from notifications.happenings import public_place, thing_place
from notifications.news import News, matters_in_words, something_new, subjects
from notifications.queries.happenings import Happened
from notifications.version import Version
from notifications.watching import Watch

LIST, ISSUE = "list", "issue"


def watch_of_list(request: HttpRequest, place: Whereabouts, shown: Sequence[Issue]) -> Watch:
    about = {"asked": request.GET.urlencode(), "shown": [str(issue.uid) for issue in shown]}
    places = [public_place(place.community.pk)]
    return Watch(LIST, places, request.user.pk, about, place.version)


def news_of_list(
    request: HttpRequest, about: Mapping[str, Any], happened: Sequence[Happened]
) -> News:
    """Matters that became public and fit what was asked for, and changes of those shown."""
    request.GET = QueryDict(about["asked"])
    filters = asked_in(request).filters
    came = public_issues(filters).filter(uid__in=subjects(happened, What.CAME))
    new = set(came.order_by().values_list("uid", flat=True))
    changed = subjects(happened, What.CHANGED) & {UUID(uid) for uid in about["shown"]}
    return matters_in_words(came=len(new), changed=len(changed - new))


def watch_of_issue(request: HttpRequest, page: IssuePage) -> Watch:
    uid = page.issue.uid
    version = Version((tuple(page.issue.news),))  # type: ignore[attr-defined]
    return Watch(ISSUE, [thing_place(uid)], request.user.pk, {"uid": str(uid)}, version)


def news_of_issue(
    request: HttpRequest, about: Mapping[str, Any], _happened: Sequence[Happened]
) -> News | None:
    if not visible_to(standing_in(request)).filter(uid=about["uid"]).exists():
        return None
    return something_new(_("There is something new here"))
