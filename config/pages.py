"""Django's pages behind the ASGI entry, by a2wsgi and what it leaves to whoever uses it.

A body is read to its end before a thread is taken, so that a slow phone holds none up and half a
form is never taken for a whole one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from urllib.parse import quote, unquote_to_bytes
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment
from wsgiref.util import FileWrapper

from a2wsgi import WSGIMiddleware
from django.core.exceptions import RequestDataTooBig

from council.live.protocol import Message, Receive, Scope, Send

# Six photos of 15 MB and what was written with them, as in deploy/Caddyfile.
LARGEST_BODY = 95_000_000
IN_MEMORY = 256 * 1024
BLOCK = 64 * 1024
ASCII = bytes(range(0x21, 0x7F)).decode()
BODY = "pavilion.body"


class Pages:
    """An ASGI app that calls a WSGI application in threads."""

    def __init__(self, django: WSGIApplication, *, threads: int) -> None:
        called: Any = partial(call, django)
        self.through = WSGIMiddleware(called, workers=threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                length = await read_into(body, receive)
            except ConnectionError:
                return
            handed: Any = {**scope, **cleaned(scope, length), BODY: body}
            through: Any = self.through
            await through(handed, receive, at_once(send))


async def read_into(body: IO[bytes], receive: Receive) -> int:
    """Its length; more than `LARGEST_BODY` is read no further."""
    length, more = 0, True
    while more and length <= LARGEST_BODY:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionError
        more = message.get("more_body", False)
        length += body.write(message.get("body", b""))
    body.seek(0)
    return length


def cleaned(scope: Scope, length: int) -> dict[str, Any]:
    """Headers and query as a2wsgi can take them.

    A name with an underscore would pass for one with a hyphen: for what only the proxy may say.
    """
    headers = [
        (name, value)
        for name, value in scope["headers"]
        if b"_" not in name and name != b"content-length"
    ]
    if length:
        headers.append((b"content-length", str(length).encode()))
    return {"headers": headers, "query_string": quote(scope["query_string"], safe=ASCII).encode()}


def at_once(send: Send) -> Send:
    """Hold each piece back until it is known to be the last: a page leaves in one piece then."""
    held: bytes | None = None

    async def pass_on(message: Message) -> None:
        nonlocal held
        if message["type"] != "http.response.body":
            await send(message)
        elif not message.get("more_body", False):
            await send({**message, "body": (held or b"") + message["body"]})
        else:
            before, held = held, message["body"]
            if before is not None:
                await send({**message, "body": before})

    return pass_on


def call(
    django: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    scope = environ["asgi.scope"]
    body = scope[BODY]
    too_much = int(environ.get("CONTENT_LENGTH") or 0) > LARGEST_BODY
    environ |= {
        # Decoded by the server already, which loses bytes that are no UTF-8.
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "wsgi.input": TooMuch() if too_much else body,
        "wsgi.errors": sys.stderr,
        "wsgi.file_wrapper": Blocks,
    }
    return django(environ, start_response)


class TooMuch:
    """A body of which nothing is read: answered 413, in a sentence."""

    def read(self, *_size: int) -> bytes:
        raise RequestDataTooBig

    readline = read


class Blocks(FileWrapper):
    """In larger pieces than Django's own, as each passes from a thread to the loop."""

    def __init__(self, file: IO[bytes], _size: int = BLOCK) -> None:
        super().__init__(file, BLOCK)
