"""The first load of each public page over the wire, as a phone without a cache sees it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, CDPSession

from tests.e2e.places import public_places
from tests.e2e.town import Town, town

__all__ = ["town"]

MOST_BYTES = 60_000
MOST_REQUESTS = 12
PHOTOS = ("/issues/photos/",)


class Wire:
    """Counts what arrives, in bytes as sent, photos apart."""

    def __init__(self, session: CDPSession) -> None:
        self.paths: dict[str, str] = {}
        self.bytes: dict[str, float] = {}
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.responseReceived", self._begun)
        session.on("Network.loadingFinished", self._ended)

    def _begun(self, event: dict) -> None:  # type: ignore[type-arg]
        self.paths[event["requestId"]] = event["response"]["url"]

    def _ended(self, event: dict) -> None:  # type: ignore[type-arg]
        url = self.paths.get(event["requestId"], "")
        if url.startswith("http") and not any(part in url for part in PHOTOS):
            self.bytes[url] = event["encodedDataLength"]


def test_every_public_page_is_light(town: Town, browser: Browser) -> None:
    heavy = []
    places = list(dict.fromkeys(public_places(town.stage)))
    for path in places:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        wire = Wire(context.new_cdp_session(page))
        page.goto(town.url + path, wait_until="networkidle")
        total = sum(wire.bytes.values())
        if total > MOST_BYTES or len(wire.bytes) > MOST_REQUESTS or not wire.bytes:
            heavy.append(f"{path}: {total:.0f} bytes in {len(wire.bytes)} requests")
        context.close()
    assert len(places) >= 14
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("path", ["/", "/issues/", "/raise/"])
def test_the_answer_is_compressed(town: Town, browser: Browser, path: str) -> None:
    context = browser.new_context()
    answer = context.request.get(town.url + path)
    assert answer.headers["content-encoding"] in {"gzip", "br"}
    context.close()
