"""The forms about a sitting, by what they do."""

from __future__ import annotations

from collections.abc import Mapping

from council.enums.planning import MeetingAct
from council.forms.base import CouncilActForm
from council.forms.sittings.agenda import (
    AcceptForm,
    OpinionForm,
    OrderForm,
    PostponeForm,
    PutOffForm,
    PutOnForm,
    TakeOffForm,
)
from council.forms.sittings.next import NextForm
from council.forms.sittings.plan import ChangeForm, ConveneForm
from council.forms.sittings.talk import TalkForm
from council.forms.sittings.told import (
    CallMeetingForm,
    CancelForm,
    InviteForm,
    RecallForm,
    RehearseForm,
)

FORMS = (
    ConveneForm,
    TalkForm,
    CallMeetingForm,
    ChangeForm,
    InviteForm,
    RehearseForm,
    RecallForm,
    CancelForm,
    NextForm,
    PutOnForm,
    AcceptForm,
    PutOffForm,
    OrderForm,
    TakeOffForm,
    PostponeForm,
    OpinionForm,
)
MEETING_FORMS: Mapping[MeetingAct, type[CouncilActForm]] = {
    MeetingAct(form.act): form for form in FORMS
}
