"""What a sitting may decide, and who decides it."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

ORDER = "tests/council/order"
VOTES = "tests/council/actions/votes"
MEETINGS = "tests/council/actions/meetings"
TABLE = "tests/council/table"

MUTANTS: Listed = {
    "council/minutes/masking.py": [
        Without(
            "minutes name no matter that is not public any more",
            "if not hidden.covers(section):",
            "if True:",
            ("tests/council/views/test_minutes_of_hidden_matters.py",),
        ),
    ],
    "council/actions/minutes/render_papers.py": [
        Without(
            "a paper is made anew when something in it is hidden",
            ' | ~Q(masked=F("hidden"))',
            "",
            ("tests/council/views/test_minutes_of_hidden_matters.py",),
        ),
    ],
    "council/casework/motions.py": [
        Without(
            "how a motion was moved is kept beside its amendments",
            "    motion.first_text = motion.first_text or motion.text\n",
            "",
            ("tests/council/table/test_minutes_of_a_sitting.py",),
        ),
    ],
    "council/order/majority.py": [
        Without(
            "two thirds of nine are six",
            "return 3 * yes >= 2 * base",
            "return 3 * yes > 2 * base",
            (f"{ORDER}/test_majority.py",),
        ),
        Without(
            "a tie is not adopted",
            "return 2 * yes > base",
            "return 2 * yes >= base",
            (f"{ORDER}/test_majority.py",),
        ),
        Without(
            "abstentions leave the base where they don't count",
            "return base if self.abstentions_count else base - count.abstain",
            "return base",
            (f"{ORDER}/test_majority.py",),
        ),
    ],
    "council/order/quorum.py": [
        Without(
            "a part of the members is rounded up",
            "return -(-self.numerator * members // self.denominator)",
            "return self.numerator * members // self.denominator",
            (f"{ORDER}/test_quorum.py",),
        ),
    ],
    "council/order/who_votes.py": [
        Without(
            "whoever is recused has no vote",
            "if row.is_member and row.is_present and not row.is_recused]",
            "if row.is_member and row.is_present]",
            (f"{ORDER}/test_who_votes.py",),
        ),
        Without(
            "whoever is recused leaves the base",
            "sum(row.is_member and not row.is_recused for row in roll)",
            "sum(row.is_member for row in roll)",
            (f"{ORDER}/test_who_votes.py", f"{VOTES}/test_open_vote.py"),
        ),
    ],
    "council/actions/votes/cast_named.py": [
        Without(
            "who may vote is fixed when the vote opens",
            "if all(voter.roll_id != line.key for voter in case.state.voters):",
            "if not line.is_present:",
            (f"{VOTES}/test_open_vote.py",),
        ),
    ],
    "council/acts/table.py": [
        Without(
            "without a quorum no vote opens",
            "needs_quorum,\n        needs_impartial_chair",
            "needs_impartial_chair",
            (f"{VOTES}/test_open_vote.py", f"{TABLE}/test_matrix.py"),
        ),
        Without(
            "nobody votes on what nobody may read",
            "needs_public_item,\n        needs_quorum",
            "needs_quorum",
            ("tests/council/views/test_gone_private.py",),
        ),
        Without(
            "what is counted is told before the motion moves on",
            "_MOVING = (needs_item, needs_no_vote, needs_announced, needs_no_decision)",
            "_MOVING = (needs_item, needs_no_vote, needs_no_decision)",
            (f"{VOTES}/test_announce.py",),
        ),
    ],
    "council/casework/log.py": [
        Without(
            "a command is applied once",
            "        raise Refused(INCOMPLETE)\n    raise AlreadyDone\n",
            "        raise Refused(INCOMPLETE)\n",
            (f"{TABLE}/test_commands.py",),
        ),
    ],
    "council/casework/table.py": [
        Without(
            "one device runs the table",
            "    if TABLE_ACTS[act].needs_table and not facts.holds_table:\n"
            "        raise OtherTable\n",
            "",
            (f"{MEETINGS}/test_take_table.py",),
        ),
        Without(
            "what is done for others is done at the table",
            "        if not self.facts.holds_table:\n            raise OtherTable\n",
            "",
            (f"{MEETINGS}/test_take_table.py",),
        ),
    ],
    "council/queries/state.py": [
        Without(
            "of two rounds the later counts, whatever a device says",
            '.select_related("motion").order_by("pk")',
            '.select_related("motion").order_by("opened_at", "pk")',
            (f"{VOTES}/test_announce.py",),
        ),
    ],
    "council/actions/meetings/undo.py": [
        Without(
            "what was changed since is not undone",
            "    if any(_value(row, name, value) != getattr(row, name)"
            ' for name, value in change["is"].items()):\n        return False\n',
            "",
            (f"{MEETINGS}/test_undo.py",),
        ),
    ],
    "council/actions/floor/ask.py": [
        Without(
            "who asks first comes first, whatever a phone says",
            "asked_at=case.now,",
            "asked_at=case.at,",
            ("tests/council/actions/floor/test_floor.py",),
        ),
    ],
}
