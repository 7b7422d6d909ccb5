from __future__ import annotations

import ast
import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.queries.download import record_lines
from ledger.standalone import verify
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


def read(client: Client, path: str, **extra: str) -> bytes:
    answer = client.get(path, **extra)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert isinstance(answer, StreamingHttpResponse)
    return b"".join(answer)


def test_what_a_stranger_downloads_verifies_with_the_program_they_download(
    client: Client, tmp_path: Path
) -> None:
    (entry, _) = append([act("public"), act("private", public=False)])
    seal()
    append([act("public")])
    seal()
    for name, path in (
        ("record.jsonl", "download/"),
        ("verify.py", "verify.py"),
        ("heads.txt", "heads.txt"),
    ):
        (tmp_path / name).write_bytes(read(client, f"/record/{path}"))
    head = (tmp_path / "heads.txt").read_text().splitlines()[-1].split()[0]
    ran = subprocess.run(
        [sys.executable, "-I", "verify.py", "record.jsonl", "--head", head, "--head", "heads.txt",
         "--receipt", entry.receipt],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_private_entries_leave_as_digests_only(client: Client) -> None:
    (private, public) = append(
        [act("issue:hidden", public=False, kind="dispute.raised"), act("issue:shown")]
    )
    seal()
    lines = [json.loads(line) for line in read(client, "/record/download/").splitlines()]
    by_digest = {line["digest"]: line for line in lines if "digest" in line}
    assert set(by_digest[private.receipt]) == {"index", "digest"}
    assert json.loads(by_digest[public.receipt]["body"])["kind"] == "issue.raised"


def test_neither_names_nor_texts_nor_persons_leave(client: Client) -> None:
    append([act("issue:the-name", actor_id=987654321, texts={"words": "三单元李家"})])
    seal()
    whole = read(client, "/record/download/").decode()
    for secret in ("the-name", "987654321", "李家", "\\u674e"):
        assert secret not in whole


def test_a_waiting_entry_is_not_in_the_download(client: Client) -> None:
    append([act()])
    assert read(client, "/record/download/") == b""
    assert read(client, "/record/heads.txt") == b""


def test_the_download_is_compressed_for_who_can_read_it(client: Client) -> None:
    append([act(f"issue:{number}") for number in range(50)])
    seal()
    plain = read(client, "/record/download/")
    zipped = read(client, "/record/download/", HTTP_ACCEPT_ENCODING="gzip")
    assert gzip.decompress(zipped) == plain
    assert len(zipped) < len(plain) / 2


def test_many_small_seals_are_read_a_page_at_a_time() -> None:
    append([act() for _ in range(40)])
    seal(largest=1)
    with CaptureQueriesContext(connection) as captured:
        lines = list(record_lines())
    assert len(lines) == 80
    assert len(captured) == 4


def test_a_download_costs_one_question(client: Client) -> None:
    append([act()])
    seal()
    read(client, "/record/download/")
    with CaptureQueriesContext(connection) as captured:
        read(client, "/record/download/")
    assert len(captured) == 1


@pytest.mark.parametrize(
    ("content", "options", "code", "says"),
    [
        ("", (), 0, "0 条记录"),
        ("", ("--head", "0123456789abcdef"), 1, "from entry 1 on"),
        ("not json\n", (), 2, "can't read the file"),
        ('{"index":0,"digest":"00"}\n', (), 1, "first line is not a seal"),
        ("", ("--head", "123"), 2, "not a head"),
        ("", ("--receipt", "0" * 64), 1, "no such receipt"),
    ],
)
def test_the_program_says_by_its_exit_code_what_it_found(
    tmp_path: Path, content: str, options: tuple[str, ...], code: int, says: str
) -> None:
    record = tmp_path / "record.jsonl"
    record.write_text(content)
    ran = subprocess.run(
        [sys.executable, "-I", str(verify.__file__), str(record), *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, says in ran.stdout) == (code, True), ran.stdout + ran.stderr


def test_the_program_uses_the_standard_library_only() -> None:
    tree = ast.parse(Path(str(verify.__file__)).read_text(encoding="utf-8"))
    imported = {
        (node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[
            0
        ]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert imported <= set(sys.stdlib_module_names) | {"__future__"}
