"""An ASGI app that calls a WSGI application in threads."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from wsgiref.types import WSGIApplication

from config.bridge.answer import Answer
from config.bridge.body import Body, Gone
from config.bridge.environ import environ_of
from council.live.protocol import Receive, Scope, Send


class Pages:
    def __init__(self, application: WSGIApplication, *, threads: int) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(threads, "pages")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with Body() as body:
            try:
                await body.fill(scope, receive)
                answer = Answer(send)
                environ = environ_of(scope, body)
                loop = asyncio.get_running_loop()
                rest = await loop.run_in_executor(
                    self.threads, answer.run, self.application, environ
                )
                await answer.say(rest, more=False)
            except Gone:
                return
