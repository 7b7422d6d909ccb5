"""Collected static files; compressed are those that pages name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedFilesStorage(CompressedManifestStaticFilesStorage):
    """Under its plain name a file is for old links and the manifest of icons: sent as it is.

    The same for what a package brings for reading and, beside it, without blanks for sending. To
    compress everything took as long as bringing a new database up to date.
    """

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        named = {
            hashed for plain, hashed in self.hashed_files.items() if not self.has_smaller(plain)
        }
        wanted = [path for path in paths if path in named]
        yield from super().compress_files(wanted)  # type: ignore[no-untyped-call]

    def has_smaller(self, plain: str) -> bool:
        file = PurePosixPath(plain)
        return str(file.with_name(f"{file.stem}.min{file.suffix}")) in self.hashed_files
