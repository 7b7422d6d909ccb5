"""Three or four digits that count something, or are a thing's number: no door. Pure.

Where both can be meant it is a door: what was taken out is seen by whoever checks the text.
"""

from __future__ import annotations

import re
from typing import Final

# How far before the digits a word is looked for that says what they are.
_FAR: Final = 12
_NUMBERS: Final = "编号|号码|车位|序号|工号|学号|柜号|杆号|站号|排号|叫号|取号|票号|桌号|桩号"
_THINGS: Final = (
    "车库|快递柜|储物柜|寄存柜|信报箱|公交|班车|线路|阀门|井盖|灯杆|路灯|电杆|线杆|充电桩"
    "|消火栓|消防栓|泵房|配电箱|站牌|标志牌"
)
_VOTES: Final = "同意|赞成|反对|弃权|票数?|得票"
# What a figure stands behind, if something says that it is one.
_FIGURES: Final = (
    "人数|户数|数量|合计|总计|共计|小计|总数|实到|应到|到会|金额|总额|价格?|费用?|款|工资"
    "|温度|水压|电压|气压|读数|度数|噪音|浓度|面积|长度|高度|重量"
)
# 车位,203天天被占: behind what needs a number at all.
_NUMBERED: Final = re.compile(
    rf"(?:{_NUMBERS})(?:号|为|是)?[\s:#=、,(]{{0,3}}$"
    rf"|(?:{_VOTES}|{_FIGURES}|{_THINGS})(?:号|数|票)?\s?[为是:=#]\s?$"
    r"|(?:公交|班车|线路),\s?$"
)
_OF_A_THING: Final = re.compile(rf"(?:{_THINGS}|{_VOTES})\s?$")
# 203天天被占: of what else it may be the number.
_LIKE_A_THING: Final = re.compile(
    r"\s?(?:天天|每天|每晚|晚上|半夜|一直|老是|总是|又)(?:都|也|是|在)?"
    "(?:被占|被抢|被人占|晚点|不亮|没亮|松了|松动|绕行|绕路|满座|停运|停驶|改道|卡住|打不开|弹开"
    "|倒了|歪了|[涨降跌][到至了]|超支)"
)
_HOLDERS: Final = re.compile(r"\s?(?:[户家]|的?(?:住户|租[户客]|业主|人家))")
# So many of them: 共302家庭, 2026年302户主大会. 还有402邻居 is one more, 最近402家 lately.
_HOW_MANY: Final = re.compile(
    r"(?:共|[总合统]计|(?<!到)达|(?<!预)约|(?<![最附邻就])近|超过?|逾|余|不足|不到|[0-9]年|其中|足足|整整|凑[齐够]"
    "|(?<![还只就又也])有|全体?|[应实]到|到会|到场|户数|总数|惠及|覆盖|涉及|受益)(?:了|到|出|至|过)?\\s?$"
)
# 全小区302户漏水; 小区402户天天吵 is a door all the same.
_IN_ALL: Final = re.compile(
    "(?:[全整](?:小区|社区|楼|院|区|镇|街道?|市|村)|小区|社区|片区|(?<![A-Za-z0-9东西南北中])区|院内|全村)的?\\s?$"
)
_ONE_DOES: Final = re.compile(
    r"\s?的?(?:[户家]|住户|租[户客]|业主|人家)\s?(?:又|天天|每[天晚]|晚上|半夜|夜里|一直|老|总是?|把|养|装修|不开|没人|两口"
    "|夫[妻妇]|的|在)"
)
_MANY_DO: Final = re.compile(
    r"\s?(?:(?:家庭|租户)们?(?:已经?|都|全|均|也|还|未|没有?|不)?"
    "(?:参加|参与|投票|表决|同意|反对|赞成|弃权|报名|登记|签[字名约]|到会|到场|出席|大会|会议|代表|名单|联名|受益"
    "|受影响|填|领[取到了]|接种|停[水电暖气])"
    "|(?:住户|户主|业主)们?(?:都|全|均|已)?(?:参加|参与|投票|表决|到会|到场|出席|大会|会议|代表|名单|联名|受益|受影响))"
)
_VOTERS: Final = re.compile("(?:同意|赞成|反对|弃权|参会|参与|到会|到场|应到|实到|投票|联名)的?$")
# 物业费涨到205了, 叫到203了.
_UP_TO: Final = re.compile("[涨降升跌叫排加减增缩提调高低长短轮数编写拨跳少多达报售砍充欠存]$")
# What is left after 除去205; 访问205 are visits, 物业费给205 is money.
_NO_GOING: Final = {
    "去": re.compile("[除减扣过失花用省]$"),
    "问": re.compile("访$"),
    "给": re.compile("[费款钱金元只才]\\s?$"),
}
# 找到402了; with nothing but 到402了 nobody need have gone anywhere.
_SOMEBODY: Final = (
    "物业|师傅|民警|网格员|人员|经理|主任|保安|电工|上门|[我他她们找问敲送追走查寄跑搬]"
)
_WENT_TO: Final = re.compile(rf"(?:{_SOMEBODY})$")
_WENT_TO_OR_BEGINS: Final = re.compile(rf"(?:{_SOMEBODY}|^|[\s,。;!?])$")
_DONE: Final = re.compile(r"\s?(?:(?P<so>了)|$|[,。;!?])")


def is_a_count(digits: str, start: int, end: int) -> bool:
    """Whether what stands around these digits says that they are no door."""
    before = digits[max(0, start - _FAR) : start]
    numbered = _NUMBERED.search(before) or _LIKE_A_THING.match(digits, end)
    if numbered or _MANY_DO.match(digits, end):
        return True
    if not _HOLDERS.match(digits, end):
        return bool(_OF_A_THING.search(before))
    in_all = _IN_ALL.search(before) and not _ONE_DOES.match(digits, end)
    return bool(in_all or _HOW_MANY.search(before))


def is_no_visit(digits: str, start: int, end: int) -> bool:
    """Whether 到205 or 给205, which stands from `start` to `end`, tells of no door."""
    before, verb = digits[max(0, start - _FAR) : start], digits[start]
    if verb != "到":
        return verb in _NO_GOING and bool(_NO_GOING[verb].search(before))
    if _UP_TO.search(before):
        return True
    done = _DONE.match(digits, end)
    went = _WENT_TO if done and done["so"] else _WENT_TO_OR_BEGINS
    return bool(done) and not went.search(before)


def counts_voters(digits: str, start: int) -> bool:
    """反对业主:105."""
    return bool(_VOTERS.search(digits[max(0, start - _FAR) : start]))
