from io import BytesIO

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.test import RequestFactory

from config.compression import TextGZipMiddleware

LONG = b"<p>What stands here is said again.</p>" * 50


def answered(response: HttpResponseBase) -> HttpResponseBase:
    request = RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip")
    return TextGZipMiddleware(lambda _: response).process_response(request, response)


def test_pages_and_downloads_of_text_leave_smaller() -> None:
    for kind in ("text/html; charset=utf-8", "text/csv", "application/jsonl; charset=utf-8"):
        answer = answered(HttpResponse(LONG, content_type=kind))
        assert answer.headers["Content-Encoding"] == "gzip", kind
        assert int(answer.headers["Content-Length"]) < len(LONG)


def test_photos_leave_as_they_lie_on_the_disk() -> None:
    answer = answered(FileResponse(BytesIO(LONG), content_type="image/webp"))
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Length"] == str(len(LONG))
    assert isinstance(answer, FileResponse)
    assert b"".join(answer.streaming_content) == LONG  # type: ignore[arg-type]
