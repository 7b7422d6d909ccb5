"""The working days and hours that clocks count with, for everybody who works by them."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from clocks.queries.calendar import current_calendar
from desks.presentation.working_days import periods_words, years_of
from desks.queries.hours import hours_of
from grids.middleware import standing_in


@require_safe
@login_required
@never_cache
def working_days(request: HttpRequest) -> HttpResponse:
    standing = standing_in(request)
    if not standing.is_posted:
        raise Http404
    context = {
        "years": years_of(current_calendar(), timezone.localdate()),
        "hours": [(name, periods_words(hours)) for name, hours in hours_of(standing)],
    }
    return render(request, "desks/about/working_days.html", context)
