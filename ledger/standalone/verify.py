#!/usr/bin/env python3
"""议事亭公开账本核验 / Verify a downloaded public record of Pavilion (Python 3.8, no more).

    python3 verify.py record.jsonl                              does it agree with itself?
    python3 verify.py record.jsonl --head "8f3a 1c22 90ab 77de"  and with the head on a notice?
    python3 verify.py record.jsonl --head heads.txt             and with the heads I kept?
    python3 verify.py record.jsonl --receipt 64-DIGITS          does my receipt stand in it?

Ends with 0 when everything fits, 1 when something does not, 2 when the file can't be read.
The format is written down in docs/record.md of the source.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any


class MisfitError(Exception):
    """The first thing in the record that does not fit."""


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


class OpenSeal:
    """A seal while its entries are read; `peaks` are roots of perfect subtrees (RFC 6962)."""

    def __init__(self, text: str, entries_before: int) -> None:
        self.said: dict[str, Any] = json.loads(text)
        self.before, self.size, self.digest = entries_before, 0, b""
        self.peaks: list[bytes] = []
        self.numbers: dict[str, list[int]] = {}

    def place(self, index: int | None = None) -> str:
        index = self.size if index is None else index
        entry, seal = self.before + index + 1, self.said["seal"]
        return (
            f"第 {entry} 条（封存 {seal}，叶 {index}） / entry {entry} (seal {seal}, leaf {index})"
        )

    def add(self, leaf: dict[str, Any]) -> None:
        digest, body = bytes.fromhex(leaf["digest"]), leaf.get("body")
        if leaf["index"] != self.size:
            raise MisfitError(f"{self.place()}: 缺失 / it is missing")
        if leaf.get("missing"):
            raise MisfitError(f"{self.place()} {leaf['digest']}: 已被删除 / it was deleted")
        if body is not None and sha256(body.encode("utf-8", "surrogateescape")) != digest:
            raise MisfitError(f"{self.place()} {leaf['digest']}: 内容被改动 / its body was changed")
        if digest <= self.digest:
            raise MisfitError(f"{self.place()} {leaf['digest']}: 次序被调换 / it is out of order")
        if body is not None:
            said = json.loads(body)
            self.numbers.setdefault(said["stream"], []).append(said["number"])
        node, size = sha256(b"\x00" + digest), self.size
        while size & 1:
            node, size = sha256(b"\x01" + self.peaks.pop() + node), size >> 1
        self.peaks.append(node)
        self.size, self.digest = self.size + 1, digest

    def close(self, last_numbers: dict[str, int]) -> int:
        """Check what can be known at the end of the seal; return the entries so far."""
        if self.size != self.said["leaves"]:
            raise MisfitError(
                f"{self.place()}: 条数与封存不符 / the seal counts {self.said['leaves']}"
            )
        for stream, numbers in self.numbers.items():
            for number in sorted(numbers):
                due = last_numbers.get(stream, 0) + 1
                if number != due:
                    raise MisfitError(f"{stream} 第 {due} 条缺失 / entry {due} of it is missing")
                last_numbers[stream] = number
        root = self.peaks.pop()
        while self.peaks:
            root = sha256(b"\x01" + self.peaks.pop() + root)
        if root.hex() != self.said["root"]:
            raise MisfitError(
                f"{self.place(0)}: 此处起有改动 / changed from here on: not the sealed root"
            )
        return self.before + self.size


def verify(
    lines: Iterable[dict[str, Any]],
    held_heads: list[str],
    held_by_seal: dict[int, str],
    receipts: set[str],
) -> tuple[int, int]:
    """Return (seals, entries); raise MisfitError for the first thing that does not fit."""
    seal: OpenSeal | None = None
    head, seals, entries = "0" * 64, 0, 0
    last_numbers: dict[str, int] = {}
    for line in lines:
        if "seal" not in line:
            if seal is None:
                raise MisfitError("第 1 行不是封存 / the first line is not a seal")
            seal.add(line)
            if line["digest"] in receipts:
                print(f"回执在此 / your receipt stands: {seal.place(line['index'])}")
                receipts.discard(line["digest"])
            continue
        entries = seal.close(last_numbers) if seal else 0
        seal, seals = OpenSeal(line["seal"], entries), seals + 1
        if seal.said["seal"] != seals or seal.said["previous"] != head:
            raise MisfitError(f"{seal.place()}: 封存链断开 / the chain of seals is broken")
        head = sha256(line["seal"].encode()).hex()
        if held_by_seal.pop(seals, head) != head:
            raise MisfitError(
                f"{seal.place()}: 与您持有的封存码不符 / seal {seals} is not the one you hold"
            )
        held_heads = [held for held in held_heads if not head.startswith(held)]
    entries = seal.close(last_numbers) if seal else 0
    if held_heads or held_by_seal:
        raise MisfitError(
            f"第 {entries + 1} 条起被截去或改写，找不到您持有的封存码 / "
            f"cut off or rewritten from entry {entries + 1} on: no seal has the head you hold"
        )
    if receipts:
        raise MisfitError(f"没有这张回执 / no such receipt: {', '.join(receipts)}")
    return seals, entries


def read_lines(path: str) -> Iterator[dict[str, Any]]:
    with open(path, "rb") as raw:
        zipped = raw.read(2) == b"\x1f\x8b"
    opened = gzip.open if zipped else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def read_heads(given: list[str]) -> tuple[list[str], dict[int, str]]:
    """Heads by seal from kept lines of heads.txt, or the (start of the) one that was typed."""
    held_heads: list[str] = []
    held_by_seal: dict[int, str] = {}
    for value in given:
        if os.path.exists(value):
            with open(value, encoding="utf-8") as file:
                for head, text in (line.rstrip("\n").split(" ", 1) for line in file):
                    held_by_seal[json.loads(text)["seal"]] = head
        else:
            digits = "".join(value.split()).lower()
            if len(digits) < 16 or set(digits) - set("0123456789abcdef"):
                raise ValueError(f"封存码至少 16 位 / not a head of at least 16 digits: {value}")
            held_heads.append(digits)
    return held_heads, held_by_seal


def read_receipt(value: str) -> str:
    digits = "".join(value.split()).lower()
    if len(digits) != 64 or set(digits) - set("0123456789abcdef"):
        raise ValueError(f"回执要完整的 64 位 / not a receipt of 64 digits: {value}")
    return digits


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record")
    parser.add_argument("--head", action="append", default=[])
    parser.add_argument("--receipt", action="append", default=[])
    given = parser.parse_args()
    try:
        held_heads, held_by_seal = read_heads(given.head)
        receipts = {read_receipt(receipt) for receipt in given.receipt}
        seals, entries = verify(read_lines(given.record), held_heads, held_by_seal, receipts)
    except MisfitError as misfit:
        print(f"不符 / DOES NOT FIT: {misfit}")
        return 1
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        print(f"文件无法读取 / can't read the file: {error!r}")
        return 2
    print(f"相符 / everything fits: {entries} 条记录 entries, {seals} 次封存 seals")
    return 0


if __name__ == "__main__":
    sys.exit(main())
