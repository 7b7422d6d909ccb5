"""The receipt: reference, who has it, until when, and the proof that it was recorded."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grids.middleware import standing_in
from issues.enums.activity import PhotoPurpose
from issues.models import Issue
from issues.presentation.people import current_lead, first_receiver_of, handler_name
from issues.presentation.receipt import slip_of
from issues.queries.dossier import dossier_of
from issues.queries.policy import policy_in_force
from issues.queries.similar import similar_to
from issues.rules import sees_inside
from ledger.queries.proof import receipt_of


@never_cache
@require_safe
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """Only for the reporter and those who see inside; 404 for others."""
    standing = standing_in(request)
    try:
        dossier = dossier_of(reference, standing, now=timezone.now())
    except Issue.DoesNotExist as error:
        raise Http404 from error
    if not sees_inside(standing, dossier.facts):
        raise Http404
    issue, turns, people, now = dossier.issue, dossier.turns, dossier.people, dossier.now
    lead = current_lead(turns)
    first = first_receiver_of(issue, turns, people)
    at_lead = people.get(lead.body_id, ()) if lead is not None else ()
    contact = next((holder for holder in at_lead if holder.work_phone), None)
    own = standing.user_id is not None and issue.reporter_id == standing.user_id
    context = {
        "issue": issue,
        "own": own,
        "slip": slip_of(issue, turns, dossier.clocks, people, policy_in_force(now), now, own=own),
        "who": handler_name(lead, people) if lead is not None else "",
        "first": first,
        "contact": contact,
        "proof": receipt_of(issue.stream),
        "found": similar_to(issue.text, community_id=issue.community_id, of=~Q(pk=issue.pk)),
        "photos": list(issue.photos.filter(purpose=PhotoPurpose.RAISED).select_related("upload")),
    }
    return render(request, "issues/receipt.html", context)
