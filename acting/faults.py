"""What a fault of the database means: judged by its SQLSTATE, never by its words."""

from __future__ import annotations

from enum import Enum, auto

import psycopg
from django.db import InterfaceError, OperationalError


class Fault(Enum):
    """`CUT`: the connection broke or the server is stopping; no statement is to blame for it.

    `BUSY`: others hold what is wanted, so the same statement may go through a moment later.
    `SLOW`: the statement took longer than it may. `FULL`: the database's volume is full.
    """

    CUT = auto()
    BUSY = auto()
    SLOW = auto()
    FULL = auto()
    OTHER = auto()


# https://www.postgresql.org/docs/current/errcodes-appendix.html; each code of class 08 is a cut.
BY_STATE = {
    "25P03": Fault.CUT,  # idle in a transaction for too long
    "25P04": Fault.CUT,  # in one transaction for too long
    "53300": Fault.CUT,  # too many connections
    "57P01": Fault.CUT,  # ended by an administrator
    "57P02": Fault.CUT,  # ended by another's crash
    "57P03": Fault.CUT,  # it is still starting
    "57P04": Fault.CUT,  # the database was dropped
    "57P05": Fault.CUT,  # idle for too long
    "40001": Fault.BUSY,  # not serializable
    "40P01": Fault.BUSY,  # deadlock
    "55P03": Fault.BUSY,  # lock not available
    "57014": Fault.SLOW,
    "53100": Fault.FULL,
}


def fault_of(error: BaseException | None) -> Fault:
    state = state_of(error)
    if state:
        return Fault.CUT if state.startswith("08") else BY_STATE.get(state, Fault.OTHER)
    # An error without a code is the driver's own: it heard nothing from the server.
    silent = isinstance(error, InterfaceError | OperationalError)
    return Fault.CUT if silent else Fault.OTHER


def state_of(error: BaseException | None) -> str:
    """The SQLSTATE, of the error itself or of the driver's that it was made from; "" for none."""
    while error is not None:
        if isinstance(error, psycopg.Error):
            return error.sqlstate or ""
        error = error.__cause__
    return ""
