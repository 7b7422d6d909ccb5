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

from accounts.words import as_stored, cut
from clocks.presentation.standstill import standstill_words
from desks.presentation.case import case_context
from desks.presentation.head import address, desk_path, head_of, tabs_of
from desks.presentation.late import late_of
from desks.presentation.many import Several, several_of
from desks.presentation.rows import rows_of
from desks.queries.mine import desks_of, get_desk
from desks.queries.queue import PER_PAGE, LateBody, counts, late_bodies, lines_of, queue, search
from desks.rules import DESK_KINDS, only_supervises, supervises
from desks.sections import FOUND, PLANS, DeskPlan, DeskSection
from desks.views.news import watch_of_desk
from grids.middleware import standing_in
from grids.models import Body
from grids.rules import may_enter_administration
from grids.standing import Standing
from issues.addresses import address_of_issue
from issues.models import Issue
from issues.queries.desk_case import case_of
from issues.references import as_written
from issues.rules import may_write_down
from issues.search.ranking import first_close
from notifications.views.seeing import seen

LONGEST_NUMBER = 6
# The address of the case must fit where the result of an act is stored.
LONGEST_WORDS = 20


@require_safe
@login_required
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """Redirect to the person's desk, or to what they administer; let them choose among several."""
    standing = standing_in(request)
    if not standing.is_posted:
        raise Http404
    bodies = desks_of(standing)
    if len(bodies) == 1:
        return redirect(desk_path(bodies[0]))
    if not bodies and may_enter_administration(standing):
        return redirect("admin:index")
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
    ranked = search(plan, body, standing, words)
    counted = counts(plan, body, standing, now) | {FOUND.code: len(ranked.keys)}
    section = FOUND if words else _section(request, _order(plan, body, standing), counted)
    late = late_bodies(plan, body, standing, section, now) if section.by_body else []
    part = _part(request, late)
    total = part.matters if part is not None else counted[section.code]
    several = several_of(section, body, standing, request.GET, now=now)
    size = several.size if several else PER_PAGE
    page, last = _paging(request, total, size)
    if words:
        issues = lines_of(ranked.keys[(page - 1) * PER_PAGE : page * PER_PAGE], body)
    else:
        of = None if part is None else part.body
        issues = queue(plan, section, body, standing, now=now, page=page, size=size, part=of)
    wanted = as_written(request.GET.get("case", ""))
    chosen = wanted or (issues[0].reference if issues else "")
    leads_to = _links(body, section, words, part, several)
    context: dict[str, Any] = {
        **_about(body, kind, standing),
        "tabs": tabs_of(plan, body, section, counted),
        "section": section,
        "several": several,
        "words": words,
        "queue_count": total,
        "late": late_of(
            late, now, url=lambda one: address(body, section, part=one.code), chosen=part
        ),
        "everything": address(body, section) if part else "",
        "rows": rows_of(issues, section, partial(leads_to, page=page), chosen=chosen, now=now),
        "close_from": first_close(ranked, page, PER_PAGE),
        "pager": _pager(leads_to, section, page, last),
        "is_auto": not wanted,
        "news": None if words else watch_of_desk(request, body, kind, issues),
        "here": leads_to(page=page, case=chosen),
    }
    if chosen:
        context["case"] = _case(request, chosen, standing, now, context["here"])
        after = _following(issues, chosen)
        context["next_case"] = after and leads_to(page=page, case=after)
    return render(request, _template(request), context)


def _about(body: Body, kind: str, standing: Standing) -> dict[str, Any]:
    """What the desk is, whatever lies on it."""
    return {
        "body": body,
        "kind": kind,
        "head": head_of(body, standing, {}),
        "writes_down": may_write_down(standing),
        "candidates": len(getattr(body, "candidates", ())),
        "pledges": len(getattr(body, "asked_pledges", ())),
        "standstill": _standstill(body, standing),
    }


def _standstill(body: Body, standing: Standing) -> str:
    """For who supervises here; asked in full only once `get_desk` found it so."""
    found: bool = getattr(body, "standstill", False)
    return standstill_words() if found and supervises(standing, body) else ""


def _links(
    body: Body, section: DeskSection, words: str, part: LateBody | None, several: Several | None
) -> Callable[..., str]:
    """Makes the address of a page or a case of the queue that is shown."""
    part_code = "" if part is None else part.body.code
    asked = several is not None and several.asked
    return partial(address, body, section, words=words, part=part_code, several=asked)


def _following(issues: list[Issue], chosen: str) -> str:
    """The reference after `chosen` in the queue; the first if `chosen` has left the queue."""
    references = [issue.reference for issue in issues]
    if chosen not in references:
        return references[0] if references else ""
    below = references[references.index(chosen) + 1 :]
    return below[0] if below else ""


def _template(request: HttpRequest) -> str:
    """The template of the case alone if htmx asks for it, otherwise of the whole page."""
    htmx: Any = getattr(request, "htmx", None)
    alone = bool(htmx) and not htmx.history_restore_request
    return "desks/desk.html#case" if alone else "desks/desk.html"


def _case(
    request: HttpRequest, reference: str, standing: Standing, now: datetime, here: str
) -> dict[str, Any]:
    """The case that was asked for is seen; what a desk shows by itself may be folded away."""
    try:
        case = case_of(reference, standing, now=now)
    except Issue.DoesNotExist as unknown:
        raise Http404 from unknown
    if request.GET.get("case") and case.unseen:
        seen(request, address_of_issue(case.issue))
    return case_context(case, back=here)


def _order(plan: DeskPlan, body: Body, standing: Standing) -> list[DeskSection]:
    """The sections in their order; for a supervisor those of late bodies come first."""
    reads = only_supervises(standing, body)
    return sorted(plan.sections, key=lambda one: reads and not one.by_body)


def _section(
    request: HttpRequest, sections: Sequence[DeskSection], counted: dict[str, int]
) -> DeskSection:
    """The section asked for, otherwise the first that is not empty."""
    asked = request.GET.get("section", "")
    return next(
        (one for one in sections if one.code == asked),
        next((one for one in sections if counted[one.code]), sections[0]),
    )


def _part(request: HttpRequest, late: Sequence[LateBody]) -> LateBody | None:
    """The late body whose matters are asked for; None for all of them."""
    asked = request.GET.get("part", "")
    return next((one for one in late if one.body.code == asked), None)


def _words(request: HttpRequest) -> str:
    """Of an address that was pasted only the number, which is all that it says."""
    return cut(as_stored(as_written(request.GET.get("words", ""))), LONGEST_WORDS).strip()


def _paging(request: HttpRequest, total: int, size: int) -> tuple[int, int]:
    """The page asked for, at most the last one, and the last."""
    last = -(-total // size)
    return min(_page(request), max(1, last)), last


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    is_number = number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
    return max(1, int(number)) if is_number else 1


def _pager(
    leads_to: Callable[..., str], section: DeskSection, page: int, last: int
) -> dict[str, str] | None:
    if last <= 1 or section.newest_first:
        return None
    return {
        "number": str(page),
        "last": str(last),
        "before": leads_to(page=page - 1) if page > 1 else "",
        "after": leads_to(page=page + 1) if page < last else "",
    }
