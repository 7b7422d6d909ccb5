"""What was put to the council, and how it voted, round by round."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from council.minutes.drafting.words import listed, people, share, votes
from council.minutes.log import ItemLog, MotionLog, VoteLog
from council.minutes.sections import Fact, Section, Table


def motion_sections(item: ItemLog) -> Iterator[Section]:
    for at, motion in enumerate(item.motions, start=1):
        key = f"{item.key}:motion-{at}"
        yield Section(
            key=key,
            title=_("Amendment") if motion.is_amendment else _("Put to the vote"),
            level=2,
            facts=_facts(motion),
        )
        for vote in motion.votes:
            yield _vote(f"{key}:round-{vote.round}", vote)


def _facts(motion: MotionLog) -> list[Fact]:
    facts = [
        Fact(_("Wording"), motion.text),
        Fact(_("Moved by"), motion.moved_by),
        Fact(_("Seconded by"), motion.seconded_by),
        Fact(_("What became of it"), motion.state),
    ]
    return [fact for fact in facts if fact.value]


def _vote(key: str, vote: VoteLog) -> Section:
    facts = [
        Fact(_("Way of voting"), vote.way),
        Fact(_("Rule"), _rule(vote)),
        Fact(_("Could vote"), people(vote.eligible)),
        Fact(_("Tellers"), listed(vote.tellers)),
        *(Fact(choice, listed(who)) for choice, who in vote.named.items()),
        Fact(_("Result"), _result(vote)),
    ]
    return Section(
        key=key,
        title=_("Vote, round {round}").format(round=vote.round),
        level=2,
        facts=[fact for fact in facts if fact.value],
        tables=[_table(vote)] if vote.yes is not None else [],
    )


def _rule(vote: VoteLog) -> str:
    if vote.needed is None:
        return vote.rule
    return _("{rule}; {votes} needed").format(rule=vote.rule, votes=votes(vote.needed))


def _result(vote: VoteLog) -> str:
    if vote.voided_because:
        return _("Void: {reason}").format(reason=vote.voided_because)
    if vote.adopted is None:
        return ""
    result = _("adopted") if vote.adopted else _("not adopted")
    if vote.quorate is False:
        return _("{result}; too few were there when it closed").format(result=result)
    return result


def _table(vote: VoteLog) -> Table:
    counted = [vote.yes or 0, vote.no or 0, vote.abstain or 0, vote.invalid or 0]
    columns = [*counted, vote.eligible - sum(counted), vote.eligible]
    return Table(
        "",
        [
            "",
            _("For"),
            _("Against"),
            _("Abstained"),
            _("Invalid"),
            _("Did not vote"),
            _("Could vote"),
        ],
        [
            [_("Votes"), *(str(number) for number in columns)],
            [_("Share"), *(share(number, vote.eligible) for number in columns)],
        ],
    )
