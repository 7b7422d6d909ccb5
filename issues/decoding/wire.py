"""How parent and child speak: a head in JSON behind its length, then the bytes that it counts."""

import json
from typing import IO, Any, Final

LENGTH: Final = 4
# A head of ours has a hundred bytes.
MOST_HEAD: Final = 1_000


def write(target: IO[bytes], head: Any, *parts: bytes) -> None:
    said = json.dumps(head).encode()
    for part in (len(said).to_bytes(LENGTH), said, *parts):
        target.write(part)
    target.flush()


def read_head(source: IO[bytes]) -> Any:
    """Raises EOFError where nothing more comes, ValueError for what is no head."""
    length = int.from_bytes(read(source, LENGTH, most=LENGTH))
    return json.loads(read(source, length, most=MOST_HEAD))


def read(source: IO[bytes], length: int, *, most: int) -> bytes:
    if not 0 <= length <= most:
        raise ValueError("more than ours say")
    said = source.read(length)
    if len(said) < length:
        raise EOFError
    return said
