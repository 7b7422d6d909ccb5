"""Pages through the real server as before it carried streams."""

from __future__ import annotations

import http.client
import socket
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from issues.models import Upload
from tests.e2e.words import zh
from tests.harness.common_site import Common
from tests.harness.waiting import wait_until
from tests.hostile.test_pictures import drawn

pytestmark = pytest.mark.processes
# More than the process has threads.
MANY = 40
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def port(common_site: Common) -> int:
    return urlsplit(common_site.url).port or 0


def ask(
    port: int, path: str, *, method: str = "GET", body: bytes = b"", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    told = {name.replace("_", "-"): text for name, text in headers.items()}
    with closing(http.client.HTTPConnection("localhost", port, timeout=30)) as line:
        line.request(method, path, body=body or None, headers=told)
        answer = line.getresponse()
        return answer, answer.read()


def begun(port: int, head: str) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=30)
    line.sendall(head.replace("\n", "\r\n").encode())
    return line


def test_a_page_tells_its_length_with_and_without_its_body(port: int) -> None:
    answer, page = ask(port, "/")
    assert int(answer.headers["Content-Length"]) == len(page) > 1000
    only_head, nothing = ask(port, "/", method="HEAD")
    assert (only_head.headers["Content-Length"], nothing) == (str(len(page)), b"")
    assert ask(port, "/", Accept_Encoding="gzip")[0].headers["Content-Encoding"] == "gzip"


def test_static_files_are_compressed_kept_and_given_in_parts(port: int) -> None:
    page = ask(port, "/")[1].decode()
    path = "/static/css/pavilion." + page.partition("/static/css/pavilion.")[2].partition('"')[0]
    answer, _style = ask(port, path, Accept_Encoding="br")
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    part, some = ask(port, path, Range="bytes=0-99")
    assert (part.status, len(some)) == (206, 100)
    again = ask(port, path, If_None_Match=part.headers["ETag"])[0]
    assert again.status == 304


def test_a_flood_is_answered_whole_in_a_sentence(port: int) -> None:
    page, body = ask(port, "/raise/")
    token = body.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    flood = f"csrfmiddlewaretoken={token}&text=".encode() + b"a" * 10_000_000
    answer, said = ask(port, "/raise/", method="POST", body=flood, Cookie=cookie, **FORM)
    assert answer.status == 413
    assert zh("That was too much at once") in said.decode()


def test_six_heavy_photos_arrive(port: int) -> None:
    page, body = ask(port, "/raise/")
    token = body.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    photo = drawn((40, 30), "JPEG") + b"\x00" * 14_000_000
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
    ]
    head = '--x\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n'
    sent = parts[0].encode() + (head.encode() + photo + b"\r\n") * 6 + b"--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    answer, said = ask(port, "/raise/", method="POST", body=sent, Cookie=cookie, Content_Type=kind)
    # Kept beside a form that lacks its words.
    assert answer.status == 422, said.decode()[-500:]
    assert Upload.objects.count() == 6


def test_whoever_waits_to_be_told_is_told_to_go_on(port: int) -> None:
    head = "POST /raise/ HTTP/1.1\nHost: localhost\nContent-Length: 6\nExpect: 100-continue\n\n"
    with begun(port, head) as line:
        assert line.recv(100).startswith(b"HTTP/1.1 100")


def test_slow_phones_hold_nobody_up(port: int) -> None:
    head = "POST /raise/ HTTP/1.1\nHost: localhost\nContent-Length: 1000\n\ntext=half"
    lines = [begun(port, head) for _ in range(MANY)]
    assert ask(port, "/healthz/")[0].status == 200
    for line in lines:
        line.close()


def test_readers_who_stop_or_leave_hold_nobody_up(port: int) -> None:
    lines = [begun(port, "GET /issues/ HTTP/1.1\nHost: localhost\n\n") for _ in range(MANY)]
    for line in lines[: MANY // 2]:
        line.close()
    wait_until(lambda: ask(port, "/healthz/")[0].status == 200)
    for line in lines:
        line.close()


@pytest.mark.parametrize("path", ["/issues/%FF/", "/%C0%AF/", "/issues/%E6%B0/"])
def test_broken_bytes_in_an_address_are_not_there(port: int, path: str) -> None:
    assert ask(port, path)[0].status == 404
