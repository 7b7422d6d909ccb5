"""The record as files: parts of one moment, packed once, given whole and in pieces."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from ledger.actions import write_files as writing
from ledger.actions.append import append
from ledger.actions.publish import set_public
from ledger.actions.seal import seal
from ledger.actions.write_files import write_files
from ledger.queries.download import public_streams, record_lines
from ledger.queries.heads import head_lines
from ledger.record_files import LIST, RecordFiles, read_list
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.RECORD_ROOT = tmp_path / "record"
    return tmp_path / "record"


def sealed(*names: str) -> None:
    for name in names:
        append([act(name)])
        seal()


def files() -> RecordFiles:
    found = read_list()
    assert found is not None
    return found


def content(answer: object) -> bytes:
    assert isinstance(answer, HttpResponse | StreamingHttpResponse)
    return b"".join(answer)


def written(kind: str = "record", *, packed: bool = False) -> bytes:
    return files().whole(kind).opened(packed=packed).read()


def test_parts_together_are_the_record_plain_and_packed() -> None:
    sealed(*(f"issue:{number}" for number in range(7)))
    write_files(largest=3)
    assert [(part.first, part.last) for part in files().parts] == [(1, 3), (4, 6), (7, 7)]
    for kind, lines in (("record", record_lines()), ("heads", head_lines())):
        text = "".join(lines).encode()
        assert written(kind) == text
        assert gzip.decompress(written(kind, packed=True)) == text


def test_a_part_that_is_full_stays_as_it_is_and_the_last_one_grows() -> None:
    sealed(*(f"issue:{number}" for number in range(4)))
    write_files(largest=3)
    before = files().parts
    sealed("issue:later")
    write_files(largest=3)
    assert files().parts[0] == before[0]
    assert [(part.first, part.last) for part in files().parts] == [(1, 3), (4, 5)]


def test_what_stands_is_not_written_again(folder: Path) -> None:
    sealed("issue:one")
    write_files()
    stood = {file.name: file.stat().st_mtime_ns for file in folder.iterdir() if file.name != "lock"}
    write_files()
    now = {file.name: file.stat().st_mtime_ns for file in folder.iterdir() if file.name != "lock"}
    assert now == stood


def test_a_matter_that_is_hidden_is_gone_as_soon_as_that_is_committed(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sealed("issue:one", "issue:two")
    write_files(largest=1)
    first, second = (part.record.name for part in files().parts)
    with django_capture_on_commit_callbacks(execute=True):
        set_public("issue:one", public=False)
    assert written() == "".join(record_lines()).encode()
    assert b"body" not in written().splitlines()[1]
    assert client.get(f"/record/parts/{first}").status_code == 404
    assert client.get(f"/record/parts/{second}").status_code == 200


def test_a_matter_that_is_hidden_while_others_write_is_gone_once_they_have_written(
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    sealed("issue:one", "issue:two")

    def hidden_just_then() -> frozenset[int]:
        """The lock is held, and what is shown was read a moment ago."""
        monkeypatch.setattr(writing, "public_streams", public_streams)
        found = public_streams()
        with django_capture_on_commit_callbacks(execute=True):
            set_public("issue:one", public=False)
        return found

    monkeypatch.setattr(writing, "public_streams", hidden_just_then)
    write_files()
    assert written() == "".join(record_lines()).encode()
    assert b"body" not in written().splitlines()[1]


def test_who_began_with_an_earlier_list_reads_it_to_its_end() -> None:
    sealed("issue:one", "issue:two")
    write_files(largest=1)
    earlier, text = files().whole("record").opened(packed=False), "".join(record_lines()).encode()
    begun = earlier.read(10)
    set_public("issue:two", public=False)
    write_files(largest=1)
    assert begun + earlier.read() == text


def test_what_nobody_reads_any_more_is_thrown_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed("issue:one")
    write_files()
    left = files().parts[0].record.name
    monkeypatch.setattr(writing, "READ_ON", 0)
    sealed("issue:two")
    write_files()
    assert not (folder / left).exists()


@pytest.mark.parametrize("lost", ["list", "part", "all"])
def test_what_is_lost_is_made_again(folder: Path, lost: str) -> None:
    sealed("issue:one", "issue:two")
    write_files(largest=1)
    chosen = {"list": [folder / LIST], "part": [folder / files().parts[0].record.name]}
    for file in chosen.get(lost, list(folder.iterdir())):
        file.unlink()
    write_files(largest=1)
    assert written() == "".join(record_lines()).encode()


def test_files_of_another_database_are_not_taken_for_this_ones(folder: Path) -> None:
    sealed("issue:one")
    write_files()
    told = json.loads((folder / LIST).read_text())
    told["parts"][0]["head"] = "0" * 64
    (folder / LIST).write_text(json.dumps(told))
    sealed("issue:two")
    write_files(largest=1)
    assert [part.head for part in files().parts] == [line.split()[0] for line in head_lines()]


def test_a_command_writes_all_anew(folder: Path) -> None:
    sealed("issue:one")
    write_files()
    (folder / files().parts[0].record.name).write_text("torn")
    call_command("write_record", anew=True)
    assert written() == "".join(record_lines()).encode()


def test_sealing_goes_on_where_the_disk_takes_nothing(
    settings: Settings,
    tmp_path: Path,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    (tmp_path / "file").touch()
    settings.RECORD_ROOT = tmp_path / "file" / "record"
    append([act()])
    with django_capture_on_commit_callbacks(execute=True):
        assert len(seal()) == 1
    answer = client.get("/record/download/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    # It is read, and not kept as a file that is no record.
    assert "Content-Disposition" not in answer.headers


def test_who_has_the_record_is_told_so(client: Client) -> None:
    sealed("issue:one")
    answer = client.get("/record/download/")
    again = client.get("/record/download/", headers={"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, content(again)) == (304, b"")
    packed = client.get("/record/download/", headers={"accept-encoding": "gzip"})
    assert packed.headers["ETag"] != answer.headers["ETag"]
    assert int(packed.headers["Content-Length"]) == len(content(packed))
    assert not answer.headers["ETag"].startswith("W/")


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=10-19", 10, 20), ("bytes=900-", 900, None), ("bytes=-9", -9, None)],
)
@pytest.mark.parametrize("coding", ["", "gzip"])
def test_a_download_that_was_broken_off_goes_on(
    client: Client, asked: str, start: int, end: int | None, coding: str
) -> None:
    sealed(*(f"issue:{number}" for number in range(9)))
    write_files(largest=2)
    told = {"accept-encoding": coding}
    whole = content(client.get("/record/download/", headers=told))
    rest = client.get("/record/download/", headers={"range": asked, **told})
    assert (rest.status_code, content(rest)) == (206, whole[start:end])
    assert rest.headers["Content-Range"].endswith(f"/{len(whole)}")
    changed = client.get("/record/download/", headers={"range": asked, "if-range": '"x"', **told})
    assert (changed.status_code, content(changed)) == (200, whole)


@pytest.mark.parametrize("asked", ["bytes=0-{0}", "bytes={0}-", "bytes=-{0}", "bytes=٣-"])
def test_a_range_that_no_file_has_is_no_range(client: Client, asked: str) -> None:
    """Python reads no number of more than 4,300 digits."""
    sealed("issue:one")
    told = {"range": asked.format("9" * 5000)}
    assert client.get("/record/heads.txt", headers=told).status_code == 200


def test_what_lies_beyond_the_end_is_not_there(client: Client) -> None:
    sealed("issue:one")
    answer = client.get("/record/heads.txt", headers={"range": "bytes=99999-"})
    assert answer.status_code == 416


def test_parts_are_listed_kept_for_ever_and_make_up_the_record(client: Client) -> None:
    sealed("issue:one", "issue:two")
    write_files(largest=1)
    listed = client.get("/record/parts.json").json()["parts"]
    answers = [client.get(part["record"]) for part in listed]
    assert b"".join(content(answer) for answer in answers) == written()
    assert all("immutable" in answer.headers["Cache-Control"] for answer in answers)
    assert "immutable" not in client.get("/record/download/").headers["Cache-Control"]
