from email.message import Message
from pathlib import Path

import pytest
from vulture import Vulture

from tools import sbom
from tools.checks import addresses, circles, licences, locks, sizes
from tools.checks.unused import is_constant


def test_a_lock_that_lags_behind_its_wishes_is_named(tmp_path: Path) -> None:
    wanted, lock = tmp_path / "some.in", tmp_path / "some.txt"
    wanted.write_text("Django~=5.2.0\n")
    lock.write_text(locks.header(wanted) + "django==5.2.1 \\\n    --hash=sha256:0\n    # via x\n")
    assert list(locks.problems_of(wanted, lock)) == []
    wanted.write_text("Django~=6.0.0\n")
    assert list(locks.problems_of(wanted, lock)) == [
        "some.txt does not belong to some.in: run `make lock`"
    ]


def test_a_package_without_a_digest_is_named(tmp_path: Path) -> None:
    wanted, lock = tmp_path / "some.in", tmp_path / "some.txt"
    wanted.write_text("Django\n")
    lock.write_text(locks.header(wanted) + "django==5.2.1 \\\n    --hash=sha256:0\nredis==7.0\n")
    assert list(locks.problems_of(wanted, lock)) == ["some.txt holds redis without a digest"]


@pytest.mark.parametrize("line", ["--find-links wheels", "x @ wheels/x"])
def test_a_lock_that_says_where_packages_come_from_is_named(tmp_path: Path, line: str) -> None:
    wanted, lock = tmp_path / "some.in", tmp_path / "some.txt"
    wanted.write_text("Django\n")
    lock.write_text(f"{locks.header(wanted)}{line}\ndjango==5.2.1 \\\n    --hash=sha256:0\n")
    assert [found.partition(",")[0] for found in locks.problems_of(wanted, lock)] == [
        "some.txt names a source of packages"
    ]


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        ({"License-Expression": "MIT"}, []),
        ({"License-Expression": "GPL-3.0-only OR (MIT AND PSF-2.0)"}, []),
        ({"License-Expression": "MIT AND AGPL-3.0-only"}, ["AGPL-3.0-only"]),
        ({"Classifier": "License :: OSI Approved :: BSD License", "License": "GPL"}, []),
        ({"License": "SSPL"}, ["SSPL"]),
        ({"Classifier": "Framework :: Django"}, ["says no licence"]),
    ],
)
def test_a_package_whose_licence_nobody_accepted_is_named(
    headers: dict[str, str], named: list[str]
) -> None:
    metadata = Message()
    metadata["Name"] = "some"
    for header, value in headers.items():
        metadata[header] = value
    found = list(licences.problems_of(metadata))
    assert len(found) == len(named)
    assert all(name in said for name, said in zip(named, found, strict=True))


def test_the_list_of_what_production_is_made_of_has_versions_digests_and_licences() -> None:
    lock = "django==5.2.1 \\\n    --hash=sha256:" + "a" * 64 + "\nasgiref==3.9.0 \\\n"
    lock += "    --hash=sha256:" + "b" * 64 + "\n    --hash=sha256:" + "c" * 64 + "\n"
    bom = sbom.bom_of(lock)
    found = {one.name: one for one in bom.components}
    assert {name: one.version for name, one in found.items()} == {
        "django": "5.2.1",
        "asgiref": "3.9.0",
    }
    assert sorted(one.content for one in found["asgiref"].hashes) == ["b" * 64, "c" * 64]
    assert [one.name for one in found["django"].licenses] == ["BSD-3-Clause"]
    of_django = next(one for one in bom.dependencies if one.ref == found["django"].bom_ref)
    assert [one.ref for one in of_django.dependencies] == [found["asgiref"].bom_ref]
    assert bom.serial_number == sbom.bom_of(lock).serial_number


def test_comments_and_order_of_wishes_do_not_matter(tmp_path: Path) -> None:
    first, second = tmp_path / "a.in", tmp_path / "b.in"
    first.write_text("# why\nredis\ncelery\n")
    second.write_text("celery\nredis\n")
    assert locks.wishes(first) == locks.wishes(second)


@pytest.mark.parametrize(
    "text",
    ["see https://" + "pypi" + ".org/simple", "cd /ro" + "ot/clone", "open('/ho" + "me/ada/x')"],
)
def test_addresses_and_paths_of_one_machine_are_seen(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "texts", lambda: [(Path("a.md"), f"first\n{text}\n")])
    assert [found.partition(" ")[0] for found in addresses.problems()] == ["a.md:2"]


@pytest.mark.parametrize("text", ["/issues/work/", "https://host/home/", "~/root/", "var/home/"])
def test_paths_of_the_site_are_none_of_a_machine(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "texts", lambda: [(Path("a.md"), text)])
    assert list(addresses.problems()) == []


def test_a_long_function_is_named_and_a_long_test_is_not() -> None:
    body = "\n".join(["def slow() -> None:", *["    x = 1"] * 60]) + "\n"
    assert list(sizes.problems_of(Path("issues/a.py"), body)) == ["issues/a.py:1 slow has 61 lines"]
    assert list(sizes.problems_of(Path("tests/a.py"), body)) == []


def test_a_constant_that_nothing_uses_is_seen_and_a_member_of_a_choice_is_not(
    tmp_path: Path,
) -> None:
    source = tmp_path / "parts.py"
    source.write_text('LEFT = 1\n\n\nclass Way:\n    PHONE = "phone"\n')
    reader = Vulture()
    reader.scavenge([str(source)])
    assert [item.name for item in reader.get_unused_code() if is_constant(item)] == ["LEFT"]


def test_a_circle_of_imports_is_named_wherever_they_stand() -> None:
    sources = {
        Path("issues/__init__.py"): "",
        Path("issues/a.py"): "from issues import b\n",
        Path("issues/b.py"): "def late() -> None:\n    from issues.c import C\n",
        Path("issues/c.py"): "import issues.d\n\nclass C: ...\n",
        Path("issues/d.py"): "",
    }
    assert list(circles.problems_of(sources)) == []
    sources[Path("issues/d.py")] = (
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from issues.a import A\n"
    )
    assert list(circles.problems_of(sources)) == [
        "a circle of imports: issues.a → issues.b → issues.c → issues.d → issues.a"
    ]
