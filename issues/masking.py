"""What must not stand in a public text: numbers, doors and names, found and replaced. Pure.

A suggestion for whoever checks the text, who reads it beside the original and has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Hidden(StrEnum):
    """`LANDLINE` and `ROOM` are as often an office's as a person's."""

    PHONE = "phone"
    LANDLINE = "landline"
    IDENTITY = "identity"
    PLATE = "plate"
    ACCOUNT = "account"
    DOOR = "door"
    ROOM = "room"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Hit:
    kind: Hidden
    original: str
    shown: str


@dataclass(frozen=True, slots=True)
class Masked:
    text: str
    hits: tuple[Hit, ...]


GONE: Final = "×××"
# The hundred most frequent family names and the usual double ones.
SURNAMES: Final = (
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
    "魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔向汤褚卫尤施]"
)
# After a family name: a bare form of address, or a post; neither names a person.
_ADDRESSES: Final = "女士|先生|同志|某"
_TITLES: Final = f"{_ADDRESSES}|经理|主任|书记|师傅|科长|所长|站长|队长|局长|老师|医生|律师|警官"
_DIGIT: Final = r"[0-9０-９]"
_COUNT: Final = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_ROOM: Final = r"(?:[0-9０-９]{3,4}|[零〇一二三四五六七八九]{3,4})"
_HOUSE: Final = r"(?:号楼|栋|幢|座|#楼|#)"
_COUNTED: Final = r"[0-9０-９一二三四五六七八九十]"
# After a number of three or four digits: so many of them, and no door.
_MEASURES: Final = "元块年米万平户个人根处盏吨天"
_END: Final = r"(?:号房间|号房|号|室|房间|房|户)?"

# In this order: what is longer and surer comes first.
PATTERNS: Final[tuple[tuple[Hidden, str, str], ...]] = (
    (Hidden.ACCOUNT, r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,3}", GONE),
    (
        Hidden.ACCOUNT,
        r"(?P<keep>微信号?|QQ号?)[是为:：\s]{0,2}[A-Za-z0-9_-]{5,20}",
        r"\g<keep>" + GONE,
    ),
    # The number of a hotline's slip is as long, but tells nobody's name.
    (
        Hidden.IDENTITY,
        rf"(?<!{_DIGIT})(?<!单号)(?<!编号)(?<!单号[：:])(?<!编号[：:])"
        rf"(?:{_DIGIT}{{14,19}}[xXｘＸ]?)(?!{_DIGIT})",
        GONE,
    ),
    (
        Hidden.PHONE,
        rf"(?<!{_DIGIT})(?:[+＋]?86[-\s]?)?[1１][3-9３-９]{_DIGIT}(?:[-\s]?{_DIGIT}{{4}}){{2}}(?!{_DIGIT})",
        GONE,
    ),
    (
        Hidden.LANDLINE,
        rf"(?<!{_DIGIT})(?:\(?[0０]{_DIGIT}{{2,3}}\)?[-\s]?){_DIGIT}{{7,8}}(?!{_DIGIT})",
        GONE,
    ),
    (
        Hidden.LANDLINE,
        rf"(?<!{_DIGIT}){_DIGIT}{{7,8}}(?!{_DIGIT}|元|块|万|年|月|平|个|米|克|吨)",
        GONE,
    ),
    (
        Hidden.PLATE,
        "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.\\s]?[A-Z0-9]{5,6}",
        GONE,
    ),
    (
        Hidden.DOOR,
        rf"(?<!{_DIGIT})(?P<keep>{_COUNT}{_HOUSE}?)[-—－]{_COUNT}(?:单元)?[-—－]{_ROOM}{_END}",
        r"\g<keep>",
    ),
    (
        Hidden.DOOR,
        rf"{_COUNT}单元(?:{_COUNT}(?:楼|层))?(?:{_ROOM}{_END}|[东西南北中]户)",
        "",
    ),
    (
        Hidden.DOOR,
        rf"(?P<keep>(?<={_COUNTED}){_HOUSE})[-—－]?{_ROOM}(?!{_DIGIT}|[{_MEASURES}])"
        r"(?:号房间|号房|室|房间|房)?",
        r"\g<keep>",
    ),
    (Hidden.DOOR, rf"(?:{_COUNT}(?:楼|层))[东西南北中]户", ""),
    (Hidden.DOOR, rf"(?<!{_DIGIT})(?<!第){_ROOM}(?=门口|门前|门外|对门)", ""),
    (
        Hidden.DOOR,
        rf"(?P<keep>我家|家住|住在?){_ROOM}(?!{_DIGIT}|[{_MEASURES}多余来])"
        r"(?:号房间|号房|号|室|房间|房)?",
        r"\g<keep>",
    ),
    (Hidden.ROOM, rf"(?<!{_DIGIT}){_ROOM}(?:号房间|号房|室|房间)", ""),
)
_BUILT_FROM_HOUSE: Final = re.compile(rf"^{_COUNT}$")
_SAYS_NAME: Final = re.compile(
    rf"(?P<keep>我叫|名叫|姓名[是:：]|联系人[是:：]?)\s?"
    rf"(?P<name>(?:{SURNAMES})(?!{_TITLES})[\u4e00-\u9fff]{{1,2}})"
)
_NOBODY: Final = re.compile(rf"(?:{SURNAMES})?(?:{_ADDRESSES})+")


def mask(text: str, *, names: Iterable[str] = (), but: Container[Hidden] = frozenset()) -> Masked:
    """`text` without what tells who or which door; each replacement is named once.

    `names` are the people known to stand behind the matter; the kinds in `but` stay.
    """
    hits: list[Hit] = []
    for name in _known(names):
        text = _replace(text, re.compile(re.escape(name)), Hidden.NAME, _name_shown(name), hits)
    if Hidden.NAME not in but:
        text = _said_names(text, hits)
    for kind, pattern, shown in PATTERNS:
        if kind in but:
            continue
        text = _replace(text, _compiled(pattern), kind, shown, hits)
    return Masked(text, tuple(dict.fromkeys(hits)))


_known_patterns: dict[str, re.Pattern[str]] = {}


def _compiled(pattern: str) -> re.Pattern[str]:
    return _known_patterns.setdefault(pattern, re.compile(pattern))


def _replace(text: str, pattern: re.Pattern[str], kind: Hidden, shown: str, hits: list[Hit]) -> str:
    def put(match: re.Match[str]) -> str:
        instead = _house(match.expand(shown)) if "keep" in match.groupdict() else shown
        hits.append(Hit(kind, match.group(), instead))
        return instead

    return pattern.sub(put, text)


def _house(kept: str) -> str:
    """`3` of `3-2-501` is a building: `3号楼`."""
    return f"{kept}号楼" if _BUILT_FROM_HOUSE.match(kept) else kept


def _said_names(text: str, hits: list[Hit]) -> str:
    def put(match: re.Match[str]) -> str:
        name = match["name"]
        shown = _name_shown(name)
        hits.append(Hit(Hidden.NAME, name, shown))
        return f"{match['keep']}{shown}"

    return _SAYS_NAME.sub(put, text)


def _known(names: Iterable[str]) -> Iterator[str]:
    """Longest first, so that one name inside another does not leave a rest.

    “王女士” names nobody and is what stands in public anyway.
    """
    plain = {name.strip() for name in names}
    told = (name for name in plain if len(name) >= 2 and not _NOBODY.fullmatch(name))
    return iter(sorted(told, key=len, reverse=True))


def _name_shown(name: str) -> str:
    double = re.match(SURNAMES, name)
    return f"{double.group() if double else name[0]}××"
