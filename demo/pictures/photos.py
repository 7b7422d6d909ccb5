"""Photos of the demo: drawn by the program, stored like any other photo."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from typing import Self

from accounts.models import User
from demo.pictures.drawing import draw
from issues.actions.store_upload import store_upload
from issues.models import Upload


class Pictures:
    """Each photo is drawn with random numbers of its own, so that no two are the same.

    A separate process draws while the stories are told.
    """

    def __init__(self, scenes: Iterable[str]) -> None:
        self.stored = 0
        self._artist = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self._drawn: defaultdict[str, deque[Future[bytes]]] = defaultdict(deque)
        for seed, scene in enumerate(scenes):
            self._drawn[scene].append(self._artist.submit(draw, scene, seed=seed))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._artist.shutdown(cancel_futures=True)

    def store(self, scenes: Sequence[str], *, user: User, now: datetime) -> list[Upload]:
        self.stored += len(scenes)
        files = [self._drawn[scene].popleft().result() for scene in scenes]
        return [store_upload(file, user=user, draft=None, now=now) for file in files]
