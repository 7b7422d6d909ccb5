"""Do one act with many matters of a queue at once."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from acting.actions.once import once
from acting.queries.owner import owner_of
from desks.forms.many import ManyForm
from desks.presentation.head import address, desk_path
from desks.presentation.many import said_of, shelf_of
from desks.queries.mine import get_desk
from desks.rules import DESK_KINDS
from desks.sections import PLANS, DeskSection, Many
from grids.middleware import standing_in
from grids.models import Body
from issues.actions.assign_many import assign_many
from issues.actions.on_each import DoneOnEach
from issues.actions.receive_many import receive_many
from issues.models import Issue
from issues.queries.colleagues import colleagues_at
from issues.queries.desk import held


@require_POST
@login_required
def many(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Each matter is asked for itself; what could not be done is named with its reason."""
    user = request.user
    assert isinstance(user, User)
    try:
        body = get_desk(code, DESK_KINDS[kind], standing_in(request))
    except Body.DoesNotExist as unknown:
        raise Http404 from unknown
    form = ManyForm(request.POST)
    section = _section(kind, form.section)
    to = _chosen(form, section, body)
    if not form.is_valid() or not form.ticked:
        messages.warning(request, _("Tick what it is about, then press once."))
        return redirect(_back(section, body))
    if section.many == Many.ASSIGN and to is None:
        messages.warning(request, _("Choose who sees to it. What you ticked is still ticked."))
        return redirect(_back(section, body, ticked=form.ticked))

    def act() -> str:
        tally = _do(section, form, body, actor=user, to=to)
        tell = messages.success if not tally.refused else messages.warning
        tell(request, said_of(tally, to), extra_tags=shelf_of(section))
        return desk_path(body) if section.many == Many.RECEIVE else _back(section, body)

    return redirect(
        once(form.submission_key, form=request.path, owner=owner_of(request), user=user, act=act)
    )


def _do(
    section: DeskSection, form: ManyForm, body: Body, *, actor: User, to: User | None
) -> DoneOnEach:
    now, ticked = timezone.now(), form.ticked
    waiting = held(body, received=False) if to is None else held(body)
    issues = list(Issue.objects.filter(waiting, reference__in=ticked))
    if to is None:
        tally = receive_many(issues, actor=actor, now=now)
    else:
        seen = {name: version for name, version in ticked.items() if version is not None}
        tally = assign_many(issues, actor=actor, now=now, to=to, seen=seen)
    here = {issue.reference for issue in issues}
    if gone := [reference for reference in ticked if reference not in here]:
        tally.refused[_("Somebody was faster, or it has moved on.")] = gone
    return tally


def _section(kind: str, code: str) -> DeskSection:
    """The one that was acted in. Raises Http404 where nothing is done with several."""
    for section in PLANS[kind].sections:
        if section.code == code and section.many is not None:
            return section
    raise Http404


def _chosen(form: ManyForm, section: DeskSection, body: Body) -> User | None:
    """Who is named; None too where nobody is to be."""
    if section.many != Many.ASSIGN:
        return None
    people = colleagues_at(body, now=timezone.now())
    return next((one for one in people if str(one.pk) == form.to), None)


def _back(section: DeskSection, body: Body, ticked: Collection[str] = ()) -> str:
    if section.many == Many.RECEIVE:
        return address(body, section)
    query = "".join(f"&{urlencode({'ticked': one})}" for one in ticked)
    return address(body, section, several=True) + query
