"""A major matter: carried out only because a sitting of two grids resolved it."""

from __future__ import annotations

from demo.seeds.sitting_data import SHED
from demo.telling.courses import intake, until_resolved
from demo.telling.moments import on, work
from demo.telling.steps import (
    GLAD,
    MAJOR,
    SOLVED,
    answers,
    delivers,
    finds,
    promises,
    receives,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says, supported

STORIES = (
    Story(SHED, Raised(who="韩广福", where="机械厂家属院5号楼", ago=66, at="08:10", category="fire", photos=("charging",), text="我们院八栋楼，电瓶车三百多辆，没有一个正经充电的地方，全从窗户往下拉线。老车棚空着一半，能不能改成充电的？"),
        [*intake("老车棚改成充电车棚", "韩师傅，老车棚两个网格都在用，我跟刘网格长一块去量了。", MAJOR, "fire", after=work(20)),
         supported("徐振国", "宋兰英", "杜春生", "邱桂荣", after=work(30)), receives(after=work(30)), answers("这是大事，请两个网格的议事会一起议，日子定了就告诉大家。", after=work(30)),
         finds("车棚三百二十平方米，空着一百五；拉飞线的十一户，都在五号楼和七号楼。", "charging", by="孙丽", after=work(120)),
         until_resolved(), promises("车棚清空、走线、装四十个充电口", days=12, after=work(60)),
         delivers("旧车清走四十七辆，登记的都有主。", by="秦勇", why_none="清运时没拍，登记表贴在车棚门口", after=on(2, "16:00")),
         delivers("四十个充电口通电，烟感和喷淋试过，电价牌挂在门口。", "charging+", money="46800", paid_by="公共收益", count=40, of="个充电口", after=on(3, "15:00")),
         says(SOLVED, GLAD, "楼上再没人往下扔线了。那天要不是大家坐下来一条一条说，这棚子还得空十年。")]),
)
