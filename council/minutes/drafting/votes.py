"""What was put to the council, and how it voted, round by round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from council.minutes.drafting.words import listed, people, share
from council.minutes.drafting.words import votes as votes_words
from council.minutes.log import ItemLog, MotionLog, VoteLog
from council.minutes.sections import Fact, Section, SectionTable


def motion_sections(item: ItemLog) -> Iterator[Section]:
    """A motion as it was moved, its amendments with their votes, what it read then, its votes."""
    keys = {one.key: f"{item.key}:motion-{at}" for at, one in enumerate(item.motions, start=1)}
    for motion in item.motions:
        if not motion.amends:
            amendments = [one for one in item.motions if one.amends == motion.key]
            yield from _motion(keys, motion, amendments)


def _motion(
    keys: Mapping[str, str], motion: MotionLog, amendments: Sequence[MotionLog]
) -> Iterator[Section]:
    """What was voted on before anybody moved an amendment stands before it."""
    key = keys[motion.key]
    yield _head(key, motion, _("Put to the vote"))
    first = min((one.at for one in amendments), default=None)
    early = [vote for vote in motion.votes if first and vote.opened_at and vote.opened_at < first]
    yield from _votes(key, early)
    for one in amendments:
        yield _head(keys[one.key], one, _("Amendment"))
        yield from _votes(keys[one.key], one.votes)
    if motion.first_text:
        yield _amended(f"{key}:amended", motion)
    yield from _votes(key, [vote for vote in motion.votes if vote not in early])


def _head(key: str, motion: MotionLog, title: str) -> Section:
    facts = [
        Fact(_("Wording"), motion.first_text or motion.text),
        Fact(_("Moved by"), motion.moved_by),
        Fact(_("Seconded by"), motion.seconded_by),
        Fact(_("What became of it"), motion.state),
    ]
    return Section(key=key, title=title, level=2, facts=[fact for fact in facts if fact.value])


def _amended(key: str, motion: MotionLog) -> Section:
    facts = [Fact(_("Wording"), motion.text)]
    return Section(key=key, title=_("As amended"), level=2, facts=facts)


def _votes(key: str, votes: Iterable[VoteLog]) -> Iterator[Section]:
    for vote in votes:
        yield _vote(f"{key}:round-{vote.round}", vote)


def _vote(key: str, vote: VoteLog) -> Section:
    facts = [
        Fact(_("Way of voting"), vote.way),
        Fact(_("Rule"), _rule(vote)),
        Fact(_("Could vote"), people(vote.eligible)),
        Fact(_("On paper"), people(vote.papers) if vote.papers else ""),
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
    return _("{rule}; {votes} needed").format(rule=vote.rule, votes=votes_words(vote.needed))


def _result(vote: VoteLog) -> str:
    if vote.voided_because:
        return _("Void: {reason}").format(reason=vote.voided_because)
    if vote.adopted is None:
        return ""
    result = _("adopted") if vote.adopted else _("not adopted")
    if vote.quorate is False:
        return _("{result}; too few were there when it closed").format(result=result)
    return result


def _table(vote: VoteLog) -> SectionTable:
    counted = [vote.yes or 0, vote.no or 0, vote.abstain or 0, vote.invalid or 0]
    columns = [*counted, vote.eligible - sum(counted), vote.eligible]
    return SectionTable(
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
