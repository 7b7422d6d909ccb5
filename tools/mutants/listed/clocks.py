"""Rules about clocks."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

ACTIONS = "tests/issues/actions"

MUTANTS: Listed = {
    "issues/chain/decision.py": [
        Without(
            "a joint body's lateness moves nobody else",
            "        if clock.role == TurnRole.JOINT:\n            continue\n",
            "",
            ("tests/issues/chain/test_decision.py", f"{ACTIONS}/test_deliver.py"),
        ),
        Without(
            "a clock pushes no dispute to departments",
            "(level == Level.COMMUNITY and not is_dispute)",
            "level == Level.COMMUNITY",
            ("tests/issues/chain/test_decision.py",),
        ),
        Without(
            "what is due now is due",
            "c for c in clocks if c.due_at <= now)",
            "c for c in clocks if c.due_at < now)",
            ("tests/issues/chain/test_decision.py",),
        ),
        Without(
            "the strongest consequence wins",
            "(ClockMove.CLOSE, ClockMove.PUSH_UP, ClockMove.HAND_OVER, ClockMove.SUPERVISE)",
            "(ClockMove.SUPERVISE, ClockMove.HAND_OVER, ClockMove.PUSH_UP, ClockMove.CLOSE)",
            ("tests/issues/chain/test_decision.py",),
        ),
    ],
    "issues/casework/apply_decision.py": [
        Without(
            "a late joint body is urged itself",
            "return OnBreach.URGE if is_part else OnBreach.TELL_ABOVE",
            "return OnBreach.TELL_ABOVE",
            (f"{ACTIONS}/test_deliver.py",),
        ),
    ],
    "issues/casework/deadlines.py": [
        Without(
            "a hotline's date that is past governs no more",
            "if outside is None or outside <= case.now:",
            "if outside is None:",
            (f"{ACTIONS}/test_sweep.py", f"{ACTIONS}/test_raise_issue.py"),
        ),
    ],
    "issues/casework/clock_bounds.py": [
        Without(
            "a reminder comes when a quarter is left",
            "(due_at - starts_at) * 3 / 4",
            "(due_at - starts_at) * 1 / 2",
            (f"{ACTIONS}/test_sweep.py", f"{ACTIONS}/test_sweep_batches.py"),
        ),
    ],
    "issues/actions/sweep.py": [
        Without(
            "a failed batch is gone through to its end",
            "        _handle(keys[middle:], now, swept)\n",
            "",
            (f"{ACTIONS}/test_sweep_batches.py",),
        ),
        Without(
            "what goes through again is forgotten as a failure",
            "        forget_failures(issues)\n",
            "",
            (f"{ACTIONS}/test_sweep_batches.py",),
        ),
    ],
}
