"""Fifty people want one pavilion: one has it, and all others read when it is free."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from council.models import Booking
from tests.harness.signing_in import client_of, session_of
from tests.harness.world import LiveWorld
from tests.issues.test_sweep_processes import in_threads
from tests.world import build_world

MANY = 50


def test_fifty_book_at_once_one_wins_and_nobody_sees_an_error_page(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    workers = (world.grid_worker, world.grid_head, world.staff, world.lead)
    clients = [client_of(session_of(workers[n % len(workers)])) for n in range(MANY)]
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    answers: list[tuple[int, str]] = []

    def book(client: Client, number: int) -> None:
        sent: dict[str, Any] = {"submission": str(uuid4()), "day": day, "purpose": f"第{number}场"}
        sent |= {"begins": "19:00", "ends": "21:00"}
        answer = client.post(f"/venues/{world.venue.code}/book/", sent)
        answers.append((answer.status_code, answer.content.decode()))

    acts = [lambda one=one, number=number: book(one, number) for number, one in enumerate(clients)]
    assert in_threads(*acts) == [None] * MANY
    assert sorted(status for status, _page in answers) == [302] + [422] * (MANY - 1)
    assert all("21:00" in page for status, page in answers if status == 422)
    assert Booking.objects.count() == 1
