"""Who sits in the councils of the demo, who stands posted, and what is said for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from council.enums.members import SeatKind

K = SeatKind
GRID, NEXT_GRID, COMMUNITY = "ZJD-1", "ZJD-2", "ZJD"
SEATS = {K.PARTY: 2, K.GRID_WORKER: 2, K.FIRM: 1, K.MASS_ORGANISATION: 1, K.RESIDENT: 3}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A candidate, and what is said for them about standing, ability and warmth."""

    name: str
    kind: SeatKind
    said: tuple[str, str, str]


MEMBERS: Mapping[str, tuple[Neighbour, ...]] = {
    GRID: (
        Neighbour("刘建国", K.GRID_WORKER, ("院里谁家的事都知道", "会听也会劝", "随叫随到")),
        Neighbour(
            "孙玉珍", K.PARTY, ("老党员，说话有人听", "当过车间主任，会开会", "每天来亭子里坐坐")
        ),
        Neighbour("李建民", K.FIRM, ("沿街商铺都信他", "算得清账，出得了主意", "年年给亭子送热水")),
        Neighbour(
            "邱桂荣", K.RESIDENT, ("楼里的事大家都找她", "做过会计，账目清楚", "谁家有事她都去")
        ),
        Neighbour("杜春生", K.RESIDENT, ("住了四十年，老邻居", "懂水电，会看图纸", "修东西不收钱")),
    ),
    NEXT_GRID: (
        Neighbour("孙丽", K.GRID_WORKER, ("八栋楼天天转", "手快，记得全", "老人的药她捎着买")),
        Neighbour("徐振国", K.PARTY, ("退休前是厂工会的", "开会有条理", "谁来都给倒杯水")),
        Neighbour("宋兰英", K.RESIDENT, ("八号楼的楼长", "做事有头有尾", "下雨天帮着收衣服")),
        Neighbour("韩广福", K.RESIDENT, ("说话实在", "干过瓦工，看得懂活", "谁家漏水他先上")),
    ),
    COMMUNITY: (
        Neighbour("袁守义", K.PARTY, ("粮所的老书记", "听完再说，说完就办", "年年给孩子们写春联")),
        Neighbour("路遥远", K.GRID_WORKER, ("铁路宿舍人人认识", "跑得勤，问得细", "晚上也接电话")),
        Neighbour("丛建波", K.FIRM, ("沿街开店十五年", "知道商户难在哪里", "门口的凳子谁都能坐")),
        Neighbour("焦大姐", K.MASS_ORGANISATION, ("妇联的事她都在", "会劝架", "谁家添丁她先知道")),
        Neighbour("赵雪", K.RESIDENT, ("年轻妈妈们推她", "会查政策，会做表", "接送路上搭把手")),
        Neighbour("付一鸣", K.RESIDENT, ("齐都佳园业主群的群主", "讲理，不吵", "帮老人教手机")),
    ),
}
POSTED = Neighbour("张桂兰", K.RESIDENT, ("七十多岁，辈分高", "记性好，说得清来龙去脉", "待人和气"))
WAITING = Neighbour(
    "丁德福", K.RESIDENT, ("老门卫，谁都认识", "院里的管线他最清楚", "下雪第一个出来扫")
)
# Who recommends, and two who second.
NEIGHBOURS: Mapping[str, tuple[str, str, str]] = {
    GRID: ("王秀荣", "刘德厚", "王晓燕"),
    NEXT_GRID: ("冯秀芹", "赵雪", "崔玉兰"),
    COMMUNITY: ("盛佳", "霍明", "高玉霞"),
}
