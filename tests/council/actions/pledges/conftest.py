from tests.council.table.conftest import in_english

__all__ = ["in_english"]
