#!/usr/bin/env python3
"""议事亭公开账本核验 / Verify a downloaded public record of Pavilion (Python 3.8, no more).

    python3 verify.py record.jsonl                              does it agree with itself?
    python3 verify.py record.jsonl --head "8f3a 1c22 90ab 77de"  and with the head on a notice?
    python3 verify.py record.jsonl --head heads.txt             and with the heads I kept?
    python3 verify.py record.jsonl --receipt 64-DIGITS          does my receipt stand in it?

Ends with 0 when everything fits, 1 when something does not, 2 when the file can't be read.
docs/record.md of the source has the format, and what is proved by it and what is not.
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

FORMATS = (1, 2)
HEXADECIMAL = set("0123456789abcdef")


class MisfitError(Exception):
    """The first thing in the record that does not fit."""


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def is_digest(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 64 and not set(value) - HEXADECIMAL


def read_text(text: str, place: str) -> dict[str, Any]:
    """What a canonical text says: written in any other way it could be read in two ways."""
    said: dict[str, Any] = json.loads(text)
    if json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")) != text:
        raise MisfitError(f"{place}: 写法不合规范 / it is not in the canonical form")
    if said["format"] not in FORMATS:
        raise ValueError(f"请下载新的核验程序 / get a newer program: format {said['format']}")
    return said


class Streams:
    """What is known of the streams that are shown, and of those who act in them."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[int, int, str | None]] = {}
        self.persons: dict[str, tuple[str, Any]] = {}
        self.entries = self.unbound = 0

    def add(self, said: dict[str, Any]) -> None:
        """The next entry of a stream: its number, and from format 2 on what it is bound to."""
        stream, form = said["stream"], said["format"]
        last, before, name = self.last.get(stream, (0, 1, None))
        if said["number"] != last + 1:
            raise MisfitError(f"{stream} 第 {last + 1} 条缺失 / entry {last + 1} of it is missing")
        place = f"{stream} 第 {last + 1} 条 / entry {last + 1} of it"
        if form < before:
            raise MisfitError(f"{place}: 格式倒退 / its format is an earlier one than before")
        self.last[stream] = last + 1, form, said.get("name")
        self.entries += 1
        if form == 1:
            self.unbound += 1
        else:
            self.check_bound(said, place, name)

    def check_bound(self, said: dict[str, Any], place: str, name: str | None) -> None:
        """A stream keeps its name, an actor stays one person in one stream, unknown as they are."""
        found, actor, person = said.get("name"), said["actor"], said.get("person")
        if not is_digest(found) or (name is not None and found != name):
            raise MisfitError(
                f"{place}: 事项换了名 / the name of its stream is another than before"
            )
        if (actor is None) != (person is None) or (actor is not None and not is_digest(person)):
            raise MisfitError(f"{place}: 没有封存经手人 / it does not bind who acted")
        bound = said["stream"], person
        if actor is not None and self.persons.setdefault(actor, bound) != bound:
            raise MisfitError(f"{place}: 经手人换了 / its actor is another person than before")


class OpenSeal:
    """A seal while its entries are read; `peaks` are roots of perfect subtrees (RFC 6962)."""

    def __init__(self, line: dict[str, Any], number: int, before: OpenSeal | None) -> None:
        self.before: int = before.before + before.size if before else 0
        self.number, self.digest = number, b""
        self.size: int = 0
        self.peaks: list[bytes] = []
        self.shown: list[dict[str, Any]] = []
        self.said = read_text(line["seal"], self.place())
        self.head = sha256(line["seal"].encode("utf-8", "surrogateescape")).hex()
        if line["head"] != self.head:
            raise MisfitError(f"{self.place()}: 封存码不符 / its head is not the hash of its text")
        previous, form = (before.head, before.said["format"]) if before else ("0" * 64, 1)
        if self.said["seal"] != number or self.said["previous"] != previous:
            raise MisfitError(f"{self.place()}: 封存链断开 / the chain of seals is broken")
        if self.said["entries"] != self.before + self.said["leaves"]:
            raise MisfitError(f"{self.place()}: 总条数不符 / its count of all entries is wrong")
        if self.said["format"] < form:
            raise MisfitError(f"{self.place()}: 格式倒退 / its format is an earlier one")

    def place(self, index: int | None = None) -> str:
        index = self.size if index is None else index
        entry, seal = self.before + index + 1, self.number
        return (
            f"第 {entry} 条（封存 {seal}，叶 {index}） / entry {entry} (seal {seal}, leaf {index})"
        )

    def add(self, leaf: dict[str, Any]) -> None:
        digest, body = bytes.fromhex(leaf["digest"]), leaf.get("body")
        place = f"{self.place()} {leaf['digest']}"
        if leaf["index"] != self.size:
            raise MisfitError(f"{self.place()}: 缺失 / it is missing")
        if leaf.get("missing"):
            raise MisfitError(f"{place}: 已被删除 / it was deleted")
        if body is not None and sha256(body.encode("utf-8", "surrogateescape")) != digest:
            raise MisfitError(f"{place}: 内容被改动 / its body was changed")
        if digest <= self.digest:
            raise MisfitError(f"{place}: 次序被调换 / it is out of order")
        if body is not None:
            said = read_text(body, place)
            if said["format"] < self.said["format"]:
                raise MisfitError(f"{place}: 格式倒退 / its format is earlier than its seal's")
            self.shown.append(said)
        node, size = sha256(b"\x00" + digest), self.size
        while size & 1:
            node, size = sha256(b"\x01" + self.peaks.pop() + node), size >> 1
        self.peaks.append(node)
        self.size, self.digest = self.size + 1, digest

    def close(self, streams: Streams) -> None:
        """Check what can be known at the end of the seal."""
        if self.size != self.said["leaves"]:
            raise MisfitError(
                f"{self.place()}: 条数与封存不符 / the seal counts {self.said['leaves']}"
            )
        for said in sorted(self.shown, key=lambda said: (said["stream"], said["number"])):
            streams.add(said)
        root = self.peaks.pop()
        while self.peaks:
            root = sha256(b"\x01" + self.peaks.pop() + root)
        if root.hex() != self.said["root"]:
            raise MisfitError(
                f"{self.place(0)}: 此处起有改动 / changed from here on: not the sealed root"
            )


def verify(
    lines: Iterable[dict[str, Any]],
    held_heads: list[str],
    held_by_seal: dict[int, str],
    receipts: set[str],
) -> tuple[int, int, Streams]:
    """Return (seals, entries, streams); raise MisfitError for the first thing that does not fit."""
    seal: OpenSeal | None = None
    seals, streams = 0, Streams()
    for line in lines:
        if "seal" not in line:
            if seal is None:
                raise MisfitError("第 1 行不是封存 / the first line is not a seal")
            seal.add(line)
            if line["digest"] in receipts:
                print(f"回执在此 / your receipt stands: {seal.place(line['index'])}")
                receipts.discard(line["digest"])
            continue
        if seal:
            seal.close(streams)
        seals += 1
        seal = OpenSeal(line, seals, seal)
        if held_by_seal.pop(seals, seal.head) != seal.head:
            raise MisfitError(
                f"{seal.place()}: 与您持有的封存码不符 / seal {seals} is not the one you hold"
            )
        held_heads = [held for held in held_heads if not seal.head.startswith(held)]
    if seal:
        seal.close(streams)
    entries = seal.before + seal.size if seal else 0
    if held_heads or held_by_seal:
        raise MisfitError(
            f"第 {entries + 1} 条起被截去或改写，找不到您持有的封存码 / "
            f"cut off or rewritten from entry {entries + 1} on: no seal has the head you hold"
        )
    if receipts:
        raise MisfitError(f"没有这张回执 / no such receipt: {', '.join(receipts)}")
    return seals, entries, streams


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
                    if sha256(text.encode()).hex() != head:
                        raise ValueError(f"这一行已损坏 / a damaged line in {value}: {head}")
                    held_by_seal[json.loads(text)["seal"]] = head
        else:
            digits = "".join(value.split()).lower()
            if len(digits) < 16 or set(digits) - HEXADECIMAL:
                raise ValueError(f"封存码至少 16 位 / not a head of at least 16 digits: {value}")
            held_heads.append(digits)
    return held_heads, held_by_seal


def read_receipt(value: str) -> str:
    digits = "".join(value.split()).lower()
    if not is_digest(digits):
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
        seals, entries, streams = verify(
            read_lines(given.record), held_heads, held_by_seal, receipts
        )
    except MisfitError as misfit:
        print(f"不符 / DOES NOT FIT: {misfit}")
        return 1
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        print(f"文件无法读取 / can't read the file: {error!r}")
        return 2
    print(f"相符 / everything fits: {entries} 条记录 entries, {seals} 次封存 seals")
    hidden = entries - streams.entries
    print(f"其中 {hidden} 条只公开摘要 / of these {hidden} are shown as digests only")
    if streams.unbound:
        print(
            f"{streams.unbound} 条为旧格式，未封存事项名和经手人 / "
            f"{streams.unbound} of format 1, which seals neither names of streams nor persons"
        )
    if not given.head:
        print(
            "没有用您自己保存的封存码核对：整本账可能被换过 / "
            "not compared with a head of your own: the whole record could be another"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
