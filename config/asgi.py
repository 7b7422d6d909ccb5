"""The one entry of the web server: streams go to an app of their own, pages to Django."""

from config.bridge.pages import Pages
from config.migrated import refuse_missing_migrations
from config.wsgi import application as django

# Below Django, which must be set up before models are loaded.
from council.live.app import PREFIX, Live
from council.live.protocol import Receive, Scope, Send

# In each process; each keeps a connection to the database.
THREADS = 8

refuse_missing_migrations()
live, pages = Live(), Pages(django, threads=THREADS)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    is_live = scope["type"] == "lifespan" or scope["path"].startswith(PREFIX)
    await (live if is_live else pages)(scope, receive, send)
