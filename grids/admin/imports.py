"""Import from a file: send it, look at the preview, confirm."""

from __future__ import annotations

import csv
import uuid
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acting.actions.once import once
from acting.queries.owner import owner_of
from acting.refusals import Refused
from grids.actions.apply_import import apply_import
from grids.actions.keep_import import keep_import
from grids.actions.rehearse_import import rehearse_import
from grids.admin.acting import actor_in
from grids.enums import ImportKind
from grids.forms import ImportForm
from grids.importing.columns import COLUMNS
from grids.importing.notes import explained
from grids.queries.imports import preview_of, rows_in, waiting_import


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Take a file; if it can't be read, show the form again with the reason."""
    if request.method != "POST":
        asked = request.GET.get("kind", ImportKind.BODIES)
        form = ImportForm(initial={"kind": asked, "submission": uuid.uuid4()})
        return _page(request, "choose", {"form": form, "title": _("Import from a file")})
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        context = {"form": form, "title": _("Import from a file")}
        return _page(request, "choose", context, status=422)
    batch = keep_import(
        form.rows,
        kind=form.cleaned_data["kind"],
        key=form.cleaned_data["submission"],
        actor=actor_in(request),
        now=timezone.now(),
    )
    return redirect("admin:import_preview", key=batch.key)


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what confirming would do, line by line; confirming does all of it or nothing."""
    actor, now = actor_in(request), timezone.now()
    batch = waiting_import(key, owner=actor, now=now)
    if batch is None:
        messages.warning(request, _("This preview is too old. Please send the file again."))
        return redirect("admin:import")
    here = reverse("admin:import_preview", args=[key])
    agreed = lines_agreed(request)
    status = 200
    if request.method == "POST":

        def act() -> str:
            apply_import(batch, actor=actor, now=now, agreed=agreed)
            return here

        try:
            return redirect(once(key, form=here, owner=owner_of(request), user=actor, act=act))
        except Refused as refused:
            messages.error(request, str(refused))
            status = 422
    context = {"batch": batch, "title": _("Check before it counts"), "agreed": agreed}
    if batch.applied_at is None:
        done = rehearse_import(rows_in(batch), kind=batch.kind, actor=actor, now=now)
        context["preview"] = preview_of(batch, done)
    return _page(request, "preview", context, status=status)


def lines_agreed(request: HttpRequest) -> frozenset[int]:
    """The lines at whose question “the same person” is ticked."""
    ticked = request.POST.getlist("same_person")
    return frozenset(int(line) for line in ticked if line.isdecimal() and len(line) < 9)


@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """A file to fill in, with the mark that makes Excel read UTF-8."""
    if kind not in ImportKind.values:
        raise Http404
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    columns = COLUMNS[kind]
    writer.writerow(
        [column.chinese if _reads_chinese(request) else column.english for column in columns]
    )
    for index in (0, 1):
        writer.writerow([column.examples[index] for column in columns])
    return response


def _reads_chinese(request: HttpRequest) -> bool:
    return (request.LANGUAGE_CODE or "zh").startswith("zh")


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    chinese = _reads_chinese(request)
    kinds = [(k, name, explained(k, chinese=chinese)) for k, name in ImportKind.choices]
    whole = admin.site.each_context(request) | context | {"kinds": kinds}
    return render(request, f"admin/grids/import_{name}.html", whole, status=status)
