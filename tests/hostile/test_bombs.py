"""Pictures made to be laborious: refused by what they are made of, before anybody decodes them."""

from __future__ import annotations

import os
import resource
import signal
from contextlib import ExitStack

import pytest

from acting.refusals import NotNow
from issues.decoding import decoder as decoding
from issues.decoding import slots
from issues.decoding.child import MOST_MEMORY
from issues.decoding.decoder import Decoder
from issues.decoding.outline import Outline
from issues.decoding.slots import AT_THE_DOOR, NoPlace, place
from issues.photo_formats import PhotoProblem, PhotoReason
from issues.photos import Allowance, outline_of, process
from tests.hostile import bombs
from tests.hostile.places import nobody_decodes

REFUSED = {
    PhotoReason.LABORIOUS: bombs.LABORIOUS,
    PhotoReason.TOO_LARGE: bombs.TOO_LARGE,
    PhotoReason.MOVING: bombs.MOVING,
    PhotoReason.BROKEN: bombs.BROKEN,
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_bomb_is_refused_by_its_structure(reason: PhotoReason) -> None:
    with nobody_decodes():
        for name, made in REFUSED[reason].items():
            with pytest.raises(PhotoProblem) as problem:
                process(made())
            assert problem.value.reason is reason, name
        with pytest.raises(NotNow):
            process(bombs.drawn((40, 30), "JPEG"))


@pytest.mark.parametrize("name", bombs.LEFT_BEHIND)
def test_what_only_describes_a_picture_never_reaches_a_decoder(name: str) -> None:
    file = bombs.LEFT_BEHIND[name]()
    outline = outline_of(file)
    assert len(outline.plain) < 5_000
    assert not outline.profile
    assert outline.orientation == (3 if name.startswith("notes") else 1)
    assert len(process(file)) == 3


def test_pictures_of_forty_scans_and_a_thousand_segments_are_still_photos() -> None:
    """Nobody's camera comes near; the limits themselves are kept."""
    scans = bombs.drawn((200, 100), "JPEG", progressive=True).count(bombs.SCAN)
    assert outline_of(bombs.many_scans(40 - scans, (200, 100))).kind == "JPEG"
    assert outline_of(bombs.notes_without_end(900)).kind == "JPEG"
    assert outline_of(bombs.filling(900)).kind == "JPEG"


def test_one_sending_has_an_end() -> None:
    """Three pictures of sixteen megapixels that can only be decoded whole, or four of fifty."""
    progressive = bombs.drawn((4_096, 4_000), "JPEG", "L", progressive=True)
    baseline = bombs.drawn((8_192, 6_144), "JPEG", "L")
    for photo, most in ((progressive, 3), (baseline, 4)):
        allowance, work = Allowance(), outline_of(photo).work
        for _ in range(most):
            allowance.spend(work)
        with pytest.raises(PhotoProblem) as problem:
            process(photo, allowance=allowance)
        assert problem.value.reason is PhotoReason.TOO_MUCH


@pytest.mark.processes
def test_a_child_that_takes_too_long_is_ended_by_the_kernel_and_replaced() -> None:
    """Given what no structure lets through, the child has a limit of its own."""
    bomb = bombs.many_scans(1_000)
    outline = Outline(kind="JPEG", width=1, height=1, in_parts=False, plain=bomb)
    child = Decoder(most_seconds=1)
    with pytest.raises(PhotoProblem) as problem:
        child.render(outline)
    assert problem.value.reason is PhotoReason.LABORIOUS
    assert child.process.returncode == -signal.SIGXCPU
    assert not child.is_alive


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux tells")
def test_a_child_has_little_memory_no_files_and_no_secrets() -> None:
    process(bombs.drawn((40, 30), "JPEG"))
    pid = decoding._idle[-1].process.pid
    assert resource.prlimit(pid, resource.RLIMIT_AS)[0] == MOST_MEMORY
    assert resource.prlimit(pid, resource.RLIMIT_FSIZE)[0] == 0
    assert resource.prlimit(pid, resource.RLIMIT_CORE)[0] == 0
    assert resource.prlimit(pid, resource.RLIMIT_CPU)[0] > 0
    with open(f"/proc/{pid}/environ", "rb") as told:
        names = {one.partition(b"=")[0].decode() for one in told.read().split(b"\0") if one}
    assert names <= set(decoding.HANDED_ON) | {"LC_CTYPE"}


def test_a_dead_child_is_replaced_and_a_living_one_kept() -> None:
    photo = bombs.drawn((40, 30), "JPEG")
    process(photo)
    pid = decoding._idle[-1].process.pid
    with pytest.raises(PhotoProblem):
        process(bombs.drawn((400, 300), "PNG")[:-30] + bombs.chunk(b"IEND", b""))
    process(photo)
    assert decoding._idle[-1].process.pid == pid
    os.kill(pid, signal.SIGKILL)
    decoding._idle[-1].process.wait()
    process(photo)
    assert decoding._idle[-1].process.pid != pid


def test_a_child_that_dies_over_a_picture_costs_that_picture_alone() -> None:
    photo = bombs.drawn((40, 30), "JPEG")
    with decoding.decoder() as child:
        os.kill(child.process.pid, signal.SIGKILL)
        with pytest.raises(PhotoProblem) as problem:
            child.render(outline_of(photo))
    assert problem.value.reason is PhotoReason.BROKEN
    assert len(process(photo)) == 3


def test_so_many_threads_of_a_process_wait_for_photos_and_no_more() -> None:
    """The others go on serving pages, the health check among them."""
    with ExitStack() as stack:
        for _ in range(AT_THE_DOOR - 1):
            assert slots._door.acquire(blocking=False)
            stack.callback(slots._door.release)
        stack.enter_context(place(stranger=False))
        with pytest.raises(NoPlace), place(stranger=False):
            pass
    with place(stranger=False):
        pass


def test_places_are_counted_on_the_machine_and_strangers_leave_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(slots, "PATIENCE", 0)
    with place(stranger=True):
        with pytest.raises(NoPlace), place(stranger=True):
            pass
        with place(stranger=False), pytest.raises(NoPlace), place(stranger=False):
            pass
    with place(stranger=True):
        pass
