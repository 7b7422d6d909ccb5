"""What a test answers a browser with, where it stands in for the server."""

from html import escape

from playwright.sync_api import Route


def lead(route: Route, to: str) -> None:
    """Answer a page's request by another page, as a redirect does: nothing is left to go back to.

    A status of 303 would do, but Chromium's headless shell asks the network for what such an
    answer names, not the test.
    """
    body = f'<meta http-equiv="refresh" content="0;url={escape(to)}">'
    route.fulfill(body=body, content_type="text/html; charset=utf-8")
