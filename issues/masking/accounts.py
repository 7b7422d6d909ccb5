"""Addresses of e-mail, names of accounts, number plates. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from issues.masking.hits import Hidden, Span, found_as
from issues.masking.normal import Normal

# Also half hidden: l***u@qq.com.
_MAIL: Final = re.compile(r"[\w.+*-]{1,64}\s?@\s?[\w-]{1,63}(?:\s?\.\s?[\w-]{1,63}){1,3}")
# What is read out or written instead of the signs of an address; then its end must be one.
_AT: Final = (
    r"(?:\s?[(\[{<【《]\s?(?:at|a|@|#)\s?[)\]}>】》]\s?|\s?[@#*]\s?|\sat\s"
    r"|\s?(?:艾特|爱特|圈a|小老鼠)\s?)"
)
_DOT: Final = r"(?:\s?[.。,·•]\s?|\s?[(\[{<【]\s?(?:dot|点|\.)\s?[)\]}>】]\s?|\sdot\s|\s?点\s?)"
_TOP: Final = r"(?:com|cn|net|org|gov|edu|cc|vip|me|io|top)"
_PROVIDER: Final = (
    r"(?:qq|163|126|139|189|yeah|sina|sohu|gmail|foxmail|hotmail|outlook|aliyun|tom|21cn|icloud)"
)
_SPELT_MAIL: Final = re.compile(
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{1,63}"
    rf"(?:{_AT}[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,30}}){{0,2}}{_DOT}{_TOP}"
    rf"|\s?(?:@|[(\[{{]at[)\]}}]|艾特|爱特|\sat\s)\s?{_PROVIDER})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
# Anything between two signs of one word.
_IN: Final = r"(?:[^\w,。;:!?，；：！？]|_){0,3}"
_SERVICE: Final = (
    rf"(?:[微威薇徽]{_IN}信|(?<![A-Za-z0-9])V{_IN}信|加微|加V|Q{_IN}Q|扣扣|抠抠"
    rf"|企{_IN}鹅|飞信|飞书|钉钉|陌陌|绿泡泡|抖音|快手|小红书|微博"
    rf"|支付宝|视频号|知乎|豆瓣|B站|(?<![A-Za-z])(?:ding\s?talk|douyin|kuai\s?shou|xiaohongshu"
    rf"|weibo|alipay|instagram|facebook|telegram|whats\s?app|TG)(?![A-Za-z])"
    rf"|(?<![A-Za-z])(?:VX|WX|we\s?chat|wei\s?xin)|(?<![A-Za-z0-9])[VW]{_IN}X)"
)
_NUMBER: Final = (
    r"(?:(?:账号|帐号|号码|同号|号|ID|\s(?:ID|number)(?![A-Za-z]))"
    r"(?:\s?\((?:和|与|跟)?(?:手机|微信|电话)?同(?:手机|微信|电话|步)?号?\))?)"
)
# +V, 加V, 加个微: also a letter of everyday, as in 加V领.
_ADDED: Final = (
    r"(?:(?:(?<![A-Za-z0-9])[+➕]|加一?[个下]?)\s?(?:VX?|[微薇]信?|QQ?|扣扣?)"
    r"(?:(?![A-Za-z0-9\u4e00-\u9fff])|(?=[1-9][0-9]{6})))"
)
# Those that are words of everyday too.
_LOOSE: Final = (
    rf"(?:{_ADDED}|加我\s?(?:VX?|微|薇|QQ?|扣)?|(?<![A-Za-z])add\sme"
    r"|(?:(?<![A-Za-z0-9])V|薇|卫星)(?=\s?[:=])|卫星号|球球|我的?\s?(?:VX?(?![A-Za-z])|微|薇)"
    rf"|[围维卫]信|[微薇威V]{_IN}[心芯]|微{_IN}X|薇\s?[❤♥♡]"
    r"|(?<![A-Za-z0-9])Q(?:\s?号|(?=\s?[:=]\s?[1-9][0-9]{5}))|(?<![A-Za-z0-9])d音"
    r"|(?<![A-Za-z0-9])(?:dy|xhs|ks)(?:号|(?=\s?[:=]))|[丁叮]{2}号?|红薯号"
    r"|(?<![A-Za-z0-9])V(?=\s[A-Za-z]{3,20}[0-9_])|(?<![\u4e00-\u9fff])扣(?=\s?[:=]\s?[1-9][0-9]{5})"
    r"|电邮|(?<![A-Za-z])e-?mail(?=\s?[:=])"
    r"|(?<![A-Za-z])(?:skype|line|YY)(?:号|(?=\s?[:=]))|(?<![A-Za-z])skype|(?:Q\s?Q|[0-9]{3})?邮箱(?:地址|号)?)"
)
_JOINED_BY: Final = r"[就是为叫加@:=,，。、\s()\[\]【】“”\"'‘’「」『』《》〈〉<>→➡⇒~-]{0,6}"
_ENGLISH_IS: Final = r"(?:\s?\bis\b)?"
# An opened quote stays, with the one that closes it.
_OPENED: Final = rf"(?:{_ENGLISH_IS}{_JOINED_BY}[“‘「『《〈【\[(<]\s?)?"
_AS_ONE: Final = "[A-Za-z0-9_][A-Za-z0-9_-]{4,31}"
_ID_IN_PARTS: Final = r"[A-Za-z0-9_](?:[\s.·_-]{1,3}[A-Za-z0-9_]){4,19}"
_ID: Final = f"(?:{_AS_ONE}|{_ID_IN_PARTS})"
# `group` and `video` are words, `zhangsan88` is none.
_MARKED: Final = r"(?=[A-Za-z-]{0,31}[0-9_])"
_MARKED_APART: Final = r"(?=(?:[A-Za-z][\s.·_-]{1,3}){0,19}[0-9])"
_NO_WORD: Final = f"(?:{_MARKED}{_AS_ONE}|{_MARKED_APART}{_ID_IN_PARTS})"
# Said to be one, or written right behind it.
_SURE: Final = r"(?:(?=\s?(?:就是|[是为叫加:=“‘\"「『《【\[(<→➡⇒]))|(?<![A-Za-z])(?=[A-Za-z0-9_]))"
# What stands behind the name of a service and names nobody: 微信 group.
_EVERYDAY: Final = (
    "groups?|videos?|please|public|friends?|messages?|accounts?|mini|programs?|official|moments|"
    "channels?|meetings?|calls?|phone|yesterday|today|tomorrow|daily|again|later|thanks|notices?|"
    "buildings?|units?|rooms?|gates?|floors?|lamps?|lights?|see|pay|live|apps?|at|since|from|for|works?|"
    "approvals?|docs|pavilion|links?|photos?|pictures?|voice|number|online|users?|service|stories|status|codes?"
)
_NAMING: Final = rf"(?!(?:{_EVERYDAY})(?![A-Za-z0-9_-])){_AS_ONE}(?![A-Za-z0-9_.-]*\s[A-Za-z])"
_LATIN_WORD: Final = rf"(?!(?:{_EVERYDAY})(?![A-Za-z0-9_-]))[A-Za-z][A-Za-z0-9_.]{{1,19}}"
_TAIL: Final = r"(?![0-9A-Za-z]|\s[A-Za-z]|\s?[元块万年月日点个人户楼号栋次条位分秒张层])"
# lucy liu 88.
_SPACED: Final = (
    rf"{_LATIN_WORD}(?:\s{_LATIN_WORD}){{0,2}}\s(?!(?:19|20)[0-9]{{2}}{_TAIL})[0-9]{{1,8}}{_TAIL}"
)
_SPACED_FOR_SURE: Final = rf"{_LATIN_WORD}(?:\s(?:{_LATIN_WORD}|[0-9]{{1,8}})){{1,3}}{_TAIL}"
# QQ：12 34 56 78.
_IN_GROUPS: Final = rf"[1-9][0-9]{{0,5}}(?:\s[0-9]{{2,6}}){{1,5}}{_TAIL}"
_SHORT: Final = (
    r"(?:(?<![A-Za-z0-9])V(?=\s?[:=])|(?<![A-Za-z])(?:VX|WX)"
    rf"|(?<![A-Za-z0-9])V{_IN}信|加微|{_ADDED})"
)
# Its middle as stars: lu***88.
_STARRED: Final = r"[A-Za-z0-9_-]{1,20}[*×●•]{2,20}[A-Za-z0-9_-]{0,20}"
_BY_ME: Final = (
    r"(?:加一?下?我的?|请加|搜索?一?下?|我的?|(?<![A-Za-z])(?:add\s)?my\s|(?<![A-Za-z])me\son\s)"
)
_AFTER: Final = r"(?:\s?(?:上?搜索?一?下?|上?找我?|me(?=\s?:)))"
# At the beginning of a clause; within one it may stand before any word.
_IN_ENGLISH: Final = (
    r"(?:^|(?<=[,.;:!?。、\n])|(?<=[,.;:!?。、]\s))(?:whats\s?app|telegram|we\s?chat|skype)"
)
_IN_CHINESE: Final = rf"(?:[微威薇徽]{_IN}信|Q{_IN}Q|扣扣|飞信|飞书|钉钉|支付宝)"
# 邮箱lucy.liu: without what follows @.
_LETTERS: Final = (
    r"(?:(?:邮箱|电邮)(?:地址|账号|号)?(?:\s?[是为:=]\s?|(?=[A-Za-z]))"
    r"|(?<![A-Za-z])e-?mail\s?[:=]\s?)"
)
_ACCOUNTS: Final = (
    rf"(?P<keep>{_SERVICE}{_NUMBER}{_OPENED}){_ENGLISH_IS}{_JOINED_BY}{_SPACED_FOR_SURE}",
    rf"(?P<keep>{_SERVICE}(?=\s?[:=是为叫]){_OPENED}){_JOINED_BY}(?:{_SPACED}|{_LATIN_WORD}(?:\s{_LATIN_WORD}){{1,2}}\s(?:19|20)[0-9]{{2}}{_TAIL})",
    rf"(?P<keep>{_SHORT})(?:\s?[:=]\s?|\s){_SPACED}",
    rf"(?P<keep>{_SERVICE}{_NUMBER}?{_OPENED}){_JOINED_BY}{_STARRED}",
    rf"(?P<keep>{_SERVICE}(?=\s?[:=号是]){_NUMBER}?{_OPENED}){_JOINED_BY}{_IN_GROUPS}",
    rf"(?P<keep>(?:{_IN_CHINESE}|(?<![A-Za-z])[VW]X)\s?[:=]\s?){_LATIN_WORD}\s{_LATIN_WORD}(?=$|[,。;!?\n])",
    # What is said to be one may be a word too.
    rf"(?P<keep>{_SERVICE}{_NUMBER}{_OPENED}){_ENGLISH_IS}{_JOINED_BY}{_ID}",
    rf"(?P<keep>{_SERVICE}{_SURE}{_OPENED}){_JOINED_BY}(?!(?:{_EVERYDAY})\s){_ID}",
    rf"(?P<keep>(?:{_SERVICE}|{_LOOSE}){_OPENED}){_ENGLISH_IS}{_JOINED_BY}{_NO_WORD}",
    rf"(?P<keep>{_BY_ME}\s?{_SERVICE}){_JOINED_BY}{_NAMING}",
    rf"(?P<keep>{_SERVICE}{_AFTER}){_JOINED_BY}{_NAMING}",
    rf"(?P<keep>{_IN_CHINESE}|{_IN_ENGLISH}|{_ADDED})\s{_NAMING}",
    rf"(?P<keep>(?:{_ADDED}|(?<![A-Za-z0-9])V)\s?[:=]\s?){_NAMING}",
    rf"(?P<keep>{_LETTERS}){_NAMING}",
    rf"(?P<keep>{_LETTERS})[A-Za-z][A-Za-z0-9_-]{{1,20}}(?:\.[A-Za-z0-9_-]{{1,20}}){{1,3}}",
)
# The number of a group is as good as a name in it; 微信群 alone names none.
_GROUP: Final = re.compile(
    rf"(?P<keep>(?:Q{_IN}Q|(?<![A-Za-z])Q|扣扣|企鹅|微{_IN}信|飞信|钉钉)?{_IN}群(?:号码|号|聊|ID)?"
    rf"{_JOINED_BY})(?P<id>[0-9](?:[\s.·_-]{{0,2}}[0-9]){{6,11}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# Names that begin with their own sign: 微博 @某某.
_AT_NAME: Final = re.compile(
    r"(?P<keep>(?:微博|抖音|快手|小红书)(?:账号|帐号|号|名|ID)?[是叫:\s]{0,3})@[\w-]{2,30}",
    re.IGNORECASE,
)
# lucyliu是我微信.
_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z0-9_-]){_AS_ONE}(?=\s?就?是我的?\s?(?:{_SERVICE}))", re.IGNORECASE
)
_BARE: Final = re.compile(r"wxid_[A-Za-z0-9_-]{4,40}", re.IGNORECASE)
PROVINCES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE: Final = re.compile(
    rf"[{PROVINCES}][\s.·•-]?(?:[A-Z](?:[\s.·•‧・-]{{0,2}}[A-HJ-NP-Z0-9]){{5,6}}|[a-z][\s.·•‧・-]{{0,2}}[0-9]{{5,6}})"
    r"(?![A-Za-z0-9])"
)


# Without its province: 车牌C12345.
_SAID_PLATE: Final = re.compile(
    r"(?P<keep>车牌(?:号码?|尾号)?[是为:\s]{0,2})(?=[A-Za-z]{0,7}[0-9])[A-Za-z0-9]{3,7}(?![A-Za-z0-9])"
)


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    """When the first text is read, as in `doors`."""
    return tuple(re.compile(f"{said}(?![A-Za-z0-9_])", re.IGNORECASE) for said in _ACCOUNTS)


def accounts(normal: Normal) -> Iterator[Span]:
    for pattern in (_MAIL, _SPELT_MAIL, _BARE, _BEFORE):
        for found in pattern.finditer(normal.text):
            yield Span(Hidden.ACCOUNT, *found.span())
    for found in _AT_NAME.finditer(normal.text):
        yield found_as(Hidden.ACCOUNT, found)
    for pattern in (_GROUP, *_compiled()):
        for found in pattern.finditer(normal.digits):
            yield found_as(Hidden.ACCOUNT, found)


def plates(normal: Normal) -> Iterator[Span]:
    for found in _PLATE.finditer(normal.digits):
        yield Span(Hidden.PLATE, *found.span())
    for found in _SAID_PLATE.finditer(normal.digits):
        yield found_as(Hidden.PLATE, found)
