"""What is new at a desk, on the first page, and on one's own page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from desks.queries.mine import get_desk
from desks.queries.news import desk_news
from desks.rules import DESK_KINDS
from desks.sections import PLANS
from grids.middleware import standing_in
from grids.models import Body
from grids.queries.whereabouts import Whereabouts
from issues.models import Issue
from issues.queries.awaited_words import owed_by
from notifications.enums import What
from notifications.happenings import desk_place, person_place, public_place, thing_place
from notifications.news import News, matters_in_words, subjects
from notifications.queries.happenings import Happened
from notifications.queries.unread import unread_about
from notifications.version import Version
from notifications.watching import Watch

DESK, ME, HOME = "desk", "me", "home"


def _uids(issues: Sequence[Issue]) -> list[str]:
    return [str(issue.uid) for issue in issues]


def _own_version(person: User) -> tuple[int, ...]:
    return tuple(getattr(person, "own_news", None) or ())


def watch_of_desk(request: HttpRequest, body: Body, kind: str, shown: Sequence[Issue]) -> Watch:
    """`body` comes from `get_desk`."""
    about = {"code": body.code, "kind": kind, "shown": _uids(shown)}
    version = Version((tuple(body.news),))  # type: ignore[attr-defined]
    return Watch(DESK, [desk_place(body.pk)], request.user.pk, about, version)


def news_of_desk(
    request: HttpRequest, about: Mapping[str, Any], happened: Sequence[Happened]
) -> News | None:
    standing = standing_in(request)
    try:
        body = get_desk(about["code"], DESK_KINDS[about["kind"]], standing)
    except Body.DoesNotExist:
        return None
    by_what = {what: subjects(happened, what) for what in What}
    shown = {UUID(uid) for uid in about["shown"]}
    found = desk_news(PLANS[about["kind"]], body, standing, by_what, shown=shown)
    news = matters_in_words(
        came=len(found.came),
        urgent=len(found.urgent),
        late=len(found.late),
        taken=len(found.taken),
        changed=len(found.changed),
    )
    asked = len(found.council)
    if not asked:
        return news
    words = ngettext("a council asks for something", "a council asks for {count} things", asked)
    return News(news.count + asked, [*news.parts, words.format(count=asked)])


def watch_of_me(request: HttpRequest, person: User, shown: Sequence[Issue]) -> Watch:
    """What neighbours raised is no news of the person's own, so it comes with `news`, its own."""
    theirs = [issue for issue in shown if hasattr(issue, "news")]
    places = [person_place(person.pk), *(thing_place(issue.uid) for issue in theirs)]
    version = Version((_own_version(person), *(tuple(issue.news) for issue in theirs)))
    return Watch(ME, places, person.pk, {"shown": _uids(shown)}, version)


def news_of_me(
    request: HttpRequest, about: Mapping[str, Any], happened: Sequence[Happened]
) -> News:
    """Messages that are still unread, and matters on the page of which something changed."""
    assert isinstance(request.user, User)
    unread = unread_about(request.user, subjects(happened, What.CAME))
    shown = {UUID(uid) for uid in about.get("shown", ())}
    changed = (subjects(happened, What.CHANGED) & shown) - unread
    parts = [
        ngettext("{count} new message", "{count} new messages", len(unread)).format(
            count=len(unread)
        )
    ]
    news = matters_in_words(changed=len(changed))
    return News(len(unread) + news.count, [*(parts if unread else []), *news.parts])


def watch_of_home(request: HttpRequest, place: Whereabouts, shown: Sequence[Issue]) -> Watch:
    """What everybody may read here; of whoever is signed in also what they owe a word to."""
    places, known = [public_place(place.community.pk)], list(place.version.known)
    about: dict[str, Any] = {"shown": _uids(shown)}
    if isinstance(request.user, User):
        places.append(person_place(request.user.pk))
        known.append(_own_version(request.user))
        about["owed"] = [issue.reference for issue in owed_by(request.user)]
    return Watch(HOME, places, request.user.pk, about, Version(tuple(known)))


def news_of_home(
    request: HttpRequest, about: Mapping[str, Any], happened: Sequence[Happened]
) -> News:
    shown = {UUID(uid) for uid in about["shown"]}
    came = Issue.objects.public().open().filter(uid__in=subjects(happened, What.CAME))
    new = set(came.values_list("uid", flat=True)) - shown
    changed = subjects(happened, What.CHANGED) & shown
    news = matters_in_words(came=len(new), changed=len(changed - new))
    owed = [one for one in owed_by(request.user) if one.reference not in about.get("owed", ())]
    if not owed:
        return news
    return News(news.count + len(owed), [_("Your word is asked for"), *news.parts])
