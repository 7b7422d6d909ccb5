"""What a table of acts adds to a row takes nothing from it."""

from dataclasses import replace
from typing import Any

import pytest

from acting.acts import ActRow
from council.acts.pledges import PLEDGE_ACTS
from council.enums.decisions import PledgeAct, PledgeState
from council.facts.pledges import PledgeFacts
from issues.acts.table import ACTS
from issues.enums.acts import Act
from issues.enums.stages import Stage
from tests.issues.test_duties import FACTS

ASKED = PledgeFacts(body_id=1, state=PledgeState.ASKED, stage=Stage.DELIVER)


def never(_of: Any) -> bool:
    return False


@pytest.mark.parametrize(
    ("row", "of"), [(ACTS[Act.NOTE], FACTS), (PLEDGE_ACTS[PledgeAct.ACCEPT], ASKED)]
)
def test_what_the_thing_itself_forbids_is_refused_in_every_state(
    row: ActRow[Any, Any], of: Any
) -> None:
    assert row.allows(of)
    assert not replace(row, when=never).allows(of)
