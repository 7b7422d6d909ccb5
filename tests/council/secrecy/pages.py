"""Pages at http://localhost with the two scripts, and a server that keeps what is posted.

Chromium counts localhost as secure; the address is answered here, nothing listens there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

from playwright.sync_api import Page, Request, Route

from config.launcher.places import ROOT
from council.secrecy.sealing import Holder
from council.secrecy.text import bytes_of, text_of

SITE = "http://localhost:9"
# As the product's own: no inline script, nothing from elsewhere, no eval.
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'"
# By the names of their attributes.
SENTENCES = ["ready", "busy", "insecure", "no-store", "no-key", "few", "alike", "other", "failed"]


@dataclass
class Server:
    """`body` is the page; `refusal` is what a post is answered with, if any."""

    body: str = ""
    # Messages, and the points beside them, by their paths.
    batches: dict[str, tuple[Sequence[bytes], Sequence[bytes]]] = field(default_factory=dict)
    refusal: str = ""
    posted: list[dict[str, str]] = field(default_factory=list)

    def answer(self, route: Route, request: Request) -> None:
        path = request.url.removeprefix(SITE)
        if path.startswith("/js/"):
            script = ROOT / "static" / path.lstrip("/")
            return route.fulfill(body=script.read_text(), content_type="text/javascript")
        if path in self.batches:
            messages, checks = self.batches[path]
            asked = {"messages": messages, "checks": checks}
            return route.fulfill(
                json={name: [text_of(one) for one in many] for name, many in asked.items()}
            )
        if request.method == "POST":
            sent = parse_qs(request.post_data or "", keep_blank_values=True)
            self.posted.append({name: values[0] for name, values in sent.items()})
        if path == "/post":
            told = {"words": self.refusal or "told"}
            return route.fulfill(json=told, status=409 if self.refusal else 200)
        return route.fulfill(
            body=self.page(), content_type="text/html", headers={"Content-Security-Policy": POLICY}
        )

    def page(self) -> str:
        return (
            "<!doctype html><meta charset=utf-8><body>"
            f"<main data-token=token>{self.body}</main>"
            "<script src=/js/seal.js></script><script src=/js/vote-keys.js></script>"
        )


def served(page: Page, body: str) -> Server:
    """Opens `body` in `page`."""
    server = Server(body)
    page.route(SITE + "/**", server.answer)
    page.goto(SITE + "/")
    return server


def ballot_form(vote: UUID, holders: Sequence[Holder]) -> str:
    keys = " ".join(f"{holder.role}:{text_of(holder.point)}" for holder in holders)
    radios = "".join(
        f"<label><input type=radio name=choice value={n} required>choice {n}</label>"
        for n in (1, 2, 3)
    )
    return (
        f"<form method=post action=/cast autocomplete=off data-ballot={vote} data-holders='{keys}'>"
        f"{radios}<input type=hidden name=sealed>"
        "<p data-unsealed>sealed there</p><p data-sealed hidden>sealed here</p>"
        "<button>cast</button></form>"
    )


def holder_part(vote: UUID, role: str, step: str, more: str = "") -> str:
    said = " ".join(f"data-{name}='says {name}'" for name in SENTENCES)
    return (
        f"<div data-holder={vote} data-role={role} data-task={step} data-url=/post"
        f" data-batch=/batch {said} {more}><p data-told>needs a script</p>"
        f"<button type=button data-press hidden>{step}</button></div>"
    )


def bytes_posted(text: str) -> bytes:
    data = bytes_of(text)
    assert data is not None, text
    return data


def run_in_store(page: Page, work: str, *values: object) -> Any:
    """`work` is a script's function of the store of keys and `values`; a request's result is given.

    What holds a private key can't be handed out; `work` tells of it.
    """
    script = f"""async (values) => {{
        const base = await new Promise((resolve, reject) => {{
            const asked = indexedDB.open("pavilion-keys", 1);
            asked.onupgradeneeded = () => asked.result.createObjectStore("keys");
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = reject;
        }});
        try {{ return await ({work})(base, ...values); }} finally {{ base.close(); }}
    }}"""
    return page.evaluate(script, list(values))


GET = """(base, name) => new Promise((resolve) => {
    const asked = base.transaction("keys").objectStore("keys").get(name);
    asked.onsuccess = () => resolve(asked.result);
})"""


def kept(page: Page, name: str) -> dict[str, Any] | None:
    """What the device keeps, with the private key told by whether it may be taken out."""
    work = f"""async (base, name) => {{
        const found = await ({GET})(base, name);
        if (!found) return null;
        return {{...found, key: found.key ? found.key.extractable : null, point: null}};
    }}"""
    found: dict[str, Any] | None = run_in_store(page, work, name)
    return found


def why_it_stays(page: Page, name: str, form: str) -> str:
    """The name of the error with which the browser refuses to give the private key out."""
    work = f"""async (base, name, form) => {{
        const found = await ({GET})(base, name);
        try {{ await crypto.subtle.exportKey(form, found.key); return "given out"; }}
        catch (refused) {{ return refused.name; }}
    }}"""
    return str(run_in_store(page, work, name, form))


def put_key(page: Page, name: str, private: dict[str, str], point: bytes) -> None:
    """A key that is known to the test instead of the device's own."""
    work = """async (base, name, private, point) => {
        const curve = { name: "ECDH", namedCurve: "P-256" };
        const key = await crypto.subtle.importKey("jwk", private, curve, false, ["deriveBits"]);
        const act = base.transaction("keys", "readwrite");
        act.objectStore("keys").put({ key, point: Uint8Array.from(point), made: Date.now() }, name);
        await new Promise((resolve) => { act.oncomplete = resolve; });
    }"""
    run_in_store(page, work, name, private, list(point))


def clear_device(page: Page) -> None:
    """As somebody does who presses “clear data”."""
    work = """(base) => new Promise((resolve) => {
        const act = base.transaction("keys", "readwrite");
        act.objectStore("keys").clear();
        act.oncomplete = resolve;
    })"""
    run_in_store(page, work)
