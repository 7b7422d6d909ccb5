"""Compress text, but not pictures, which are compressed already."""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT: Final = ("text/", "application/json", "application/jsonl", "application/javascript")


class TextGZipMiddleware(GZipMiddleware):
    """Django's, but only for text: photos are sent as stored, with their Content-Length."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)
