"""Names of the steps of an issue."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from issues.enums.stages import Stage

# 宣传发动 comes before any issue: calling on people, which never stops.
PUBLICISE = "publicise"
# The six steps (S5).
SIX: Mapping[str, str | Promise] = {
    PUBLICISE: pgettext_lazy("step", "Getting the word out"),
    Stage.COLLECT: pgettext_lazy("step", "Collecting"),
    Stage.TOPIC: pgettext_lazy("step", "Setting the topic"),
    Stage.INVESTIGATE: pgettext_lazy("step", "Looking into it"),
    Stage.DELIBERATE: pgettext_lazy("step", "Talking it over"),
    Stage.DELIVER: pgettext_lazy("step", "Carrying it out"),
}
AFTERWARDS: Mapping[str, str | Promise] = {
    Stage.CONFIRM: pgettext_lazy("step", "The resident's word"),
    Stage.CLOSED: pgettext_lazy("step", "Closed"),
    Stage.DECLINED: pgettext_lazy("step", "Not for the council"),
    Stage.MERGED: pgettext_lazy("step", "Handled with another"),
    Stage.WITHDRAWN: pgettext_lazy("step", "Taken back"),
}


def step_name(stage: str) -> str:
    return str(SIX.get(stage) or AFTERWARDS.get(stage) or stage)
