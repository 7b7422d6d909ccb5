"""Between neighbours: in confidence, counted without names."""

from __future__ import annotations

from demo.telling.courses import in_confidence
from demo.telling.moments import work
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    HARD,
    SMALL,
    SOLVED,
    calls,
    delivers,
    finds,
    promises,
    settles,
    talks,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says
from issues.enums.activity import DeliberationKind

STORIES = (
    Story("noise-1", Raised(who="曹敏", where="东苑小区1号楼", ago=49, at="23:50", private=True, category="noise", text="楼上孩子半夜还在跑跳，我神经衰弱，吃药都睡不着。上去说过一次，吵了一架。"),
        [*in_confidence("曹女士，我先听听楼上的，不说是您提的。", "noise", SMALL), settles("楼上客厅铺了厚垫，孩子九点半上床；楼下有事先发消息，不敲暖气管。", said="楼上妈妈是护士，倒班，也委屈。两家都掉了眼泪。", heads=4, after=work(300, 420)), says(SOLVED, GLAD, "现在电梯里见了还打招呼。")]),
    Story("leak-1", Raised(who="滕静", where="齐都佳园3号楼", ago=43, at="08:35", private=True, category="leaks", photos=("roof",), text="楼上卫生间漏水，我家吊顶泡了，他说是开发商的事，不开门。"),
        [*in_confidence("滕女士，我请物业做一次闭水试验，用事实说话。", "leaks", HARD), finds("闭水二十四小时，确实是楼上淋浴房地漏。", "roof"), talks("楼上看了试验结果认了。两家为赔多少僵住。", "楼上修防水，赔吊顶材料费，工钱物业出。", heads=4, kind=DeliberationKind.VISIT), promises("一周内做完防水、补好吊顶", days=7), delivers("防水重做，吊顶补好。", why_none="两家家里，不拍照"), says(SOLVED, FAIRLY)]),
    Story("pet-1", Raised(who="邹凯", where="齐都佳园5号楼", ago=30, at="19:40", private=True, category="pets", text="对门养了两条大狗不拴绳，我闺女被扑过，现在不敢自己出门。"),
        [*in_confidence("邹先生，今晚我去对门。孩子先别一个人走这边电梯。", "pets", SMALL), settles("狗出门拴短绳戴嘴套，错开上学时间；狗主人带着狗和孩子认识了一回，孩子摸了。", heads=5, after=work(200, 400)), says(SOLVED, GLAD)]),
    Story("noise-2", Raised(who="霍明", where="粮所宿舍3号楼", ago=17, at="21:05", private=True, category="noise", text="楼下大爷拉二胡，早上六点开始，天天一个曲子，我上夜班。"),
        [*in_confidence("霍师傅，大爷耳背，我去跟他比划。", "noise", SMALL), settles("大爷改成上午十点后去石榴树底下拉，还多了几个听众。", heads=3), calls("霍师傅说挺好，能睡到九点。", SOLVED, GLAD, by="陈静", after=work(500, 700))]),
    Story("leak-2", Raised(who="莫海", where="锦绣苑5号楼", ago=9, at="10:30", private=True, category="leaks", text="空调外机的水滴到楼下晾的被子上，楼下往上泼过脏水。"),
        [*in_confidence("莫先生，先把滴水管接到落水管里，我带了管。", "leaks", HARD), finds("滴水管脱了一截，风一吹就往里飘。")]),
)
