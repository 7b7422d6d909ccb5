"""The working desks: the queue, the case and its acts, all at one address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from desks.presentation.case import case_context
from desks.presentation.head import address, desk_path, head_of, tabs_of
from desks.presentation.late import late_of
from desks.presentation.rows import row_of
from desks.queries.mine import desks_of, get_desk
from desks.queries.queue import PER_PAGE, counts, late_bodies, queue
from desks.rules import DESK_KINDS, only_supervises
from desks.sections import FOUND, PLANS, DeskPlan, Section
from grids.middleware import standing_in
from grids.models import Body
from grids.standing import Standing
from issues.models import Issue
from issues.queries.case import case_of
from issues.rules import may_take_down

LONGEST_NUMBER = 6
# The address of the case must fit where the result of an act is stored.
LONGEST_WORDS = 20


@require_safe
@login_required
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """Redirect to the person's desk; if there are several, let them choose."""
    standing = standing_in(request)
    if not standing.is_posted:
        raise Http404
    bodies = desks_of(standing)
    if len(bodies) == 1:
        return redirect(desk_path(bodies[0]))
    desks = [{"url": desk_path(body), **head_of(body, standing, {})} for body in bodies]
    return render(request, "desks/choose.html", {"desks": desks})


@require_safe
@login_required
@never_cache
def desk(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """404 for bodies and cases the person has nothing to do with."""
    standing, now, plan = standing_in(request), timezone.now(), PLANS[kind]
    try:
        body = get_desk(code, DESK_KINDS[kind], standing)
    except Body.DoesNotExist as unknown:
        raise Http404 from unknown
    words = _words(request)
    counted = counts(plan, body, standing, now, words=words)
    section = FOUND if words else _section(request, _order(plan, body, standing), counted)
    page = min(_page(request), max(1, -(-counted[section.code] // PER_PAGE)))
    issues = queue(plan, section, body, standing, now=now, page=page, words=words)
    wanted = request.GET.get("case", "")
    chosen = wanted or (issues[0].reference if issues else "")
    leads_to = partial(address, body, section, words=words)
    here = leads_to(page=page, case=chosen)
    context: dict[str, Any] = {
        "body": body,
        "kind": kind,
        "head": head_of(body, standing, counted),
        "tabs": tabs_of(plan, body, section, counted),
        "section": section,
        "words": words,
        "takes_down": may_take_down(standing),
        "candidates": len(getattr(body, "candidates", ())),
        "pledges": len(getattr(body, "asked_pledges", ())),
        "queue_count": counted[section.code],
        "rows": [
            row_of(
                issue,
                section,
                leads_to(page=page, case=issue.reference),
                current=issue.reference == chosen,
                now=now,
            )
            for issue in issues
        ],
        "pager": _pager(leads_to, section, page, counted[section.code]),
        "is_auto": not wanted,
        "here": here,
    }
    if section.by_body:
        context["late"] = late_of(late_bodies(plan, body, standing, section, now), now)
    if chosen:
        context["case"] = _case(chosen, standing, now, here)
        following = _following([issue.reference for issue in issues], chosen)
        context["next_case"] = leads_to(page=page, case=following) if following else ""
    return render(request, _template(request), context)


def _following(references: list[str], chosen: str) -> str:
    """The reference after `chosen` in the queue; the first if `chosen` has left the queue."""
    if chosen not in references:
        return references[0] if references else ""
    below = references[references.index(chosen) + 1 :]
    return below[0] if below else ""


def _template(request: HttpRequest) -> str:
    """The template of the case alone if htmx asks for it, otherwise of the whole page."""
    htmx: Any = getattr(request, "htmx", None)
    alone = bool(htmx) and not htmx.history_restore_request
    return "desks/desk.html#case" if alone else "desks/desk.html"


def _case(reference: str, standing: Standing, now: datetime, here: str) -> dict[str, Any]:
    try:
        case = case_of(reference, standing, now=now)
    except Issue.DoesNotExist as unknown:
        raise Http404 from unknown
    return case_context(case, back=here)


def _order(plan: DeskPlan, body: Body, standing: Standing) -> list[Section]:
    """The sections in their order; for a supervisor those of late bodies come first."""
    reads = only_supervises(standing, body)
    return sorted(plan.sections, key=lambda one: reads and not one.by_body)


def _section(request: HttpRequest, sections: Sequence[Section], counted: dict[str, int]) -> Section:
    """The section asked for, otherwise the first that is not empty."""
    asked = request.GET.get("section", "")
    return next(
        (one for one in sections if one.code == asked),
        next((one for one in sections if counted[one.code]), sections[0]),
    )


def _words(request: HttpRequest) -> str:
    return request.GET.get("words", "").strip()[:LONGEST_WORDS].strip()


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    is_number = number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
    return max(1, int(number)) if is_number else 1


def _pager(
    leads_to: Callable[..., str], section: Section, page: int, total: int
) -> dict[str, str] | None:
    last = -(-total // PER_PAGE)
    if last <= 1 or section.newest_first:
        return None
    return {
        "number": str(page),
        "last": str(last),
        "before": leads_to(page=page - 1) if page > 1 else "",
        "after": leads_to(page=page + 1) if page < last else "",
    }
