"""All attackers, in one process: what they are told comes in by a line, what they met goes out.

They are bounded, since they share the machine with what they attack: so many at once, each with a
pause after each answer.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from uuid import uuid4

from bench.hostile_hour.lines import TOKEN, Answer, Site, address
from bench.hostile_hour.slow import held, read_slowly, write_slowly
from tests.hostile import bombs

SLOW_READERS = SLOW_WRITERS = 20
# How many, and the seconds that each pauses: about 10, 10, 5 and 2 in a second.
ASK_CODES, SEND_MATTERS, RAISE_MATTERS, SEND_BOMBS = (20, 2.0), (20, 2.0), (10, 2.0), (8, 4.0)
READERS, WRITERS, CODES, VISITORS, PERSONS, BOMBERS = range(20, 26)
# Addresses of a kind, one after the other.
ADDRESSES = 200
BOUNDARY = "bombs"
SAID = "这里又有一件事，快来人看看，没有人管，已经说过很多回了。{}"


@dataclass(frozen=True, slots=True)
class Bomb:
    kind: str
    name: str
    content: bytes


@dataclass
class Attack:
    site: Site
    seconds: float
    whole: int
    buildings: Sequence[int]
    sessions: Sequence[str]
    bombs: Sequence[Bomb]
    met: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    chance: random.Random = field(default_factory=lambda: random.Random(9))

    async def run(self) -> None:
        self.end = time.monotonic() + self.seconds
        async with asyncio.TaskGroup() as tasks:
            for number in range(SLOW_READERS):
                tasks.create_task(self.hold("slow readers", READERS, number, self.reads))
            for number in range(SLOW_WRITERS):
                tasks.create_task(self.hold("slow writers", WRITERS, number, self.writes))
            for (count, pause), act in (
                (ASK_CODES, self.ask_code),
                (SEND_MATTERS, self.send_matter),
                (RAISE_MATTERS, self.raise_matter),
                (SEND_BOMBS, self.send_bomb),
            ):
                for number in range(count):
                    tasks.create_task(self.flood(act, number, count, pause))

    async def hold(
        self, kind: str, street: int, number: int, line: Callable[[str], Awaitable[str]]
    ) -> None:
        """One slow line after the other, each from another address."""
        while (left := self.end - time.monotonic()) > 0:
            source = address(street, number)
            try:
                said = await asyncio.wait_for(held(partial(line, source)), left)
            except TimeoutError:
                said = "held as the hour ended"
            self.met[kind][said] += 1
            number += SLOW_READERS
            await asyncio.sleep(0.5)

    async def reads(self, source: str) -> str:
        return await read_slowly(self.site, source, whole=self.whole)

    async def writes(self, source: str) -> str:
        return await write_slowly(self.site, source)

    async def flood(
        self, act: Callable[[int], Awaitable[None]], number: int, count: int, pause: float
    ) -> None:
        while time.monotonic() < self.end:
            await act(number % ADDRESSES)
            number += count
            await asyncio.sleep(pause * self.chance.uniform(0.5, 1.5))

    async def ask_code(self, number: int) -> None:
        phone = f"139{self.chance.randrange(10**8):08}"
        answer = await self.site.send(address(CODES, number), "/sign-in/", {"phone": phone})
        self.note("codes", answer)

    async def send_matter(self, number: int) -> None:
        source = address(VISITORS, number)
        self.note(
            "matters of visitors", await self.site.send(source, "/raise/", self.matter(number))
        )

    async def raise_matter(self, number: int) -> None:
        """Signed in; every third says that there is danger."""
        danger = {"danger": "on"} if number % 3 == 0 else {}
        session, source = self.sessions[number % len(self.sessions)], address(PERSONS, number)
        fields = {**self.matter(number), **danger}
        answer = await self.site.send(source, "/raise/", fields, session=session)
        self.note("matters of persons", answer)

    async def send_bomb(self, number: int) -> None:
        bomb = self.bombs[number % len(self.bombs)]
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        body = in_a_form({"csrfmiddlewaretoken": TOKEN, **self.matter(number)}, bomb)
        source = address(BOMBERS, number)
        answer = await self.site.send_whole(source, "/raise/", body, kind=kind)
        self.note(f"pictures, {bomb.kind}", answer)

    def matter(self, number: int) -> dict[str, str]:
        building = str(self.buildings[number % len(self.buildings)])
        return {"submission": str(uuid4()), "text": SAID.format(number), "building": building}

    def note(self, kind: str, answer: Answer) -> None:
        self.met[kind][str(answer.status)] += 1


def in_a_form(fields: dict[str, str], bomb: Bomb) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{{}}"'
    parts = [f"{head.format(name)}\r\n\r\n{value}\r\n" for name, value in fields.items()]
    file = f'{head.format("photos")}; filename="{bomb.name}.jpg"\r\n'
    file += "Content-Type: image/jpeg\r\n\r\n"
    return "".join([*parts, file]).encode() + bomb.content + f"\r\n--{BOUNDARY}--\r\n".encode()


def every_bomb() -> list[Bomb]:
    """One of each kind in turn, and the dearest that is allowed among them."""
    dear = partial(bombs.drawn, (4_000, 4_000), "JPEG", progressive=True)
    kinds: dict[str, dict[str, Callable[[], bytes]]] = {
        "laborious": bombs.LABORIOUS,
        "too large": bombs.TOO_LARGE,
        "moving": bombs.MOVING,
        "broken": bombs.BROKEN,
        "with more behind": bombs.LEFT_BEHIND,
        "dear but allowed": {"dear": dear},
    }
    made = [
        Bomb(kind, f"{kind} {number}", make())
        for kind, of in kinds.items()
        for number, make in enumerate(of.values())
    ]
    random.Random(9).shuffle(made)
    return made


def main() -> None:
    told = json.loads(sys.stdin.readline())
    attack = Attack(**{**told, "site": Site(**told["site"])}, bombs=every_bomb())
    print("ready", flush=True)
    asyncio.run(attack.run())
    print(json.dumps(attack.met), flush=True)


if __name__ == "__main__":
    main()
