import pytest

from council.secrecy.text import bytes_of, text_of


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", bytes(range(256))])
def test_bytes_come_back(data: bytes) -> None:
    assert bytes_of(text_of(data)) == data
    assert "=" not in text_of(data)


@pytest.mark.parametrize("text", ["A", "AB==", "a+b/", "A B", "AB", "票票", "AA\n", "AAAA\x00"])
def test_one_message_has_one_text(text: str) -> None:
    """“AB” would read as the byte that “AA” stands for: a copy in other clothes."""
    assert bytes_of(text) is None
