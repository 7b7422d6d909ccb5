"""Take the pictures of README.md from a running demo: make pictures ADDRESS=http://localhost:8000

Chromium visits the pages as the people of the demo; each picture is at most 60 kB of WebP.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from demo.cast import CAST
from tests.harness.browser import FLAGS, executable

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "pictures"
MOST_BYTES: Final = 60_000
QUALITIES: Final = (82, 74, 66, 58, 50, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: `path` as `who` sees it, after opening `open`, scrolled to `at`."""

    name: str
    path: str
    size: tuple[int, int]
    who: str = ""
    open: tuple[str, ...] = ()
    at: str = ""
    width: int = 0


SHOTS: Final = (
    Shot(name="home", path="/", size=(360, 740), width=360),
    Shot(
        name="issue",
        path="/issues/",
        size=(360, 740),
        open=(".card-title a",),
        at="#who",
        width=360,
    ),
    Shot(
        name="grid-desk",
        path="/desk/",
        size=(1180, 820),
        who="王晓燕",
        open=("[data-row]",),
        width=1000,
    ),
    Shot(name="community-desk", path="/desk/", size=(1440, 900), who="陈静", width=1000),
    Shot(
        name="poster",
        path="/venues/",
        size=(820, 1160),
        open=("a[href^='/venues/Z']", "a[href$='/poster/']"),
        width=500,
    ),
)


def main(address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        for shot in SHOTS:
            file = FOLDER / f"{shot.name}.webp"
            file.write_bytes(small(taken(browser, address, shot), width=shot.width))
            print(f"{file.name}: {file.stat().st_size // 1000} kB")
        browser.close()


def taken(browser: Browser, address: str, shot: Shot) -> bytes:
    """The visible part of the page as PNG, at twice the density for sharp letters."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="zh-CN", device_scale_factor=2
    )
    page = context.new_page()
    if shot.who:
        sign_in(page, address, phone_of(shot.who))
    page.goto(address + shot.path)
    for link in shot.open:
        page.goto(address + str(page.locator(link).first.get_attribute("href")))
    page.wait_for_load_state("networkidle")
    if shot.at:
        page.locator(shot.at).first.evaluate("place => place.scrollIntoView()")
    picture = page.screenshot()
    context.close()
    return picture


def phone_of(name: str) -> str:
    return next(persona.phone for persona in CAST if persona.name_zh == name)


def sign_in(page: Page, address: str, phone: str) -> None:
    page.goto(f"{address}/sign-in/")
    page.locator("#id_phone").fill(phone.removeprefix("+86"))
    page.locator("main form .button-wide").click()
    page.wait_for_url("**/sign-in/code/")
    messages = page.context.new_page()
    messages.goto(f"{address}/demo/sms/")
    code = messages.locator(".sms-own .sms-code").first.inner_text()
    messages.close()
    page.locator("#id_code").fill(code)
    page.locator("main form .button-wide").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def small(png: bytes, *, width: int) -> bytes:
    """The picture as WebP of `width`, in the best quality that fits the limit."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture = picture.resize(
        (width, width * picture.height // picture.width), Image.Resampling.LANCZOS
    )
    for quality in QUALITIES:
        file = BytesIO()
        picture.save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
