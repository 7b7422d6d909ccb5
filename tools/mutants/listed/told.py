"""Rules about who is told, and when."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

ACTIONS = "tests/issues/actions"

MUTANTS: Listed = {
    "acting/actions/row_statements.py": [
        Without(
            "what is there already may stay as it is",
            'INSERT_NEW = INSERT_AS_IT_IS + "ON CONFLICT DO NOTHING"',
            "INSERT_NEW = INSERT_AS_IT_IS",
            ("tests/acting/actions/test_write_rows.py",),
        ),
    ],
    "grids/queries/seats.py": [
        Without(
            "who acts is not told",
            "sorted(people - {telling.but})",
            "sorted(people)",
            (f"{ACTIONS}/test_tell.py",),
        ),
    ],
    "issues/casework/tell.py": [
        Without(
            "danger is told at night",
            "urgent=issue.matter_class == MatterClass.URGENT",
            "urgent=False",
            (f"{ACTIONS}/test_tell.py",),
        ),
    ],
    "notifications/actions/put.py": [
        Without(
            "the same is told once",
            "    ON CONFLICT DO NOTHING\n",
            "",
            ("tests/notifications/actions/test_put.py",),
        ),
        Without(
            "a letter goes only where there is an address",
            " AND (way.channel <> 'email' OR person.email <> '')",
            "",
            ("tests/notifications/actions/test_deliver_email.py",),
        ),
        Without(
            "a notice is part of its act",
            "if not connection.in_atomic_block:",
            "if connection is None:",
            ("tests/notifications/actions/test_put.py",),
        ),
    ],
    "notifications/actions/send.py": [
        Without(
            "what runs into the night waits for the morning",
            "if morning > now:",
            "if notice is None:",
            ("tests/notifications/actions/test_deliver.py",),
        ),
    ],
    "notifications/actions/claim.py": [
        Without(
            "a deliverer skips what another holds",
            'due.select_for_update(skip_locked=True, of=("self",))',
            'due.select_for_update(of=("self",))',
            ("tests/notifications/actions/test_deliver.py",),
        ),
        Without(
            "a try is counted before it is made",
            'lease_until=lease_until, attempts=F("attempts") + 1',
            "lease_until=lease_until",
            ("tests/notifications/actions/test_deliver.py",),
        ),
    ],
}
