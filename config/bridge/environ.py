"""What ASGI tells of a request, as WSGI tells it (PEP 3333)."""

from __future__ import annotations

import re
import sys
from typing import IO, Any, Final
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIEnvironment
from wsgiref.util import FileWrapper

from config.bridge.body import RequestBody
from council.live.protocol import Scope

BLOCK: Final = 64 * 1024
BOUNDARY: Final = re.compile(r';[ \t]*boundary=("[^"]{1,200}"|[^\s;"]{1,200})', re.IGNORECASE)
SEPARATORS: Final = {"HTTP_COOKIE": "; "}


class Blocks(FileWrapper):
    """Files in larger pieces than Django's own: each passes from a thread to the loop."""

    def __init__(self, file: IO[bytes], _size: int = BLOCK) -> None:
        super().__init__(file, BLOCK)


ALWAYS: Final[dict[str, Any]] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "wsgi.file_wrapper": Blocks,
}


def plain_type(told: str) -> str:
    """The kind of a body, and the boundary of its parts.

    All that comes is UTF-8. By another charset Django would read the address, too, whatever the
    method; and some that Python knows read no text at all.
    """
    kind, found = told.partition(";")[0].strip(), BOUNDARY.search(told)
    return f"{kind}; boundary={found[1]}" if found else kind


def environ_of(scope: Scope, body: RequestBody) -> WSGIEnvironment:
    server, client = scope["server"], scope["client"]
    length = {} if body.length is None else {"CONTENT_LENGTH": str(body.length)}
    return {
        **ALWAYS,
        "REQUEST_METHOD": scope["method"],
        # Not `path`, which the server has decoded: bytes that are no UTF-8 are lost there.
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body.input,
        **headers_of(scope),
        **length,
    }


def headers_of(scope: Scope) -> dict[str, str]:
    """None has an underscore: the entry has left those out (`config.bridge.strangers`)."""
    found: dict[str, str] = {}
    for raw, value in scope["headers"]:
        if raw == b"content-length":
            continue
        name = raw.decode("latin-1").upper().replace("-", "_")
        name = name if name == "CONTENT_TYPE" else f"HTTP_{name}"
        text = value.decode("latin-1")
        if name == "CONTENT_TYPE":
            text = plain_type(text)
        before = found.get(name)
        found[name] = text if before is None else before + SEPARATORS.get(name, ",") + text
    return found
