"""Rules by which a form sent twice acts once."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

MUTANTS: Listed = {
    "acting/actions/once.py": [
        Without(
            "a key sent again acts once",
            "        if first.result:\n            return first.result\n",
            "",
            ("tests/acting/actions/test_once.py",),
        ),
        Without(
            "a key belongs to its owner",
            "get(owner=owner, key=key)",
            "filter(key=key).earliest('pk')",
            ("tests/acting/actions/test_once.py",),
        ),
    ],
    "acting/views/elsewhere.py": [
        Without(
            "who sent the same from another page is led where that led",
            "return led_by(",
            'return "" and led_by(',
            ("tests/council/test_sent_from_two_pages.py",),
        ),
    ],
    "acting/queries/submission.py": [
        Without(
            "only its owner learns where a key led",
            'owner=Given("owner", CharField()),',
            "",
            ("tests/acting/queries/test_submission.py",),
        ),
    ],
}
