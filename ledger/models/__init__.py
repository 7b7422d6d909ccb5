from ledger.models.entry import Entry
from ledger.models.seal import Seal, SealLeaf, Unsealed
from ledger.models.side import Pseudonym, Text
from ledger.models.stream import Stream

__all__ = ["Entry", "Pseudonym", "Seal", "SealLeaf", "Stream", "Text", "Unsealed"]
