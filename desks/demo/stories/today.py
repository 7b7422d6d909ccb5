"""What lies on the desks when a newcomer opens them."""

from __future__ import annotations

from desks.demo.courses import intake
from desks.demo.moments import work
from desks.demo.steps import (
    SMALL,
    receives,
    settles,
)
from desks.demo.story import Raised, Story

STORIES = (
    # Three whose first clock runs out one, two and four minutes after the start.
    Story("soon-1", Raised(who="赵雪", where="机械厂家属院7号楼", just=59, danger=True, photos=("wires",), category="wires",
        text="楼道口的电表箱在冒火星，噼啪响，有糊味！孩子们在下面玩，赶紧来个人！")),
    Story("soon-2", Raised(who="范淑芬", where="纺织小区1号楼", just=58, danger=True, photos=("sewer",), category="supply",
        text="一楼自来水总管爆了，水往地下室灌，里头有电瓶车在充电，闸在哪我们都不知道。")),
    Story("soon-3", Raised(who="尚晓雨", where="锦绣苑2号楼", just=56, danger=True, category="falling",
        text="十一楼外墙的瓷砖掉下来一大块，砸在单元门口，上面还有一片翘着，随时要掉。")),
    # To be taken in by the first grid's worker, within office hours whenever it is read.
    Story("new-1", Raised(who="刘德厚", where="机械厂家属院2号楼", worked=55, category="lights",
        text="二号楼三单元的声控灯又不灵了，跺脚拍手都不亮，我晚上下去倒垃圾差点踩空。")),
    Story("new-2", Raised(who="孙玉珍", where="机械厂家属院1号楼", worked=95, photos=("tree",), category="greenery",
        text="楼前那棵杨树的枝子伸到我家窗户上了，刮风就啪啪打玻璃，能不能修一修。")),
    Story("to-publish", Raised(who="王秀荣", where="机械厂家属院4号楼", worked=170, photos=("stairwell",), category="corridors",
        text="对门老赵家（402）把纸箱子、旧轮椅都堆在楼道拐弯，我上下楼得侧着身子。邻里邻居的我不好意思说，你们帮着说说，别说是我讲的。"),
        [receives(after=work(35))]),
    Story("confirm-me", Raised(who="张桂兰", where="机械厂家属院3号楼", worked=900, photos=("lamp",), category="lights",
        text="三号楼前那盏路灯黑了十来天了，我们几个老姐妹跳完广场舞回来都摸着墙走。"),
        [*intake("3号楼前路灯不亮，晚上看不见路", "张大娘，我白天去看了，是灯头烧了，明天电工过来换。", SMALL, "lights"),
         settles("换了一盏三十瓦的灯头，顺手把灯杆下松了的盖板拧紧了。晚上一起看着亮的。", "lamp+", heads=4)]),
    Story("verify-me", Raised(who="孙玉珍", where="机械厂家属院1号楼", ago=16, at="09:20", photos=("potholes",), category="roads",
        text="南门进来那段路坑坑洼洼，下雨一洼一洼的水，推着我老伴的轮椅根本过不去。"),
        [*intake("南门进院路面坑洼，轮椅过不去", "孙大娘，我量了，大小十一个坑，今天先用砖把最深的三个垫上。", SMALL, "roads")]),
)
