"""On which screens a sitting is followed, and who looks at one."""

from enum import StrEnum


class Place(StrEnum):
    TABLE = "table"
    PHONE = "phone"
    WALL = "wall"


class Audience(StrEnum):
    """Those who are shown the same: a frame is rendered once for each, in each language."""

    # Chair or recorder at the table.
    TABLE = "table"
    # On the roll of the vote that is open.
    VOTER = "voter"
    # On the roll, without a vote just now.
    MEMBER = "member"
    # Everybody who may read along.
    READER = "reader"
    WALL = "wall"
