"""Debian's Chromium for Playwright, whose own builds can't be fetched everywhere."""

import os
import shutil
from typing import Any

import pytest
from playwright.sync_api import expect

# Milliseconds for a page to show what it must. What is true is seen at once; a machine that has
# other things to do may need longer, and that is no fault of the page.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)

# The shell draws what Chromium draws without the window around it, for two thirds of its work.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Of two such flags the last counts, so what Playwright turns off itself is named here too.
TURNED_OFF = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    # Pages of the address bar, which nobody sees: they double what a new window costs.
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
FLAGS = [
    f"--disable-features={','.join(TURNED_OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One process draws all pages of a context: a fresh one for each, and one kept ready for the
    # next, were a fifth of what a page costs.
    "--renderer-process-limit=1",
    # What a window asks for that says nothing itself.
    "--accept-lang=zh-CN",
]
MISSING = (
    "Browser tests need Chromium and a Chinese font: "
    "apt-get install chromium-headless-shell fonts-noto-cjk "
    "(or name another build: CHROMIUM=/path/to/chromium)."
)


def executable() -> str:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(MISSING, pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": executable(), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A resident's phone; a test may ask for another size with `page.set_viewport_size`."""
    return {
        **browser_context_args,
        "viewport": {"width": 360, "height": 740},
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
    }
