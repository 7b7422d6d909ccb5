"""The one entry of the web server: streams go to an app of their own, pages to Django."""

import asyncio

from config.bridge.cutting import drop_whoever_reads_nothing
from config.bridge.pace import Limits
from config.bridge.strangers import without_pretences
from config.migrated import refuse_missing_migrations
from config.siblings import look_after_siblings
from config.wsgi import application as django

# Below Django, which must be set up before models are loaded.
from django.conf import settings  # isort: skip

from config.bridge.pages import Pages  # isort: skip
from council.live.app import PREFIX, Live
from council.live.protocol import Receive, Scope, Send

# In each process; each keeps a connection to the database. Whoever sends or reads slowly holds
# none of them: they are for what waits in the database.
THREADS = 16
ALOOF = ("/healthz/", "/readyz/")

refuse_missing_migrations()
limits = Limits(
    grace=settings.SLOW_GRACE_SECONDS,
    rate=settings.SLOW_BYTES_A_SECOND,
    lines=settings.SLOW_LINES_AN_ADDRESS,
    room=settings.UPLOADS_MB * 1_000_000,
)
live, pages = Live(), Pages(django, threads=THREADS, limits=limits, aloof=ALOOF)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        drop_whoever_reads_nothing(limits.grace)
        looking = asyncio.create_task(look_after_siblings(settings.PHOTO_PLACES / "web"))
        await live(scope, receive, send)
        looking.cancel()
        return
    without_pretences(scope, behind_proxy=settings.ALLAUTH_TRUSTED_PROXY_COUNT > 0)
    await (live if scope["path"].startswith(PREFIX) else pages)(scope, receive, send)
