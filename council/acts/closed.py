"""What the council says where an act on one of its things is not open."""

from acting.guard import Guard
from council.refusals import NotYours, Stale, WrongState

GUARD = Guard(not_yours=NotYours, not_now=WrongState, stale=Stale)
why_closed, refuse_closed = GUARD.why_closed, GUARD.refuse_closed
