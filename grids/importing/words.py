"""Words that people write in cells, in both languages, and what they stand for."""

import re
from datetime import date

from grids.enums import BodyKind, Role, VenueKind

KINDS: dict[str, tuple[str, ...]] = {
    BodyKind.DISTRICT: ("区", "区县", "district"),
    BodyKind.STREET: ("街道", "镇", "street"),
    BodyKind.COMMUNITY: ("社区", "community"),
    BodyKind.GRID: ("网格", "grid"),
    BodyKind.DEPARTMENT: ("部门", "科室", "department"),
    BodyKind.PARTNER: ("共建单位", "物业", "产权单位", "伙伴单位", "partner"),
}
ROLES: dict[str, tuple[str, ...]] = {
    Role.GRID_WORKER: ("网格员", "grid worker"),
    Role.GRID_HEAD: ("网格长", "grid head"),
    Role.MEDIATOR: ("治理专员", "调解员", "mediator"),
    Role.STAFF: ("社区工作人员", "社工", "community staff", "staff"),
    Role.LEAD: ("社区书记", "社区主任", "community lead", "lead"),
    Role.DISPATCHER: ("街道调度员", "调度员", "dispatcher"),
    Role.CLERK: ("部门经办人", "经办人", "clerk"),
    Role.SIGNER: ("审签人", "signer"),
    Role.SUPERVISOR: ("督办", "督办员", "supervisor"),
    Role.ADMINISTRATOR: ("管理员", "administrator"),
}
VENUES: dict[str, tuple[str, ...]] = {
    VenueKind.PAVILION: ("议事亭", "pavilion"),
    VenueKind.ROOM: ("议事室", "room", "meeting room"),
    VenueKind.COURTYARD: ("楼前院后", "小院", "courtyard"),
}
YES = frozenset({"是", "1", "yes", "y", "true", "√"})
NO = frozenset({"", "否", "0", "no", "n", "false"})
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d\d)(\d\d)")


def meaning(table: dict[str, tuple[str, ...]], word: str) -> str | None:
    """The stored value that a word of either language means; it may also be written itself."""
    wanted = " ".join(word.casefold().replace("_", " ").split())
    for value, words in table.items():
        if wanted == str(value).replace("_", " ") or wanted in words:
            return str(value)
    return None


def choices(table: dict[str, tuple[str, ...]]) -> str:
    """What may be written, for a sentence: “区、街道、社区 …”."""
    return "、".join(words[0] for words in table.values())


def truth(word: str) -> bool | None:
    plain = word.strip().casefold()
    return True if plain in YES else False if plain in NO else None


def day(word: str) -> date | None:
    """2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日 or 20260131; None for anything else."""
    found = DAY.fullmatch(word.strip())
    if found is None:
        return None
    year, month, number = found.group(1, 2, 3) if found.group(1) else found.group(4, 5, 6)
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def number(word: str, *, most: int) -> int | None:
    """A whole number from 0 to `most`; an empty cell is 0."""
    if not word:
        return 0
    return int(word) if word.isdecimal() and int(word) <= most else None
