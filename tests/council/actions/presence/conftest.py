from tests.council.table.conftest import in_english, meeting, opened

__all__ = ["in_english", "meeting", "opened"]
