"""Rules about acts and their words."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

ACTIONS = "tests/issues/actions"
AT_ONCE = "tests/issues/test_at_once.py"

MUTANTS: Listed = {
    "issues/acts/table.py": [
        Without(
            "what was looked into is not declined",
            "stages=frozenset({Stage.COLLECT, Stage.TOPIC}),",
            "stages=frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE}),",
            ("tests/issues/states/test_stages.py",),
        ),
        Without(
            "what is carried out is not withdrawn",
            "Act.WITHDRAW: IssueActRow(stages=BEFORE_DELIVERY,",
            "Act.WITHDRAW: IssueActRow(stages=OPEN_STAGES,",
            ("tests/issues/states/test_stages.py",),
        ),
        Without(
            "only the reporter withdraws",
            "Act.WITHDRAW: IssueActRow(stages=BEFORE_DELIVERY, who=rules.is_reporter)",
            "Act.WITHDRAW: IssueActRow(stages=BEFORE_DELIVERY, who=rules.adds)",
            (f"{ACTIONS}/test_withdraw.py",),
        ),
        Without(
            "only the reporter has the word",
            "Act.CONFIRM: IssueActRow(stages=frozenset({Stage.CONFIRM}), who=rules.is_reporter)",
            "Act.CONFIRM: IssueActRow(stages=frozenset({Stage.CONFIRM}), who=rules.adds)",
            (f"{ACTIONS}/test_confirm.py",),
        ),
        Without(
            "only the holder merges",
            "stages=frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE}),\n"
            "        who=rules.holds_lead,",
            "stages=frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE}),\n"
            "        who=rules.adds,",
            (f"{ACTIONS}/test_merge.py",),
        ),
    ],
    "issues/enums/stages.py": [
        Without(
            "a hard matter is talked over before it is carried out",
            "    MatterClass.HARD: frozenset({Stage.DELIBERATE}),\n",
            "    MatterClass.HARD: frozenset({Stage.INVESTIGATE, Stage.DELIBERATE}),\n",
            (f"{ACTIONS}/test_deliver.py", f"{ACTIONS}/test_commit.py"),
        ),
    ],
    "issues/actions/merge.py": [
        Without(
            "a merge holds both matters",
            "lock_with_merged(issue, into)",
            "lock_with_merged(issue)",
            (AT_ONCE,),
        ),
        Without(
            "merging is no way out of a clock",
            "taken = take_over(there, case)",
            "taken: dict[str, object] = {}",
            (f"{ACTIONS}/test_merge_clocks.py",),
        ),
    ],
    "issues/actions/withdraw.py": [
        Without(
            "what was merged goes on by itself",
            "for other in others:\n                split_off(other, case)",
            "for other in others[:0]:\n                split_off(other, case)",
            (f"{ACTIONS}/test_merge_clocks.py",),
        ),
    ],
    "issues/actions/raise_issue.py": [
        Without(
            "the year of a number begins in Shanghai",
            "year=timezone.localdate(now).year",
            "year=now.year",
            (f"{ACTIONS}/test_raise_issue.py",),
        ),
    ],
    "issues/actions/publish.py": [
        Without(
            "only the photos named are shown",
            "own.exclude(pk__in=photos).update(shown=False)",
            "own.update(shown=True)",
            (f"{ACTIONS}/test_publish.py",),
        ),
        Without(
            "what never goes public is refused",
            "if sentence := before_publishing(case.facts):",
            'if sentence := "":',
            (f"{ACTIONS}/test_publish.py", "tests/issues/queries/test_disputes.py"),
        ),
    ],
    "issues/actions/hide.py": [
        Without(
            "hiding hides the record too",
            "set_public(case.issue.stream, False)  # noqa: FBT003",
            "pass",
            (f"{ACTIONS}/test_hide.py",),
        ),
    ],
    "issues/casework/verdict.py": [
        Without(
            "the second time it goes up",
            "verdict.look_above or issue.unsolved_rounds > 1",
            "verdict.look_above",
            (f"{ACTIONS}/test_confirm.py",),
        ),
    ],
    "issues/actions/deliver.py": [
        Without(
            "a department's result is checked on the spot",
            "needs_check = leads and turn.body.kind in CHECKED",
            "needs_check = False",
            (f"{ACTIONS}/test_deliver.py",),
        ),
        Without(
            "a late part that comes is no longer supervised",
            "DeadlineKind.RECEIVE, DeadlineKind.RESOLVE, DeadlineKind.SUPERVISED, turn=turn",
            "DeadlineKind.RECEIVE, DeadlineKind.RESOLVE, turn=turn",
            (f"{ACTIONS}/test_deliver.py",),
        ),
    ],
    "issues/casework/turns.py": [
        Without(
            "who no longer has it owes nothing more",
            "    if not keeps_promises:\n        _drop_promises(case, turn)\n",
            "",
            (
                f"{ACTIONS}/test_name_lead.py",
                f"{ACTIONS}/test_commit.py",
                "tests/issues/states/test_promises.py",
            ),
        ),
    ],
    "issues/masking/__init__.py": [
        Without(
            "dates, money and slips are passed over",
            "    pass_over(normal)\n",
            "",
            ("tests/issues/test_masking_innocent.py",),
        ),
    ],
    "issues/masking/names.py": [
        Without(
            "the longer of two names is taken out first",
            "sorted(told, key=len, reverse=True)",
            "sorted(told, key=len)",
            ("tests/issues/test_masking.py",),
        ),
    ],
    "issues/masking/doors.py": [
        Without(
            "the longer and surer is taken out first",
            "for kind, pattern in _compiled():\n        for",
            "for kind, pattern in reversed(_compiled()):\n        for",
            ("tests/issues/test_masking.py",),
        ),
        Without(
            "so many of something stay",
            "处盏吨天次",
            "处盏吨次",
            ("tests/issues/test_masking.py",),
        ),
    ],
    "issues/masking/normal.py": [
        Without(
            "what takes no room parts no number",
            'return _NO_ROOM.sub("", unicodedata.normalize("NFKC", sign))',
            'return unicodedata.normalize("NFKC", sign)',
            ("tests/issues/test_masking_disguises.py",),
        ),
    ],
}
