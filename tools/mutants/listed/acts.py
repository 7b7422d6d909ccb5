"""Rules about acts and their words."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

ACTIONS = "tests/issues/actions"
AT_ONCE = "tests/issues/test_at_once.py"

MUTANTS: Listed = {
    "issues/acts.py": [
        Without(
            "what was looked into is not declined",
            "stages=frozenset({Stage.COLLECT, Stage.TOPIC}),",
            "stages=frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE}),",
            ("tests/issues/states/test_stages.py",),
        ),
        Without(
            "what is carried out is not withdrawn",
            "Act.WITHDRAW: ActRow(stages=BEFORE_DELIVERY,",
            "Act.WITHDRAW: ActRow(stages=OPEN_STAGES,",
            ("tests/issues/states/test_stages.py",),
        ),
        Without(
            "only the reporter withdraws",
            "Act.WITHDRAW: ActRow(stages=BEFORE_DELIVERY, who=rules.is_reporter)",
            "Act.WITHDRAW: ActRow(stages=BEFORE_DELIVERY, who=rules.adds)",
            (f"{ACTIONS}/test_withdraw.py",),
        ),
        Without(
            "only the reporter has the word",
            "Act.CONFIRM: ActRow(stages=frozenset({Stage.CONFIRM}), who=rules.is_reporter)",
            "Act.CONFIRM: ActRow(stages=frozenset({Stage.CONFIRM}), who=rules.adds)",
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
    "issues/enums.py": [
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
            "lock({issue.pk, into.pk})",
            "lock({issue.pk})",
            (AT_ONCE,),
        ),
        Without(
            "a private matter is not named in a public record",
            "if issue.visibility == Visibility.PUBLIC else {}",
            "if issue.pk else {}",
            (f"{ACTIONS}/test_merge.py",),
        ),
    ],
    "issues/actions/raise_issue.py": [
        Without(
            "the year of a number begins in Shanghai",
            "year = timezone.localdate(now).year",
            "year = now.year",
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
    "issues/masking.py": [
        Without(
            "the longer of two names is taken out first",
            "sorted(told, key=len, reverse=True)",
            "sorted(told, key=len)",
            ("tests/issues/test_masking.py",),
        ),
        Without(
            "the longer and surer is taken out first",
            "for kind, pattern, shown in PATTERNS:",
            "for kind, pattern, shown in reversed(PATTERNS):",
            ("tests/issues/test_masking.py",),
        ),
        Without(
            "the number of a slip stays",
            "(?<!单号[：:])",
            "",
            ("tests/issues/test_masking.py",),
        ),
        Without(
            "so many of something stay",
            '_MEASURES: Final = "元块年米万平户个人根处盏吨天"',
            '_MEASURES: Final = "元块年米万平户个人根处盏吨"',
            ("tests/issues/test_masking.py",),
        ),
    ],
}
