class ReceiptConverter:
    """The digest of an entry, as a receipt prints it."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
