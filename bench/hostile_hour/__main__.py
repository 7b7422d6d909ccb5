"""`MINUTES=60 python -m bench.hostile_hour [--write]`."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from dataclasses import asdict
from subprocess import CompletedProcess
from typing import Any

import django

from bench._report import circumstances, keep
from bench.hostile_hour.lines import Site
from bench.hostile_hour.neighbours import Neighbours
from bench.hostile_hour.product import Product, running
from bench.hostile_hour.tally import Tally, by_status
from config.launcher import notes
from config.launcher.places import ROOT

ATTACKERS = (sys.executable, "-m", "bench.hostile_hour.attackers")
# Seconds: for the attackers to come to their end, and for the engine to do what waits.
LAST, CATCH_UP, LOOK_AGAIN = 60.0, 180.0, 15.0
Met = dict[str, dict[str, int]]


def main(arguments: list[str]) -> int:
    minutes, taken = float(os.environ.get("MINUTES") or 60), circumstances()
    lines: list[str] = []
    missed: list[str] = []
    print(f"## hostile hour\n\n{taken}\n", flush=True)
    with running() as product:
        for line in hour(product, minutes, missed):
            print(line, flush=True)
            lines.append(line)
    if "--write" in arguments:
        keep("hostile hour", lines, taken=taken)
    return 1 if missed else 0


def hour(product: Product, minutes: float, missed: list[str]) -> Iterator[str]:
    """What is to be told of it; what was missed is put into `missed`."""
    # The models are loaded for the database of this run, as its own parts are told.
    os.environ.update(product.told)
    # What is started here is no part of that run, and not ended with it.
    os.environ.pop(notes.VARIABLE, None)
    django.setup()
    people = importlib.import_module("bench.hostile_hour.people")
    made, tally = people.make(minutes=minutes), Tally()
    site = Site(product.port, made.session_cookie, made.csrf_cookie)
    neighbours = Neighbours(site, made.residents, made.grids, tally)
    told = {
        "site": asdict(site),
        "seconds": minutes * 60,
        "whole": people.ENTRIES * people.BYTES_OF_EACH,
        "buildings": [grid.building for grid in made.grids],
        "sessions": made.flooding,
    }
    met = asyncio.run(attacked(neighbours, told))
    yield f"{minutes:g} minutes; attackers, neighbours and the site share the machine.\n"
    yield from tally.rows()
    yield from tally.others()
    yield ""
    yield from rows_of_attackers(met)
    yield ""
    yield from people.stand_there()
    missed += tally.missed()
    yield from afterwards(product, missed)
    yield f"\nMissed: {'; '.join(missed)}." if missed else "\nEvery bound was kept."


async def attacked(neighbours: Neighbours, told: dict[str, Any]) -> Met:
    attackers = await asyncio.create_subprocess_exec(
        *ATTACKERS, cwd=ROOT, stdin=PIPE, stdout=PIPE, limit=2**20
    )
    assert attackers.stdin is not None
    assert attackers.stdout is not None
    try:
        attackers.stdin.write(json.dumps(told).encode() + b"\n")
        assert await attackers.stdout.readline() == b"ready\n"
        await neighbours.live(told["seconds"])
        met: Met = json.loads(await asyncio.wait_for(attackers.stdout.readline(), LAST))
        return met
    finally:
        await over(attackers)


async def over(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    await process.wait()


def rows_of_attackers(met: Met) -> Iterator[str]:
    yield "| asked by attackers | times | answered |\n|---|--:|---|"
    for kind, answers in sorted(met.items()):
        numbers = {int(said): count for said, count in answers.items() if said.isdigit()}
        words = [f"{count:,} × {said}" for said, count in answers.items() if not said.isdigit()]
        said = ", ".join([*([by_status(numbers)] if numbers else []), *words])
        yield f"| {kind} | {sum(answers.values()):,} | {said} |"


def afterwards(product: Product, missed: list[str]) -> Iterator[str]:
    broken = product.log.read_text(encoding="utf-8").count("Traceback (most recent call last)")
    yield f"Tracebacks in the log of the product: {broken}."
    began = time.monotonic()
    while (chain := product.manage("check_chain")).returncode:
        if time.monotonic() - began > CATCH_UP:
            missed.append("check_chain")
            break
        yield f"\ncheck_chain, not yet: {said_by(chain)}"
        time.sleep(LOOK_AGAIN)
    yield f"\ncheck_chain, {time.monotonic() - began:.0f} s later: {said_by(chain)}"
    record = product.manage("verify_ledger")
    if record.returncode:
        missed.append("verify_ledger")
    yield f"\nverify_ledger: {said_by(record)}"


def said_by(done: CompletedProcess[str]) -> str:
    return " ".join((done.stdout + done.stderr).split())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    sys.exit(main(sys.argv[1:]))
