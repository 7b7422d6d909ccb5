"""Names: those of the people behind a matter, and those that somebody says are theirs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from issues.masking.hits import Hidden, Span
from issues.masking.normal import Normal, normal_form

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
_SAYS_NAME: Final = re.compile(
    rf"(?:我叫|名叫|姓名[是:]|联系人[是:]?)\s?"
    rf"(?P<name>(?:{SURNAMES})(?!{_TITLES})[\u4e00-\u9fff]{{1,2}})"
)
_NOBODY: Final = re.compile(rf"(?:{SURNAMES})?(?:{_ADDRESSES})+")


def known_names(normal: Normal, names: Iterable[str]) -> Iterator[Span]:
    """Longest first, so that one name inside another does not leave a rest.

    “王女士” names nobody and is what stands in public anyway.
    """
    plain = {normal_form(name.strip()).text for name in names}
    told = (name for name in plain if len(name) >= 2 and not _NOBODY.fullmatch(name))
    for name in sorted(told, key=len, reverse=True):
        for found in re.finditer(re.escape(name), normal.text):
            yield _span(found.start(), found.end(), name)


def said_names(normal: Normal) -> Iterator[Span]:
    for found in _SAYS_NAME.finditer(normal.text):
        yield _span(found.start("name"), found.end("name"), found["name"])


def _span(start: int, end: int, name: str) -> Span:
    double = re.match(SURNAMES, name)
    return Span(Hidden.NAME, start, end, f"{double.group() if double else name[0]}××")
