"""Minutes as they are set on paper: values only, every text as it is to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.minutes.sections import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """`how` is empty where somebody is still to sign, by hand on this sheet or elsewhere."""

    role: str
    name: str
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDocument:
    """`digest` and `entry`, its number in the record, are empty until the text is signed.

    `address` is where the minutes stand on the site, shown as a code to scan.
    """

    title: str
    council: str
    kind: str
    version: str
    sections: Sequence[Section]
    signatures: Sequence[SignedBy]
    address: str
    digest: str = ""
    entry: str = ""
