"""Files to download: heads, the whole public record, its parts, the stand-alone verifier.

The record and the heads lie on the disk as they are sent: nothing is computed or packed here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
)
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from accounts.come_again import come_again_in
from ledger.actions.write_files import write_files
from ledger.queries.heads import newest_head
from ledger.record_files import RecordFiles, Whole, read_list
from ledger.standalone import verify

KINDS: Final = {
    "record": "application/jsonl; charset=utf-8",
    "heads": "text/plain; charset=utf-8",
}
BAD_REQUEST: Final = 400
FOR_EVER: Final = "public, max-age=31536000, immutable"
# What came since is asked for each time, and is mostly nothing.
ASK_AGAIN: Final = "public, no-cache"
# No file has more bytes than fit into so many digits, and Python reads no number of thousands.
BYTES: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@require_safe
def heads(request: HttpRequest) -> HttpResponseBase:
    return sent_whole(request, "heads")


@require_safe
def download(request: HttpRequest) -> HttpResponseBase:
    answer = sent_whole(request, "record")
    # A sentence is to be read, and not to be kept under the record's name.
    if answer.status_code < BAD_REQUEST:
        answer.headers["Content-Disposition"] = 'attachment; filename="record.jsonl"'
    return answer


@require_safe
def parts(request: HttpRequest) -> HttpResponseBase:
    """Which parts there are, for whoever fetches only what came since."""
    files = files_now()
    if files is None:
        return not_yet()
    listed = [
        {
            "first": part.first,
            "last": part.last,
            "head": part.head,
            "record": reverse("ledger:part", args=[part.record.name]),
            "heads": reverse("ledger:part", args=[part.heads.name]),
        }
        for part in files.parts
    ]
    return JsonResponse({"parts": listed}, headers={"Cache-Control": ASK_AGAIN})


@require_safe
def part(request: HttpRequest, name: str) -> HttpResponseBase:
    files = files_now()
    whole = files.one(name) if files else None
    if whole is None:
        raise Http404
    return sent(request, whole, KINDS[name.partition("-")[0]], kept=FOR_EVER)


@require_safe
def verifier(request: HttpRequest) -> HttpResponseBase:
    return FileResponse(
        Path(verify.__file__).open("rb"),
        as_attachment=True,
        filename="verify.py",
        content_type="text/x-python; charset=utf-8",
    )


def files_now() -> RecordFiles | None:
    """Written here only if the sealer has not come to it: then the first who asks waits for it."""
    files, head = read_list(), newest_head()
    if files is None or files.head != (head.digest if head else ""):
        try:
            write_files()
        except OSError:
            return files
        return read_list()
    return files


def sent_whole(request: HttpRequest, kind: str) -> HttpResponseBase:
    files = files_now()
    if files is None:
        return not_yet()
    return sent(request, files.whole(kind), KINDS[kind], kept=ASK_AGAIN)


def not_yet() -> HttpResponse:
    come_again_in(60)
    said = gettext("The record is just being written out. Try again in a minute.")
    kind = "text/plain; charset=utf-8"
    return HttpResponse(said + "\n", status=503, content_type=kind)


def sent(request: HttpRequest, whole: Whole, kind: str, *, kept: str) -> HttpResponseBase:
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    etag = whole.etag(packed=packed)
    headers = {"ETag": etag, "Cache-Control": kept, "Accept-Ranges": "bytes"}
    file = whole.opened(packed=packed)
    wanted = asked_range(request, etag, length=file.end)
    answer: HttpResponse | FileResponse
    if wanted is not None and wanted[0] >= wanted[1]:
        headers["Content-Range"] = f"bytes */{file.end}"
        answer = HttpResponse(status=416, headers=headers)
    elif wanted is not None:
        headers["Content-Range"] = f"bytes {wanted[0]}-{wanted[1] - 1}/{file.end}"
        answer = FileResponse(file.part(*wanted), status=206, content_type=kind, headers=headers)
    else:
        answer = FileResponse(file, content_type=kind, headers=headers)
    if packed:
        answer.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return get_conditional_response(request, etag=etag, response=answer)  # type: ignore[arg-type, return-value]


def asked_range(request: HttpRequest, etag: str, *, length: int) -> tuple[int, int] | None:
    """From which byte to before which, the same one where there is none; None for all of them."""
    found = BYTES.fullmatch(request.headers.get("Range", ""))
    if found is None or not any(found.groups()):
        return None
    if request.headers.get("If-Range", etag) != etag:
        return None
    first, last = found.groups()
    if not first:
        return max(0, length - int(last)), length
    return min(int(first), length), min(int(last) + 1 if last else length, length)
