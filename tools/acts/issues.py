"""What can be done to an issue, from `issues/acts/table.py` and `issues/mandate.py`."""

from collections.abc import Iterator

from issues.acts.table import ACTS
from issues.enums.stages import Stage
from issues.mandate import SITTING_ACTS
from tools.acts.cells import both, row, states, words

HEAD = """\
# What can be done to an issue

Written by `make acts` from the rows of `issues/acts/table.py`; `docs/adding-an-act.md` tells how a
row is added. *Who* and *of use while* are predicates of `issues/rules.py` and
`issues/acts/of_use.py`: the first refuses, the second only hides the button. Stages are those
of `issues/enums.py`, in their order.

| act | button 按钮 | key | stages | who | of use while |
|---|---|---|---|---|---|
"""

SITTINGS = """
## What a council's sitting has done to an issue

From `issues/mandate.py`: `council` hands over a `Mandate` of the issue's grid or community, after
it has asked its own rules; whoever records needs no post. A dispute comes before no council.

| act | stages | matters |
|---|---|---|
"""


def page() -> str:
    return HEAD + "".join(_rows()) + SITTINGS + "".join(_sitting_rows())


def _rows() -> Iterator[str]:
    for act, one in ACTS.items():
        yield row(
            f"`{act.value}`",
            both(one.label),
            one.key,
            states(Stage, one.stages),
            words(one.who),
            words(one.of_use),
        )


def _sitting_rows() -> Iterator[str]:
    for act, one in SITTING_ACTS.items():
        matters = "public" if one.public_only else "all"
        yield row(f"`{act.value}`", states(Stage, one.stages), matters)
