"""Doors: the staircase and what is behind it. A building may stay. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from issues.masking.counts import counts_voters, is_a_count, is_no_visit
from issues.masking.hits import Hidden, Span
from issues.masking.names import SURNAMES
from issues.masking.normal import Normal

_COUNT: Final = r"(?:[0-9]{1,2}|[0-9]?十[0-9]?)"
# 501, or 5 0 1: without the 0 it would be a list.
_IN_ROOM: Final = r"[\s.·*_-]"
_ROOM: Final = (
    r"(?:[0-9]{3,4}|[1-9]百0[1-9]"
    rf"|(?:[0-9]{_IN_ROOM}){{1,2}}0{_IN_ROOM}[0-9](?!{_IN_ROOM}?[0-9]))"
)
_HOUSE: Final = r"(?:号\s?楼|栋|幢|座|#\s?楼|#|号\s?院)"
# 东2门 is a gate.
_STAIRS: Final = r"(?:单\s?元|(?<![东西南北][0-9])门)"
# After a number of three or four digits: so many of them, and no door.
_MEASURES: Final = "[元块年米万平户个人根处盏吨天次件条台辆度点分秒路%mMkK℃]"
# After 501 the beginning of a word may be one of them: 501天天, 501人不在.
_WORDS: Final = (
    "万一|年[久初底前后]|平[时日常]|个[人别体]|人[不没在]|根[本据]|处[于理在]|天[天花然气]|次[卧日]"
    "|条件|台阶|度假|点不|分[水户]|路[由过]|户[外内型主门]"
)
# 205国道, 3-501号文, 3.2.101版: a road, a paper, an edition.
_OF_OTHERS: Final = (
    r"\s?(?:[国省县乡]道|高速|厂|医院|[中小]学|班|次列车|部队|宿舍|版|节|款|项|章"
    "|号(?:文|令|公告|通知|决议|议案|提案|函|井|杆|线|车|停车|路|灯|工单|订单|楼|院|箱|柜|表|配电|桩|泵|岗|出口|机))"
)
_LIKE_A_DOOR: Final = rf"(?:(?<=0[1-9])|(?<=0{_IN_ROOM}[1-9]))"
# 1000多人: only round numbers are about so many.
_ABOUT: Final = r"(?<=0)\s?(?:[多余来几]|左右)"
_NO_ROOM: Final = (
    rf"(?![0-9]|(?!{_LIKE_A_DOOR}\s?(?:{_WORDS}))\s?{_MEASURES}|{_ABOUT}|{_OF_OTHERS})"
)
# Behind a staircase 501户 is the one of 501.
_NO_ROOM_THERE: Final = (
    rf"(?![0-9]|(?!{_LIKE_A_DOOR}\s?(?:{_WORDS}|户))\s?{_MEASURES}|{_ABOUT}|{_OF_OTHERS})"
)
# 3号楼 119: whom somebody called.
_NO_CALL: Final = r"(?!(?<=[\s,、])1(?:1[09]|2[02])(?![0-9]|\s?(?:室|号|房)))"
_ROOM_WORD: Final = r"(?:\s?(?:号房间|号房|号|室|房间|房))?"
# 501、502和503.
_MORE: Final = rf"(?:\s?[-—~/、,和及与]\s?[0-9]{{1,2}}0[1-9]{_NO_ROOM}{_ROOM_WORD}){{0,9}}"
# 101-1 is a part of what was one flat.
_PART: Final = r"(?:-[0-9A-Ha-h](?![0-9A-Za-z]|\s?(?:号楼|单元|[楼层元])))?"
_REST_OF_DOOR: Final = rf"{_PART}(?:\s?(?:号房间|号房|号|室|房间|房|户|#))?{_MORE}"
_DASH: Final = r"\s{0,2}[-—–‐‑−~/.·#]{1,2}\s{0,2}"
_LOOSE: Final = r"\s{0,2}[-—–‐‑−#]?\s{0,2}"
# What may stand behind a staircase, and between a building and a staircase.
_FAR: Final = r"[-—–‐‑−~/.·#、,;:。⋯\s]{0,8}"
_PARTED: Final = r"[-—–‐‑−~/.·#、,;:。⋯\s]{1,8}"
# 最东边那家, 把头那户: the one at the end.
_END: Final = "(?:最?[东西南北里](?:边|头|侧)|把头|最[东西南北里外])的?(?:那[家户]|户)"
_SIDE: Final = rf"(?:[东西南北中]户|{_END})"
# Only behind a staircase: 2单元五楼左.
_BARE_HAND: Final = "[左右](?![左右边侧手首上下转拐])"
# 四楼西, 二楼左手: which of the doors on that floor. The east side of a floor is everybody's.
_HAND: Final = (
    rf"(?:{_END}|靠?[左右](?:手|首)?(?:边|侧)?(?:户|家|那[家户]|门)|[左右][手首](?:边|侧)?"
    r"|靠?[东西南北中](?:边|侧|首)?(?:户|家|那[家户])|[东西南北中](?=$|[\s,。;、的!?]))"
)
_LIVES: Final = "(?:我家|家住|住在?|家在|我是|门牌号?|房间?号|户号)"
# 甲单元, B单元; 3单302 only before what is surely a room.
_STAIRCASE: Final = (
    rf"(?:{_COUNT}\s?{_STAIRS}|(?:[甲乙丙丁]|(?<![A-Za-z])[A-Fa-f])\s?单\s?元"
    rf"|{_COUNT}\s?单(?=\s?[0-9]{{1,2}}0[1-9](?![0-9])))"
)
_BEHIND_STAIRS: Final = (
    rf"{_STAIRCASE}{_FAR}(?:{_COUNT}\s?(?:楼|层){_FAR})?"
    rf"(?:{_NO_CALL}{_ROOM}{_NO_ROOM_THERE}{_REST_OF_DOOR}|{_SIDE})"
)
# 2单元 5楼 西: the hand alone is none without its floor.
_HAND_BEHIND_STAIRS: Final = rf"{_STAIRCASE}{_FAR}{_COUNT}\s?(?:楼|层)\s?(?:{_HAND}|{_BARE_HAND})"
# 单元2 501, 单元:2 房号:501: the number stands behind its word.
_NAMED_STAIRS: Final = (
    rf"单\s?元\s?(?:号\s?)?[:=]?\s?{_COUNT}(?![0-9十]|\s?[楼层户个]){_FAR}"
    rf"(?:(?:房间|房|室|门牌|户)号?\s?[:=]?\s?)?{_NO_CALL}{_ROOM}{_NO_ROOM_THERE}{_REST_OF_DOOR}"
)
# A room by its floor: 502, 1203; 300 and 110 are none.
_SURE_ROOM: Final = rf"(?:[0-9]{{1,2}}|[1-9]百)0[1-9]{_NO_ROOM}"
_BESIDE: Final = "(?:楼上|楼下|隔壁|对门|对面)"
# 楼上（502）, 楼上-502.
_OPENED: Final = r"\s?[(\[【:)\]】—-]?\s?"
# 502（楼上）, 502-楼上-; 302（楼上商场）路 is a bus.
_SAID_BESIDE: Final = (
    rf"(?=\s?[(\[【/—-]{{1,2}}\s?(?:就?[是在])?{_BESIDE}(?:的?(?:那[家户]|邻居|人家|住户))?"
    r"\s?[)\]】/—,\s-])"
)
_OWNER: Final = "业主(?!大会|委员|代表|群|自)"
_NEIGHBOUR: Final = (
    rf"(?:住户|住的|邻居|人家|那[家户]|家庭|租[户客]|房[主东]|户主|{_OWNER}|楼[上下]|门(?=没人|上|口|锁)|(?:{SURNAMES})?(?:老)?(?:大[妈爷娘叔婶哥姐]|阿姨|叔叔|奶奶|爷爷"
    rf"|老[太人]|[先女][生士]|师傅|老师)|(?:{SURNAMES})某"
    # 402老赵, 302小王; 老马路 and 小高层 are none.
    rf"|[老小大](?:{SURNAMES})(?![路层法区头桥店学]))"
)
# 401、402两家; 401、402、403三家, where the normal form writes a 3 behind the 403.
_AND: Final = r"\s?[、,和跟与及]\s?"
_SO_FEW: Final = r"(?=\s?[两二三四五六七八九2-9]\s?[家户](?![公商店超]))"

# 502漏水, 漏到402; 201漏掉 is none.
_LEAKS: Final = "(?:漏(?![掉报登收洞斗])|渗|冒水|返水|跑水|滴水)"
_LEAKS_TO: Final = "(?:[漏渗流滴淌泡]水?[到进](?:了|楼下的?)?)"
# 给402送过, 到603看过: a door that somebody went to, and what they did there.
_AT_A_DOOR: Final = "(?:给|去|到|敲|跟|找|问|找过|问过|去过)"
_DONE_THERE: Final = (
    r"(?=\s?(?:$|[,。;!?]|了|过|送|看(?!病|医)|说|敲|问|商量|沟通|解释|协商|提醒|反映"
    "|查|修|借|要|赔|吵))"
)
# 602装修, 501养狗: what begins a clause and does what only people at home do.
_DOES: Final = (
    "装修|装潢|养[了着]?[^老殖护]|天天|每天|每晚|晚上|半夜|夜里|一直|老是|总是|又|也(?!就)|在(?=楼道|家|楼|门|阳台|窗)|说(?!明)"
    "|不开门|没人|两口子|夫妻|夫妇|媳妇|老头|他[爸妈]|她[爸妈]|一家"
    "|的?(?:阳台|卫生间|厕所|厨房|马桶|空调|狗|孩子|小孩|主人|东西|花盆|鞋柜)"
)
# 402家, 201家和202家: one home, unless it is said of how many, or of shops.
_SO_MANY: Final = "(?<![共有约近达计余商铺店面市业户全楼区])"
_ONE_HOME: Final = r"(?=\s?家(?:$|[\s,。;、!?和跟与及的里门阳厨狗孩老]|漏|渗|家具))"
# What is done in 402家 or 402户; so many of them do none of it.
_AT_HOME: Final = (
    "装修|装潢|养|天天|每天|每晚|晚上|半夜|夜里|一直|老是|总是|又|把|说(?!好)|不开门|没人"
    "|的?(?:卫生间|厕所|厨房|阳台|马桶|水管|空调|狗|孩子|小孩|主人|房东|租客|门)"
)
_OF_MANY: Final = r"\s?(?:people|persons|house|famil|met|m[2²]?\b|km|yuan|square|sq|%|days|years)"
_FLAT_NUMBER: Final = rf"[0-9]{{3,4}}[A-H]?(?![0-9A-Za-z]|{_OF_MANY})"
_NUMBERED: Final = r"\s{0,2}(?:no\.?|number)?\s{0,2}#?\s?"
_HOME: Final = (
    rf"(?:apt\b\.?|apartment|flat|unit){_NUMBERED}"
    rf"(?:{_FLAT_NUMBER}|[0-9]{{1,2}}[A-H](?![0-9A-Za-z]))"
)
_ENGLISH_ROOM: Final = (
    rf"(?i:(?<![A-Za-z])(?:room|rm\b\.?){_NUMBERED}"
    rf"(?:(?:[0-9]{{1,2}}-)?{_FLAT_NUMBER}|[0-9]{{1,2}}-[0-9]{{1,2}}(?![0-9A-Za-z:]|\s?[ap]\.?m)))"
)
# With its staircase: Unit 2, Room 501; unit 2-501.
_ENGLISH_DOOR: Final = (
    rf"(?i:(?<![A-Za-z])(?:(?:unit|entrance){_NUMBERED}[0-9]{{1,2}}\s?[-,/]?\s?"
    rf"(?:(?:room|rm\b\.?|apt\b\.?|flat){_NUMBERED})?{_FLAT_NUMBER}|{_HOME}))"
)

# In this order: what is longer and surer comes first.
_PATTERNS: Final = (
    (Hidden.DOOR, _ENGLISH_DOOR),
    (Hidden.ROOM, _ENGLISH_ROOM),
    (
        Hidden.DOOR,
        rf"(?<![0-9字第〕Vv])(?P<keep>#?{_COUNT}\s?{_HOUSE}?){_DASH}{_COUNT}(?:单元)?{_DASH}{_ROOM}"
        rf"{_NO_ROOM_THERE}{_REST_OF_DOOR}",
    ),
    (
        Hidden.DOOR,
        rf"(?<![0-9])(?P<keep>#?{_COUNT}\s?{_HOUSE}){_LOOSE}{_COUNT}(?:单元)?{_DASH}{_ROOM}"
        rf"{_NO_ROOM_THERE}{_REST_OF_DOOR}",
    ),
    # 3号楼、2单元、501: what parted them goes too.
    (
        Hidden.DOOR,
        rf"(?<![0-9])(?P<keep>#?{_COUNT}\s?{_HOUSE})(?!\s?[0-9]){_PARTED}{_BEHIND_STAIRS}",
    ),
    (Hidden.DOOR, rf"(?<![0-9]){_BEHIND_STAIRS}"),
    (Hidden.DOOR, rf"(?<![0-9]){_HAND_BEHIND_STAIRS}"),
    (Hidden.DOOR, _NAMED_STAIRS),
    (
        Hidden.DOOR,
        rf"(?P<keep>(?<=[0-9十A-Za-z])\s?{_HOUSE}){_LOOSE}{_NO_CALL}{_ROOM}{_NO_ROOM}"
        rf"{_ROOM_WORD}{_MORE}",
    ),
    (
        Hidden.DOOR,
        rf"(?P<keep>(?<=[0-9十A-Za-z])\s?{_HOUSE})\s?[、,.:;⋯]{{1,6}}\s?[0-9]{{1,2}}0[1-9]{_NO_ROOM}"
        rf"{_ROOM_WORD}{_MORE}",
    ),
    # 3号501; 11月3号1030 is a day and an hour, 珠玑路18号203室 a room below.
    (
        Hidden.DOOR,
        rf"(?<![0-9月])(?P<keep>{_COUNT}\s?号){_LOOSE}{_NO_CALL}{_ROOM}{_NO_ROOM}(?!\s?(?:号房|室|房间))",
    ),
    (
        Hidden.DOOR,
        rf"(?<![0-9第字〕Vv.:/-])(?P<keep>#?[0-9]{{1,2}})\s?[-—–‐‑−]\s?(?!(?:19|20)[0-9]{{2}}(?![0-9]))"
        rf"[0-9]{{1,2}}(?:0[1-9]|[1-3][0-9]){_NO_ROOM}(?![-./:月日]){_REST_OF_DOOR}",
    ),
    # B座12C.
    (
        Hidden.DOOR,
        rf"(?P<keep>(?<=[0-9十A-Za-z])\s?{_HOUSE}){_LOOSE}[0-9]{{1,2}}[A-Ha-h](?![A-Za-z0-9]){_ROOM_WORD}",
    ),
    (Hidden.DOOR, rf"(?<![0-9])(?:{_COUNT}|[顶底])\s?(?:楼|层)\s?,?\s?{_SIDE}"),
    # 四楼西边那家, 3楼302.
    (
        Hidden.DOOR,
        rf"(?<![0-9])(?:{_COUNT}|[顶底])\s?(?:楼|层)\s?"
        rf"(?:靠?[东西南北左右][边手首头侧]?(?:户|那[家户])|{_SURE_ROOM}{_REST_OF_DOOR})",
    ),
    (
        Hidden.DOOR,
        rf"(?P<keep>{_BESIDE}(?:的|住的|是)?(?:{_NEIGHBOUR}[太头]?)?{_OPENED}){_SURE_ROOM}{_ROOM_WORD}",
    ),
    # 隔壁老王1203, 楼上小两口502号.
    (
        Hidden.DOOR,
        rf"(?P<keep>{_BESIDE}的?(?:[老小](?:{SURNAMES})|[\u4e00-\u9fff]{{1,4}}(?=[0-9]{{3,4}}(?:号|室|房)))){_SURE_ROOM}{_ROOM_WORD}",
    ),
    (Hidden.DOOR, rf"(?P<keep>(?<=[0-9十A-Za-z])\s?{_HOUSE}里?面?的\s?){_SURE_ROOM}{_ROOM_WORD}"),
    (Hidden.DOOR, rf"(?<![0-9第.:/-])(?P<room>{_SURE_ROOM}{_ROOM_WORD}){_SAID_BESIDE}"),
    # 502号的王大妈; behind a road it is a house.
    (
        Hidden.DOOR,
        rf"(?<![0-9第.:/路街巷弄-])(?<![路街巷弄]\s)(?<!大道)(?P<room>{_SURE_ROOM}\s?号)"
        rf"(?=\s?的?{_NEIGHBOUR}|\s?[户家]?(?:里|又|在|一直|老|都|也|全|还|正)?{_LEAKS}|\s?(?:{_DOES})|门(?!诊))",
    ),
    (
        Hidden.DOOR,
        rf"(?<![0-9第.:/路街巷弄-])(?<![路街巷弄]\s)(?<!大道)(?P<room>{_SURE_ROOM}\s?号"
        rf"(?:\s?[、,和与跟]\s?{_SURE_ROOM}\s?号){{1,5}})",
    ),
    (Hidden.DOOR, rf"(?<![0-9第.:/-])(?P<room>[0-9]{{1,2}}0[1-9])(?=\s?的?{_NEIGHBOUR})"),
    (
        Hidden.DOOR,
        rf"(?<![0-9第.:/-])(?P<room>(?:{_SURE_ROOM}(?:\s?室)?[、,和与及跟])?{_SURE_ROOM}(?:\s?室)?)(?=\s?[户家]?(?:里|又|在|一直|老|都|也|全|均|还|正)?{_LEAKS})",
    ),
    (Hidden.DOOR, rf"(?P<keep>{_LEAKS_TO}\s?){_SURE_ROOM}{_ROOM_WORD}"),
    (Hidden.DOOR, rf"(?<![0-9第.:/-])(?P<room>[0-9]{{1,2}}0[1-9])(?=\s?[家户](?:{_AT_HOME}))"),
    (Hidden.DOOR, rf"(?<![0-9第.:/-]){_SO_MANY}(?P<room>[0-9]{{1,2}}0[1-9]){_ONE_HOME}"),
    (Hidden.DOOR, rf"(?:^|(?<=[\s,。;:!?、(]))(?P<room>{_SURE_ROOM})(?=\s?(?:{_DOES}))"),
    (
        Hidden.DOOR,
        rf"(?P<keep>(?P<who>那[户家]|邻居|住户|人家|业主)\s?[(:]\s?){_SURE_ROOM}{_ROOM_WORD}",
    ),
    (
        Hidden.DOOR,
        rf"(?<![0-9第.:/-]){_SURE_ROOM}(?:{_AND}{_SURE_ROOM}){{0,8}}"
        rf"{_AND}(?:{_SURE_ROOM}|[0-9]{{1,2}}0[1-9]){_SO_FEW}",
    ),
    (Hidden.DOOR, rf"(?P<keep>(?P<to>{_AT_A_DOOR})\s?){_SURE_ROOM}{_ROOM_WORD}{_DONE_THERE}"),
    (
        Hidden.ROOM,
        rf"(?P<keep>(?:商铺|底商|门[面市]房?)\s?号?){_SURE_ROOM}(?!\s?[家间]){_ROOM_WORD}",
    ),
    (
        Hidden.DOOR,
        rf"(?<![0-9第])(?P<room>{_ROOM})(?=\s?(?:门口|门前|门外|对门|住户|{_OWNER}))",
    ),
    (
        Hidden.DOOR,
        rf"(?P<keep>{_LIVES}[是为:\s]{{0,2}}#?){_ROOM}{_NO_ROOM}"
        r"(?:\s?(?:号房间|号房|号|室|房间|房|#))?",
    ),
    (Hidden.ROOM, rf"(?<![0-9])#?{_ROOM}\s?(?:号房间|号房|室|房间)"),
    (Hidden.ROOM, rf"(?<![0-9第.:/-]){_SURE_ROOM}\s?房(?![改产租屋价地顶管修主东型])"),
)


@cache
def _compiled() -> tuple[tuple[Hidden, re.Pattern[str]], ...]:
    """When the first text is read: most processes read none, and each would begin later by it."""
    return tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)


_BARE_COUNT: Final = re.compile(rf"#?({_COUNT})")


def doors(normal: Normal) -> Iterator[Span]:
    for kind, pattern in _compiled():
        for found in pattern.finditer(normal.digits):
            if not _is_none(found):
                yield _span(kind, found)


def _is_none(found: re.Match[str]) -> bool:
    """Of the rules that go by the words around it: `room`, `to` and `who` say which."""
    named, digits = found.groupdict(), found.string
    if "room" in named:
        return is_a_count(digits, *found.span("room"))
    if "to" in named:
        return is_no_visit(digits, *found.span())
    return "who" in named and counts_voters(digits, found.start())


def _span(kind: Hidden, found: re.Match[str]) -> Span:
    if "keep" not in found.groupdict():
        return Span(kind, *found.span(), shown="")
    kept = found["keep"]
    # `3` of `3-2-501` is a building: `3号楼`.
    shown = "号楼" if _BARE_COUNT.fullmatch(kept) else ""
    return Span(kind, *found.span(), shown=shown, hidden_from=found.end("keep"))
