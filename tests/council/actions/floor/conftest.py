from tests.council.table.conftest import in_english, meeting

__all__ = ["in_english", "meeting"]
