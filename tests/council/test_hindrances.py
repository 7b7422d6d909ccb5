"""Where a council decides nothing any more, and why a body can't promise what it was asked for."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace

import pytest

from council.acts.pledges import why_not_promised
from council.enums.decisions import PledgeState
from council.facts.pledges import PledgeFacts
from council.queries.agenda import is_past_deciding
from council.rules.pledges import has_lapsed, may_promise
from issues.enums.matter import MatterClass
from issues.enums.stages import ENDED_STAGES, OPEN_STAGES, Stage
from issues.mandate import SITTING_ACTS, SittingAct

TAKES = SITTING_ACTS[SittingAct.ACCEPT_PLEDGE].stages


@pytest.mark.parametrize("stage", [None, *Stage])
def test_of_what_a_body_cannot_promise_it_is_always_said_why(stage: Stage | None) -> None:
    for has_part, had_part, may_join, is_past in product((False, True), repeat=4):
        asked = PledgeFacts(
            body_id=1,
            state=PledgeState.ASKED,
            stage=stage,
            has_part=has_part,
            had_part=had_part,
            may_join=may_join,
            is_past=is_past,
        )
        takes = stage in TAKES and (has_part or may_join) and not is_past
        assert may_promise(asked) == takes
        assert bool(why_not_promised(asked)) != takes
        passed_on = had_part and not has_part and not may_join
        assert has_lapsed(asked) == (stage is not None and (stage in ENDED_STAGES or passed_on))


@pytest.mark.parametrize("matter_class", ["", *MatterClass])
def test_where_nothing_is_decided_any_more(matter_class: str) -> None:
    def past(stage: Stage) -> bool:
        issue = SimpleNamespace(stage=stage, matter_class=matter_class)
        return is_past_deciding(SimpleNamespace(issue=issue))  # type: ignore[arg-type]

    assert all(past(stage) for stage in ENDED_STAGES)
    open_and_past = {stage for stage in OPEN_STAGES if past(stage)}
    assert open_and_past == (set() if matter_class == MatterClass.URGENT else {Stage.CONFIRM})
