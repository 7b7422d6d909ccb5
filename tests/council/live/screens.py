"""Frames of a sitting as if they had come by the stream, and what a page took of them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.council.live.conftest import Hall


def has(page: Page, version: int, *, seconds: float) -> None:
    page.wait_for_function(
        "version => window.seen.filter(Boolean).pop() >= version",
        arg=version,
        timeout=seconds * 1000,
    )


def send(page: Page, frame: dict[str, Any]) -> None:
    page.evaluate(
        "frame => document.querySelector('[data-live]')"
        ".dispatchEvent(new CustomEvent('frame', { detail: frame }))",
        frame,
    )


def frame_with(hall: Hall, *, part: str, html: str, more: int = 1, now: int = 0) -> dict[str, Any]:
    return frame_of(hall, {part: html}, more=more, now=now)


def frame_of(hall: Hall, parts: dict[str, str], *, more: int = 1, now: int = 0) -> dict[str, Any]:
    return {
        "meeting": str(hall.meeting.uid),
        "version": hall.meeting.version + more,
        "now": now or 4_000_000_000_000,
        "parts": parts,
    }
