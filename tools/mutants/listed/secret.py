"""What a secret vote keeps secret, and that nobody falsifies it."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

PAPER = ("tests/council/secrecy/test_paper.py",)
WALK = ("tests/council/secrecy/test_secret_vote.py",)

MUTANTS: Listed = {
    "council/casework/secret_vote.py": [
        Without(
            "at the close the ballots leave their voters",
            "DELETE FROM council_sealedballot WHERE vote_id = %s RETURNING sealed",
            "SELECT sealed FROM council_sealedballot WHERE vote_id = %s",
            ("tests/council/secrecy/test_nothing_is_left.py",),
        ),
        Without(
            "fewer than three ballots are never opened",
            "if len(vote.batch) < FEWEST:",
            "if not vote.batch:",
            WALK,
        ),
    ],
    "council/secrecy/batch.py": [
        Without(
            "the order of a batch says nothing of the order of voting",
            "return sorted({bytes(message) for message in messages})",
            "return list(dict.fromkeys(bytes(message) for message in messages))",
            ("tests/council/secrecy/test_batch.py",),
        ),
        Without(
            "what its voter spoilt stops nobody",
            "if not spoilt and not fits(message, answer, check, holder=holder, seed=seed):",
            "if not spoilt:",
            ("tests/council/secrecy/test_batch.py",),
        ),
        Without(
            "a teller can call no ballot spoilt",
            "if not spoilt and not fits(message, answer, check, holder=holder, seed=seed):",
            "if False:",
            ("tests/council/secrecy/test_batch.py",),
        ),
    ],
    "council/secrecy/checks.py": [
        Without(
            "the point beside a ballot hides how it hangs together with it",
            "factor, summand = _numbers(message, seed)\n    point",
            "factor, summand = 1, _numbers(message, seed)[1]\n    point",
            ("tests/council/secrecy/test_checks.py",),
        ),
    ],
    "council/acts/needs.py": [
        Without(
            "one or two ballots on paper are not counted",
            "if papers == 0 or papers >= FEWEST:",
            "if True:",
            PAPER,
        ),
    ],
    "council/queries/secret.py": [
        Without(
            "no device opens anything before the paper is counted",
            " or vote.waits_for_paper",
            "",
            PAPER,
        ),
        Without(
            "whoever voted on paper is not counted among the invalid",
            "Turnout.objects.filter(vote=vote, on_paper=False)",
            "Turnout.objects.filter(vote=vote)",
            PAPER,
        ),
    ],
    "council/secrecy/opening.py": [
        Without(
            "what opens a ballot is bound to the vote and the office",
            '_extract(b"", b"info_hash", info)',
            '_extract(b"", b"info_hash", b"")',
            ("tests/council/secrecy/test_opening.py",),
        ),
    ],
    "council/actions/votes/give_key.py": [
        Without(
            "the first key of a holder counts",
            "            _same(known, point)\n            return\n",
            "            known.point = point\n            known.save()\n            return\n",
            WALK,
        ),
    ],
    "council/actions/votes/cast_secret.py": [
        Without(
            "nobody at the table replaces a voter's own ballot",
            "vote=case.vote, roll=voter, at_table=False",
            "vote=None, roll=voter, at_table=False",
            WALK,
        ),
        Without(
            "a ballot has one size",
            "len(message) != size_of_sealed(vote.holders) or not",
            "not",
            WALK,
        ),
    ],
    "council/actions/votes/unlock.py": [
        Without(
            "only holders open a vote",
            "        if office is None:\n            raise NotYours\n",
            "        office = office or KeyHolder.CHAIR\n",
            WALK,
        ),
    ],
}
