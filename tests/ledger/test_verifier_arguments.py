"""What a stranger types beside the file, asked of the lone program."""

from pathlib import Path

from tests.ledger.test_verifiers import standalone_verify


def test_a_receipt_cut_short_is_not_called_missing_from_the_record(tmp_path: Path) -> None:
    record = tmp_path / "record.jsonl"
    record.write_text("", encoding="utf-8")
    found = standalone_verify(record, "--receipt", "0123456789abcdef")
    assert found.returncode == 2
    assert "not a receipt of 64 digits" in found.stdout
