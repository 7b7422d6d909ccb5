"""Words that people write in cells, in both languages, and what they stand for."""

import re
import unicodedata
from datetime import date

from django.utils.translation import get_language

from accounts.phones import NotANumber, normalise_public
from grids.codes import plain_code, without_unseen
from grids.enums import BodyKind, PlaceKind, Role, VenueKind

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
PLACES: dict[str, tuple[str, ...]] = {
    PlaceKind.BUILDING: ("楼", "楼栋", "楼房", "building"),
    PlaceKind.ROAD: ("道路", "路", "街", "胡同", "road"),
    PlaceKind.GATE: ("出入口", "大门", "门", "gate"),
    PlaceKind.MARKET: ("市场", "菜市场", "农贸市场", "集市", "market"),
    PlaceKind.GREEN: ("广场绿地", "广场", "绿地", "花园", "square or green", "square", "green"),
    PlaceKind.FACILITY: ("公共设施", "设施", "public facility", "facility"),
    PlaceKind.OTHER: ("其他", "其它", "other place", "other"),
}
YES = frozenset({"是", "1", "yes", "y", "true", "√"})
YES_OR_NO: dict[str, tuple[str, ...]] = {"yes": ("是", "yes"), "no": ("否", "no")}
NO = frozenset({"", "否", "0", "no", "n", "false"})
OLDEST_YEAR, LATEST_YEAR = 1949, 2099
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d\d)(\d\d)")


def meaning(table: dict[str, tuple[str, ...]], word: str) -> str | None:
    """The stored value that a word of either language means; it may also be written itself."""
    plain = without_unseen(unicodedata.normalize("NFKC", word)).casefold()
    wanted = " ".join(plain.replace("_", " ").split())
    for value, words in table.items():
        if wanted == str(value).replace("_", " ") or wanted in words:
            return str(value)
    return None


def choices(table: dict[str, tuple[str, ...]]) -> str:
    """What may be written, in the reader's language: “区、街道、社区 …”, “district, street …”."""
    mark = "、" if _reads_chinese() else ", "
    return mark.join(said(table, value) for value in table)


def said(table: dict[str, tuple[str, ...]], value: str) -> str:
    """The word for a stored value in the reader's language."""
    words = table[value]
    return words[0] if _reads_chinese() else next(word for word in words if word.isascii())


def _reads_chinese() -> bool:
    return (get_language() or "zh").startswith("zh")


def truth(word: str) -> bool | None:
    plain = plain_code(word).casefold()
    return True if plain in YES else False if plain in NO else None


def day(word: str) -> date | None:
    """2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日 or 20260131; None for anything else."""
    found = DAY.fullmatch(unicodedata.normalize("NFKC", word).strip())
    if found is None:
        return None
    year, month, number = found.group(1, 2, 3) if found.group(1) else found.group(4, 5, 6)
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def to_call(word: str) -> str | None:
    """A number for everybody to call, as it is kept; None for what is none."""
    try:
        return normalise_public(word) if word else ""
    except NotANumber:
        return None


def is_believable(day: date) -> bool:
    """Nobody was posted before these offices existed, or is until after the next generation."""
    return OLDEST_YEAR <= day.year <= LATEST_YEAR


def number(word: str, *, most: int) -> int | None:
    """A whole number from 0 to `most`; an empty cell is 0. Zeros in front don't count."""
    if not word:
        return 0
    digits = word.lstrip("0") or "0"
    if not word.isdecimal() or len(digits) > len(str(most)):
        return None
    return int(digits) if int(digits) <= most else None
