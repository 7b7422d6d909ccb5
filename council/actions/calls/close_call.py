"""Close a call before its last day; what came in stays and is answered."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.call import opened_call
from council.enums.calls import CallAct
from council.models import Call


def close_call(call: Call, *, actor: User, now: datetime, seen: int | None = None) -> Call:
    with opened_call(call, CallAct.CLOSE, actor=actor, now=now, seen=seen) as case:
        case.call.closed_at = now
        case.record("call_closed", {"call": str(case.call.uid)})
        return case.call
