"""The public page of the record: newest heads, how to check, and a receipt to look up."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ledger.forms import ReceiptForm
from ledger.queries.heads import as_head, newest_first, newest_head, waiting_count
from ledger.queries.proof import find_receipts

HEADS_A_PAGE = 20


@require_safe
def record(request: HttpRequest) -> HttpResponse:
    form = ReceiptForm(request.GET if "receipt" in request.GET else None)
    if form.is_bound and form.is_valid():
        found = find_receipts(form.cleaned_data["receipt"])
        if len(found) == 1:
            return redirect("ledger:entry", found[0])
        form.refuse(several=bool(found))
    page = Paginator(newest_first(), HEADS_A_PAGE).get_page(request.GET.get("page"))
    heads = [as_head(seal) for seal in page]
    newest = heads[0] if page.number == 1 and heads else newest_head()
    return render(
        request,
        "ledger/record.html",
        {
            "page": page,
            "heads": heads,
            "newest": newest,
            "waiting": waiting_count(),
            "form": form,
        },
        status=422 if form.is_bound else 200,
    )
