"""The ballots of a closed vote: sealed, in the order of their bytes, without voters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from council.enums.votes import Choice
from council.order.majority import Count
from council.secrecy import ballot
from council.secrecy.checks import check_of, fits
from council.secrecy.opening import DoesNotOpen, can_be_opened, opened
from council.secrecy.sealing import SEAL

# With fewer, each would know what the other chose.
FEWEST = 3
# Below this many voters a result is nearly a list of names; the table is warned.
FEW = 5
# By the numbers on a ballot.
CHOICES = (Choice.YES, Choice.NO, Choice.ABSTAIN)


def in_order(messages: Iterable[bytes]) -> list[bytes]:
    """No trace of who sent one, or when. Of two alike one stays: nobody's ballot counts twice."""
    return sorted({bytes(message) for message in messages})


def seals_left(batch: Sequence[bytes]) -> int:
    """How many holders have not answered yet; all messages of a batch have one size."""
    return (len(batch[0]) - ballot.SIZE) // SEAL if batch else 0


def checks_of(batch: Iterable[bytes], seed: bytes) -> list[bytes]:
    """The points that a device is asked for beside the messages, one for each."""
    return [check_of(message, seed) for message in batch]


def unsealed(
    batch: Sequence[bytes], answers: Sequence[bytes], *, holder: bytes, info: bytes, seed: bytes
) -> list[bytes]:
    """What is under the outermost seal of each, by what its holder's device answered: first for
    the messages, then for the points beside them.

    Left out is what its sealer spoilt. Raises DoesNotOpen for an answer that was made up, or is for
    another batch: then nothing of it is used.
    """
    if len(answers) != 2 * len(batch):
        raise DoesNotOpen
    checked = answers[len(batch) :]
    found = []
    for message, answer, check in zip(batch, answers, checked, strict=False):
        try:
            found.append(opened(message, answer, holder=holder, info=info))
        except DoesNotOpen:
            spoilt = not can_be_opened(message)
            if not spoilt and not fits(message, answer, check, holder=holder, seed=seed):
                raise
    return found


def counted(ballots: Iterable[bytes], *, turnout: int) -> Count:
    """Who voted and can't be counted for anything has cast an invalid ballot."""
    found = Counter(ballot.decoded(plain, choices=len(CHOICES)) for plain in ballots)
    yes, no, abstain = (found[number] for number in range(1, len(CHOICES) + 1))
    return Count(yes=yes, no=no, abstain=abstain, invalid=turnout - yes - no - abstain)


def tells_on_voters(count: Count) -> bool:
    """Whether the result says what somebody chose: all alike, or all but one."""
    return max(count.yes, count.no, count.abstain) >= count.cast - 1
