"""What browsers are told with every answer."""

import pytest
from django.conf import settings
from django.test import Client

from tests.harness.signing_in import signed_in
from tests.world import World

EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nowhere/", "/static/css/about.css", "/healthz/"])
def test_every_answer_says_what_it_may_be_used_for(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors"):
        assert part in policy
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
def test_a_browser_keeps_no_page_of_whoever_is_signed_in(world: World) -> None:
    visitor, person = Client(), signed_in(world.resident)
    pages = ["/", "/issues/", "/venues/", "/me/", "/nowhere/"]
    assert {person.get(page).headers["Cache-Control"] for page in pages} <= {
        "private, no-store",
        "max-age=0, no-cache, no-store, must-revalidate, private",
    }
    assert "Cache-Control" not in visitor.get("/").headers
    # What says itself how long it may be kept is left alone.
    assert "no-store" not in person.get("/sittings.ics").headers["Cache-Control"]


@pytest.mark.django_db
def test_signing_out_throws_away_what_the_browser_kept(world: World) -> None:
    person = signed_in(world.resident)
    person.cookies["language"] = "zh-hans"
    out = person.post("/sign-out/")
    assert out.headers["Clear-Site-Data"] == '"cache"'
    # What this device is set to stays.
    assert set(out.cookies) <= {settings.SESSION_COOKIE_NAME, "messages", settings.CSRF_COOKIE_NAME}
    assert "Clear-Site-Data" not in person.get("/").headers


@pytest.mark.django_db
def test_every_cookie_is_for_the_server_alone_and_has_a_name_of_its_kind(world: World) -> None:
    client = signed_in(world.resident)
    client.post("/preferences/", {"language": "en", "large_print": "1"})
    client.post("/grid/", {"grid": world.grid.code})
    client.get("/raise/")
    client.post("/sign-out/")
    assert {"language", "large_print"} < set(client.cookies)
    for cookie in client.cookies.values():
        if cookie.value and cookie.key != settings.SESSION_COOKIE_NAME:
            assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
            assert not cookie["domain"]
