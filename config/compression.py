"""Text is sent smaller; pictures are small already, packing them again only costs."""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT: Final = ("text/", "application/json", "application/jsonl", "application/javascript")


class TextGZipMiddleware(GZipMiddleware):
    """As Django's, for text alone: photos leave as they lie on the disk, with their length."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)
