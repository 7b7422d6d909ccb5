"""The sittings of the demo that were held: when, by whom, and what was said and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.enums.decisions import Effect
from demo.seeds.council_data import COMMUNITY, GRID, NEXT_GRID

# The matter on which two grids decide together: a story tells what came of it.
SHED = "shed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBody:
    """A body asked to do a part; `answer` is why it can't, empty where it says yes."""

    body: str
    text: str
    days: int
    by: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was put to the vote, by hands or by name; all others there were for it."""

    motion: str
    by_name: bool = False
    two_thirds: bool = False
    against: int = 0
    abstain: int = 0
    minority: str = ""
    effect: Effect = Effect.TO_DELIVER
    asked: Sequence[AskedBody] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """An item; `story` is the key of the matter it is about."""

    title: str
    said: str
    story: str = ""
    # Who had the floor, and one line of what they said.
    speakers: Sequence[tuple[str, str]] = ()
    decided: Decided | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSitting:
    """So many days ago, or on a day of the month that is so many before this one.

    The monthly ones keep to their month, so that README can say where in the calendar they are.
    """

    council: str
    title: str
    items: Sequence[Talked]
    there: int
    ago: int = 0
    months: int = 0
    day: int = 12
    joined: Sequence[str] = ()
    # How many days it was put off after it had been called.
    put_off: int = 0
    called_ahead: int = 9
    published: bool = True


HELD = (
    HeldSitting(
        council=GRID,
        months=4,
        title="第一次议事会：先立几条规矩",
        there=5,
        items=(
            Talked(
                title="议事的规矩",
                said="一人两分钟，先听完再说；吵起来就停，喝口水再谈。",
                speakers=(("孙玉珍", "先让没说过的人说。"), ("李建民", "说完的事要有人记着。")),
                decided=Decided(
                    motion="每人两分钟，每件事说两回；新来的先说；主持人只管时间。",
                    abstain=1,
                ),
            ),
            Talked(title="什么时候开会", said="每月一次，周几都行，下午三点，大槐树底下。"),
        ),
    ),
    HeldSitting(
        council=GRID,
        months=3,
        title="例会：楼道杂物和夜间停车",
        there=5,
        items=(
            Talked(
                title="楼道杂物怎么清",
                said="先贴通知，一周后大家一起清；老人家里的请网格员上门帮忙。",
            ),
            Talked(
                title="夜间消防通道停车",
                said="画线、装牌；物业每晚九点巡一次。",
                decided=Decided(
                    motion="南门到三号楼的消防通道画黄线，夜里一辆不停。",
                    against=1,
                    minority="下夜班的回来没处停，想要几个夜间车位。",
                ),
            ),
        ),
    ),
    HeldSitting(
        council=GRID,
        joined=(NEXT_GRID,),
        ago=50,
        put_off=2,
        called_ahead=10,
        title="两个网格一起商量：老车棚",
        there=8,
        items=(
            Talked(
                title="老车棚改成充电车棚",
                story=SHED,
                said="两个网格八栋楼都要用；怕的是着火，也怕收费没人管。",
                speakers=(
                    ("宋兰英", "楼里拉飞线的十一户，有了棚子谁还拉。"),
                    ("杜春生", "电要从配电房单走一路，不能接路灯。"),
                    ("邱桂荣", "挨着棚子的一号楼要先问到。"),
                ),
                decided=Decided(
                    motion="老车棚改成充电车棚：四十个口，离楼六米，电价贴出来，账每季公布。",
                    two_thirds=True,
                    against=1,
                    minority="一号楼东头的两户担心夜里有响动，要求十点以后不叫号。",
                    asked=(
                        AskedBody(
                            body="AJ-WY", text="清空老车棚，旧车登记挂牌", days=15, by="秦勇"
                        ),
                        AskedBody(
                            body="CQ-JX",
                            text="车棚的产权证明和图纸",
                            days=10,
                            by="邢师傅",
                            answer="图纸在区档案馆，留守处没有；可以开介绍信，陪你们去查。",
                        ),
                    ),
                ),
            ),
            Talked(title="两个网格以后怎么一起开会", said="牵扯两边的事一起开，轮着主持。"),
        ),
    ),
    HeldSitting(
        council=COMMUNITY,
        months=1,
        day=20,
        title="社区议事会：公共收益怎么花",
        there=6,
        items=(
            Talked(
                title="今年的公共收益",
                said="广告和停车一共八万六千，花了三万一，余下的账贴在各小区门口。",
                speakers=(
                    ("袁守义", "先修漏的，再添新的。"),
                    ("丛建波", "沿街的灯箱钱也该进来。"),
                ),
                decided=Decided(
                    motion="余款先用于三处屋面防水，剩下的换声控灯；每一笔贴出来。",
                    by_name=True,
                    two_thirds=True,
                    against=1,
                    minority="付一鸣：齐都佳园的孩子等一块平地等得更久。",
                ),
            ),
            Talked(
                title="活动室几点关门",
                said="带孩子的想开到八点半，住楼上的想八点关。",
                decided=Decided(motion="平日八点，周末八点半，最后走的人关灯锁门。", abstain=1),
            ),
        ),
    ),
    HeldSitting(
        council=GRID,
        months=1,
        title="例会：充电桩装在哪里",
        there=4,
        published=False,
        items=(
            Talked(title="上次说的办得怎么样", said="楼道清了四个单元，还差一个。"),
            Talked(
                title="充电桩装在哪里",
                said="多数人赞成装在南门车棚；一户担心噪音，安装前再去看一次。",
            ),
        ),
    ),
)
