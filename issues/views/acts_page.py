"""How the form of an act is drawn: as a page, or alone into a desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from clocks.span_words import span_words
from grids.queries.people import holders_for
from issues.addresses import address_of_issue
from issues.duties import before_publishing
from issues.enums import Act
from issues.errors import NotYours, Refused, WrongStage
from issues.forms.acts import ActForm, Desk
from issues.models import Issue
from issues.presentation.chip import RULES, phrase_of
from issues.presentation.matter import place_of, title_of
from issues.presentation.reader import reader_of
from issues.presentation.timeline import timeline_of
from issues.rules import may, stage_allows
from ledger.queries.timeline import timeline

# Where the page does not say since when, the last few lines are shown.
FEW = 3
# As long as the stored result of a sending may be.
LONGEST = 300


def page(
    request: HttpRequest,
    desk: Desk,
    form_class: type[ActForm],
    form: ActForm | None,
    *,
    status: int = 200,
    since: datetime | None = None,
) -> HttpResponse:
    """`since`: someone else acted after that; what they did is told above the form."""
    context: dict[str, Any] = {
        "form": form,
        # The class itself would be called by the template.
        "title": form_class.title,
        "shows_words": form_class.act == Act.PUBLISH,
        "desk": desk,
        "issue": desk.issue,
        "matter_title": title_of(desk.issue, inside=True),
        "place": place_of(desk.issue, inside=True),
        "back": next_of(request) or address_of_issue(desk.issue),
        "next": next_of(request),
        "refusal": "" if form is not None else refusal(form_class, desk),
        "changes": changes(request, desk, since) if since is not None else None,
        "alone": bool(getattr(request, "htmx", False)),
    }
    context |= cards_of(form)
    name = form_class.template_name_of_act if form is not None else "issues/acts/gone.html"
    return render(request, name + ("#form" if context["alone"] else ""), context, status=status)


def cards_of(form: ActForm | None) -> dict[str, Any]:
    cards = getattr(form, "cards", None)
    if cards is None:
        return {}
    for card in cards:
        card["phrase"] = phrase_of(card["value"])
        card["rule"] = RULES[card["value"]]
        card["time"] = span_words(card["span"]) if card["span"] is not None else ""
    return {"cards": cards}


def refusal(form_class: type[ActForm], desk: Desk) -> str:
    """Why the act is not open now."""
    refused = no_longer(form_class, desk)
    if refused is not None:
        return str(refused.message)
    return str(before_publishing(desk.facts)) if form_class.act == Act.PUBLISH else ""


def no_longer(form_class: type[ActForm], desk: Desk) -> Refused | None:
    """The act is not the person's, or no longer possible."""
    if not may(form_class.act, desk.standing, desk.facts):
        return NotYours()
    return None if stage_allows(form_class.act, desk.facts) else WrongStage()


def changes(request: HttpRequest, desk: Desk, since: datetime) -> list[dict[str, Any]]:
    """What others did after the page was drawn, the newest few where that cannot be told."""
    issue = desk.issue
    entries = timeline(issue.stream)
    newer = [entry for entry in entries if entry.recorded_at > since] or entries[-FEW:]
    bodies = {turn.body_id for turn in desk.turns} | {issue.grid_id, issue.community_id}
    reader = reader_of(desk.standing, desk.facts)
    people = holders_for(request, bodies)
    return timeline_of(issue, newer, desk.turns, people, reader, desk.now)


def next_of(request: HttpRequest) -> str:
    """Where the form came from, if that is a page of ours."""
    path = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        path, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return path if ours and path.startswith("/") and len(path) <= LONGEST else ""


def back_from(request: HttpRequest, issue: Issue) -> str:
    return next_of(request) or address_of_issue(issue)
