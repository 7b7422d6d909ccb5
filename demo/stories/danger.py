"""Dangers: urgent matters, at any hour of the day."""

from __future__ import annotations

from demo.telling.courses import rushed, until_moved
from demo.telling.moments import minutes
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    SOLVED,
    URGENT,
    answers,
    classifies,
    delivers,
    promises,
    publishes,
    receives,
    settles,
    talks,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says

STORIES = (
    Story("danger-1", Raised(who="薛刚", where="桓公花园5号楼", ago=52, at="22:40", danger=True, photos=("charging",), category="fire", text="车棚里有辆电瓶车充电冒烟了，一股塑料糊味，旁边挨着二十多辆！"),
        [*rushed("车棚电瓶车充电冒烟", "薛师傅，总闸已经拉了，消防站五分钟到，大家别靠近。", "fire"), promises("两天内拆掉飞线，换带断电保护的充电口", days=3, safe=True, after=minutes(30, 60)), talks("冒烟的电池是改装的，车主自己也后怕。", "改装电池不许进棚，谁家有的三天内换掉。", heads=9, after=minutes(500, 700)), delivers("充电口全换成带断电保护的，加了烟感和四个灭火器。", "charging+", money="9200", paid_by="安居物业"), says(SOLVED, GLAD, "半夜十一点，网格员穿着拖鞋跑来的。")]),
    Story("danger-2", Raised(who="尚晓雨", where="锦绣苑2号楼", ago=46, at="16:05", danger=True, photos=("courtyard",), category="falling", text="二号楼十六层往下扔啤酒瓶，碎在滑梯旁边，当时有六个孩子在玩！"),
        [*rushed("高空扔酒瓶，碎在儿童滑梯旁", "尚女士，滑梯这边已经围了，物业在挨户敲门，派出所也来了。", "falling"), talks("派出所和物业把十四到十八层一户户走到。", "装朝上摄像头，滑梯往里挪三米，每户签一张不抛物的约定。", heads=17, after=minutes(120, 300)), promises("一周内装朝上摄像头两个，滑梯挪位", days=7, safe=True, after=minutes(20, 40)), delivers("摄像头两个，滑梯挪了三米，加了棚网。", "courtyard+", money="6400", paid_by="安居物业"), says(SOLVED, FAIRLY, "扔的人没找着，心里还是不踏实。")]),
    Story("danger-3", Raised(who="姜秀云", where="铁路宿舍4号楼", ago=40, at="05:35", danger=True, category="fire", text="三楼家里煤气味特别大，敲门没人应，里头住着一个耳背的老爷子！"),
        [*rushed("楼道煤气味大，屋内老人敲门不应", "姜大姐，都先下楼，别按门铃别开灯，燃气抢修七分钟到，开锁的也来了。", "fire"), settles("老人平安，是软管老化。燃气公司换了不锈钢管，装了报警器，儿子的电话存到网格了。", heads=6, why_none="救人要紧，没有拍照", after=minutes(60, 120)), says(SOLVED, GLAD, "要是晚半个钟头不敢想。")]),
    Story("danger-4", Raised(who="柳叶青", where="纺织小区4号楼", ago=33, at="13:30", danger=True, photos=("wires",), category="wires", text="大风把外墙一块铁皮掀起来了，哐哐响，底下是学生放学的路。"),
        [*rushed("大风掀起外墙铁皮，下面是放学路", "柳女士，底下拉了警戒线，学生绕南门走，我在这儿守着。", "falling"), promises("风停即拆，三天内把同批铁皮全部加固", days=4, safe=True, after=minutes(60, 150)), talks("物业说当年四栋楼一批装的。", "四栋一起查，松的都拆。", heads=5, after=minutes(90, 200)), delivers("拆三块、加固十七块。", "wires+", count=20, of="块铁皮"), says(SOLVED, GLAD)]),
    # Nobody came within the hour, so the clock moved it up at night.
    Story("danger-5", Raised(who="葛桂香", where="供销社宿舍南楼", ago=27, at="02:15", danger=True, photos=("sewer",), category="supply", text="院里水管冻裂了，水往地窖里灌，地窖里有人家存的白菜和一台电机，电机还通着电。"),
        [until_moved(), receives("陈静", after=minutes(6, 18)), answers("葛大娘，电已经让值班的拉了，水务的人在路上，您别下地窖。", by="陈静", after=minutes(3, 8)), classifies(URGENT, "supply", after=minutes(2, 5)), publishes("夜里水管冻裂往地窖灌，电机带电", by="陈静", after=minutes(20, 60)), promises("天亮前关阀止水，当天换管保温", days=2, safe=True, after=minutes(40, 80)), talks("网格员夜里手机静音了，值班表要改。", "夜里急事轮班，手机不许静音；地窖电机换防水的。", heads=7, after=minutes(400, 520)), delivers("换管十八米，裹了保温，地窖抽干，白菜保住大半。", "sewer+", money="2300", paid_by="社区应急"), says(SOLVED, FAIRLY, "事办好了，可夜里第一个电话没人接，我记着呢。")]),
    Story("danger-6", Raised(who="戴老师", where="教师公寓1号楼", ago=20, at="11:25", danger=True, category="lifts", photos=("stairwell",), text="单元门的电磁锁坏了锁死了，里头六十多口人出不来，有个老人约了透析。"),
        [*rushed("单元门锁死，有老人要去透析", "戴老师，断电就能开，我让物业拉闸，五分钟。透析的老人我叫了车。", "guards"), settles("锁拆了，换了断电自开的；透析没耽误。", "stairwell+", heads=5, after=minutes(20, 50)), says(SOLVED, GLAD)]),
    Story("danger-7", Raised(who="任铁柱", where="铁路宿舍2号楼", ago=11, at="19:50", danger=True, photos=("lamp",), category="falling", text="老站台那棵死杨树歪了，根都露出来了，刮大风就要倒在雨棚上，雨棚底下天天有人下棋。"),
        [*rushed("死杨树歪向议事亭雨棚", "任师傅，今晚雨棚不许坐人，绳子拉起来了。", "falling"), promises("明天请园林班来伐", days=2, safe=True, after=minutes(30, 90)), talks("棋友们说伐了夏天没荫凉。", "伐了死的，补栽两棵国槐。", heads=8, after=minutes(700, 900)), delivers("伐倒运走，补栽国槐两棵。", "tree+")]),
)
