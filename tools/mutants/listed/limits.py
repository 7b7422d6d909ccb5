"""Rules of what one may make, and of codes."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

MUTANTS: Listed = {
    "accounts/limits.py": [
        Without(
            "more than one may make is refused",
            "if pair[1] > pair[0].most]",
            "if not pair]",
            ("tests/hostile/test_limits.py",),
        ),
    ],
    "issues/casework/alarm.py": [
        Without(
            "one person's urgent matters ring once an hour",
            "counts.append(Count(f",
            "(Count(f",
            ("tests/hostile/test_limits.py",),
        ),
    ],
    "accounts/actions/send_code.py": [
        Without(
            "who asks for codes to another's number uses up their own",
            'return f"{phone} from {asking.address}" if asking.address else phone',
            "return phone",
            ("tests/hostile/test_codes.py",),
        ),
    ],
    "accounts/actions/spend_try.py": [
        Without(
            "a right code counts once",
            "(USED, CodeAnswer.RIGHT)",
            '(F("tries"), CodeAnswer.RIGHT)',
            ("tests/accounts/actions/test_send_code.py",),
        ),
    ],
}
