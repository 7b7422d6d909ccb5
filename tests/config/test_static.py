"""What `collectstatic` leaves compressed: what pages name, and nothing that none asks for."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from config.static import NamedFilesStorage

LONG = "/* What stands here is said again, and again, so that it gets smaller. */\n" * 50
FILES = ("css/page.css", "vendor/tool.js", "vendor/tool.min.js")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> NamedFilesStorage:
    folder = tmp_path_factory.mktemp("static")
    storage = NamedFilesStorage(location=folder)  # type: ignore[no-untyped-call]
    for name in FILES:
        storage.save(name, ContentFile(LONG))
    written = {name: (storage, name) for name in FILES}
    for _file in storage.post_process(written):  # type: ignore[no-untyped-call]
        pass
    return storage


def forms(storage: NamedFilesStorage, name: str) -> set[str]:
    """In which forms the file lies there beside its own."""
    file = Path(storage.path(name))
    return {found.suffix for found in file.parent.glob(f"{file.name}.*")}


def test_what_pages_name_is_there_compressed(collected: NamedFilesStorage) -> None:
    for name in ("css/page.css", "vendor/tool.min.js"):
        assert forms(collected, collected.stored_name(name)) == {".br", ".gz"}, name


def test_what_no_page_names_is_there_as_it_is(collected: NamedFilesStorage) -> None:
    for name in (*FILES, collected.stored_name("vendor/tool.js")):
        assert Path(collected.path(name)).read_text(encoding="utf-8") == LONG, name
        assert forms(collected, name) == set(), name
