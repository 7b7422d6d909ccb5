"""An ASGI app that calls a WSGI application in threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from wsgiref.types import WSGIApplication

from config.bridge.answer import Answer
from config.bridge.body import Gone, RequestBody
from config.bridge.environ import environ_of
from council.live.protocol import Receive, Scope, Send


class Pages:
    def __init__(self, application: WSGIApplication, *, threads: int) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(threads, "pages")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = Answer(receive, send)
        with RequestBody() as body, suppress(Gone), closing(answer):
            await body.fill(scope, receive)
            environ = environ_of(scope, body)
            work = partial(answer.run, self.application, environ)
            rest = await answer.loop.run_in_executor(self.threads, work)
            await answer.say(rest, more=False)
