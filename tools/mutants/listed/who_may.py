"""Rules about who may do what, and who sees it."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

ACTIONS = "tests/issues/actions"
AT_ONCE = "tests/issues/test_at_once.py"

MUTANTS: Listed = {
    "issues/rules.py": [
        Without(
            "nobody checks their own work",
            "return works_there(standing, facts) and standing.user_id != facts.delivered_by",
            "return works_there(standing, facts)",
            (f"{ACTIONS}/test_verify.py",),
        ),
        Without(
            "nobody calls about their own work",
            "return somebody and standing.user_id != facts.delivered_by",
            "return somebody",
            (f"{ACTIONS}/test_call_back.py",),
        ),
        Without(
            "nobody supports their own matter",
            "        and not is_reporter(standing, facts)\n",
            "",
            (f"{ACTIONS}/test_support.py",),
        ),
        Without(
            "dispatchers speak for their general office only",
            "return holder.general_office and standing.holds_over(Role.DISPATCHER, ",
            "return standing.holds_over(Role.DISPATCHER, ",
            (f"{ACTIONS}/test_verify.py", f"{ACTIONS}/test_who_may.py"),
        ),
        Without(
            "supervisors read nothing of a dispute",
            "return reached or not facts.is_dispute",
            "return True",
            ("tests/issues/queries",),
        ),
        Without(
            "a department pushes nothing up",
            "return facts.level != Level.DEPARTMENT and holds_lead(standing, facts)",
            "return holds_lead(standing, facts)",
            (f"{ACTIONS}/test_push_up.py", f"{ACTIONS}/test_who_may.py"),
        ),
        Without(
            "three calls and no more",
            "MOST_CALL_BACKS = 3",
            "MOST_CALL_BACKS = 4",
            (f"{ACTIONS}/test_call_back.py", "tests/issues/states/test_calls.py"),
        ),
    ],
    "issues/queries/visible.py": [
        Without(
            "supervisors find no dispute",
            "_below(path) & (reached | ~Q(category__private=True))",
            "_below(path)",
            ("tests/issues/queries",),
        ),
        Without(
            "what is not public is found by nobody else",
            "public | _merged_with_theirs(standing) | inside(standing)",
            "Q()",
            ("tests/issues/queries",),
        ),
    ],
    "issues/queries/facts.py": [
        Without(
            "facts are read whole or not at all",
            'raise FactsMissingError(f"{annotation}: read the issue with_facts()") from missing',
            "return 0",
            ("tests/issues/queries/test_facts.py",),
        ),
        Without(
            "calls are counted by round",
            'CallBack.objects.filter(round=OuterRef("unsolved_rounds") + 1)',
            "CallBack.objects.all()",
            ("tests/issues/queries/test_facts.py",),
        ),
        Without(
            "the handler is the lead's",
            'issue=OuterRef("pk"), assignment__role=TurnRole.LEAD',
            'issue=OuterRef("pk")',
            ("tests/issues/queries/test_facts.py",),
        ),
    ],
    "issues/casework/locking.py": [
        Without(
            "a sweep skips what is in other hands",
            "_locked(keys, skip_locked=True)",
            "_locked(keys)",
            (
                "tests/issues/test_sweep_processes.py::test_a_batch_full_of_matters_in_other_hands_still_reaches_those_behind",
            ),
        ),
        Without(
            "whoever acts holds the issue",
            "_in_order().select_for_update())",
            "_in_order())",
            (AT_ONCE,),
        ),
    ],
    "acting/guard.py": [
        Without(
            "the act asks who may",
            "if not row.who(by, of):",
            "if row is None:",
            (f"{ACTIONS}/test_who_may.py",),
        ),
        Without(
            "the act asks whether the page is still true",
            "if seen is not None and seen != version:",
            "if row is None:",
            (f"{ACTIONS}/test_refusals.py",),
        ),
        Without(
            "the act asks whether the stage allows it",
            "return None if row.allows(of) else self.not_now(row.why_not(of))",
            "return None",
            ("tests/issues/states/test_stages.py",),
        ),
    ],
    "issues/actions/see_contact.py": [
        Without(
            "each look at a number is recorded",
            'case.record_inside("contact_seen")',
            "pass",
            (f"{ACTIONS}/test_see_contact.py",),
        ),
    ],
}
