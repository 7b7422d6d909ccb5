"""The proof of one receipt. Of a private matter only the digest is shown."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ledger.bodies import short_code
from ledger.models import Entry
from ledger.queries.proof import entry_by_receipt, proof_of

# What a receipt promises: a proof within this time of being recorded.
PROMISE = timedelta(minutes=2)


def entry_or_404(receipt: str) -> Entry:
    entry = entry_by_receipt(receipt)
    if entry is None:
        raise Http404
    return entry


@require_safe
def entry(request: HttpRequest, receipt: str) -> HttpResponse:
    found = entry_or_404(receipt)
    proof = proof_of(found)
    return render(
        request,
        "ledger/entry.html",
        {
            "receipt": receipt,
            "proof": proof,
            "late": timezone.now() - found.recorded_at > PROMISE,
            "code": short_code(bytes(proof.seal.head)) if proof else "",
            "head": bytes(proof.seal.head).hex() if proof else "",
            "root": bytes(proof.seal.root).hex() if proof else "",
            "body": shown_body(found),
        },
    )


@require_safe
def proof(request: HttpRequest, receipt: str) -> HttpResponse:
    """The same for a machine, in the form of docs/record.md; 404 until it is sealed."""
    found = entry_or_404(receipt)
    proof = proof_of(found)
    if proof is None:
        raise Http404
    return JsonResponse(
        {
            "receipt": receipt,
            "index": proof.index,
            "path": [
                {"side": "left" if step.on_left else "right", "hash": step.hexadecimal}
                for step in proof.steps
            ],
            "seal": bytes(proof.seal.body).decode("utf-8", "replace"),
            "head": bytes(proof.seal.head).hex(),
        }
    )


def shown_body(found: Entry) -> str:
    return bytes(found.body).decode("utf-8", "replace") if found.stream.public else ""
