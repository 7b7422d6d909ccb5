"""Files to download: heads, the whole public record, the stand-alone verifier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from ledger.queries.download import record_lines
from ledger.queries.heads import head_lines
from ledger.standalone import verify

LINES_A_CHUNK = 500


def chunks(lines: Iterable[str]) -> Iterator[str]:
    """Lines in pieces worth compressing and sending."""
    rest = iter(lines)
    while piece := "".join(islice(rest, LINES_A_CHUNK)):
        yield piece


@require_safe
def heads(request: HttpRequest) -> HttpResponseBase:
    return StreamingHttpResponse(chunks(head_lines()), content_type="text/plain; charset=utf-8")


@require_safe
def download(request: HttpRequest) -> HttpResponseBase:
    return StreamingHttpResponse(
        chunks(record_lines()),
        content_type="application/jsonl; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="record.jsonl"'},
    )


@require_safe
def verifier(request: HttpRequest) -> HttpResponseBase:
    return FileResponse(
        Path(verify.__file__).open("rb"),
        as_attachment=True,
        filename="verify.py",
        content_type="text/x-python; charset=utf-8",
    )
