"""Stories in which a clock acts: missed, pushed up, handed over, supervised."""

from __future__ import annotations

from demo.telling.courses import intake, to_department, until_moved, until_supervised
from demo.telling.moments import minutes, on
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    HARD,
    PARTLY,
    SMALL,
    SOLVED,
    UNHAPPY,
    answers,
    classifies,
    delivers,
    finds,
    names,
    promises,
    publishes,
    pushes_up,
    receives,
    settles,
    talks,
    verifies,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says, supported
from issues.enums.activity import DeliberationKind

STORIES = (
    Story("clock-1", Raised(who="丛建波", where="珠玑路沿街东段商铺", ago=55, at="09:30", category="rubbish", shop="建波五金", photos=("rubbish",), text="隔壁拆店的碎砖头堆在我卷帘门前，开门都费劲，三天了没人来看。"),
        [until_moved(), receives(), publishes("拆店碎砖堵卷帘门三天没人管", by="陈静"), answers("丛老板，网格员那几天请假没交班，是我们没安排好。今天就清。"), classifies(SMALL, "rubbish"), settles("清走两车碎砖，请假必须交班写进值班表。", "rubbish+", heads=3), says(SOLVED, FAIRLY, "来了就快，就是前三天没人理。")]),
    # All the way: grid, community, the street's department, the district's, and a word from above.
    Story("clock-2", Raised(who="国振东", where="纺织小区5号楼", ago=58, at="08:10", category="roofs", photos=("roof",), text="五号楼女儿墙裂了一道缝，能伸进手指头，下面是单元门。物业说不归他，房管说等一等。"),
        [*intake("5号楼女儿墙开裂，下面是单元门", "国师傅，下头先拉了线，我报上去。", SMALL, "roofs"), supported("柳叶青", "范淑芬"), until_moved(), receives(), answers("社区看过，要请专业的来鉴定。"), until_moved(), receives("沈涛"), answers("在找鉴定单位。", by="沈涛"), until_moved(), receives("朱琳"), answers("区里接手了，鉴定周五进场。", by="朱琳"), promises("鉴定后十天内加固", days=18, by="朱琳"), delivers("女儿墙拆砌十四米，加了压顶。", "roof+", by="朱琳", money="23800", paid_by="区维修资金"), verifies("缝没了，线也撤了。"), says(PARTLY, UNHAPPY, "修好了，可从开始到修好绕了一个多月，该早点有人管。", after=minutes(200, 900)), delivers("补做了其余三面的巡检，有一处一并加固；向住户当面说明了前面耽搁的原因。", "roof+", by="朱琳"), verifies(), says(SOLVED, FAIRLY)]),
    Story("clock-3", Raised(who="汪洋", where="桓公花园6号楼", ago=47, at="17:45", category="greenery", photos=("tree",), text="湖边的柳树倒了一棵横在步道上，锻炼的都得从草地绕，下了雨一脚泥。"),
        [*intake("湖边倒柳树横在步道上", "汪先生，我一个人挪不动，找人锯。", SMALL, "greenery"), pushes_up("树太粗，要机械", "锯了细枝"), receives(), answers("社区找园林班。"), pushes_up("请环卫所园林班", "细枝清了"), receives(), answers("排在下周。"), until_supervised(), answers("吊车坏了，是我们拖了，督办以后借了一台。", after=on(2, "10:00")), promises("明天借吊车把倒树运走", days=3), delivers("倒树运走，步道补了三块砖。", "tree+", after=on(1, "15:30")), verifies(), says(SOLVED, FAIRLY)]),
    Story("clock-4", Raised(who="付一鸣", where="齐都佳园1号楼", ago=39, at="20:20", category="fire", photos=("charging",), text="地下车库三号充电区没有灭火器，顶上的喷淋头也被广告牌挡着。"),
        [*intake("车库充电区没有灭火器，喷淋被挡", "付先生，我先从值班室搬了两个灭火器下去。", SMALL, "fire"), until_moved(), until_supervised(), receives(after=on(1, "09:00")), answers("督办单子到了，社区今天和物业对。"), promises("三天配齐灭火器，拆掉广告牌", days=4), delivers("灭火器十二具，广告牌拆了三块。", "charging+", count=12, of="具灭火器"), says(SOLVED, GLAD)]),
    Story("clock-5", Raised(who="车国庆", where="珠玑东里中排", ago=34, at="07:50", category="wires", photos=("wires",), text="中排电线杆斜了，拉线都松了，刮风嗡嗡响，杆上还挂着变压器。"),
        [*intake("中排电线杆倾斜带着变压器", "车师傅，供电抢修我打了，先拉线围住。", HARD, "wires"), finds("杆根土被雨水冲空，倾斜约八度。", "wires"), talks("大家问为啥不当天扶。供电说要停电计划。", "计划停电那天社区提前通知老人备水。", heads=8), pushes_up("要供电和街道协调", "围住了，夜里有人巡"), receives(), answers("社区发了函。"), talks("供电来人看了。", "下周二停电扶正，谁家有制氧机的报上来。", heads=5, kind=DeliberationKind.VISIT), pushes_up("请街道定牵头", "停电计划在排"), until_supervised(), names("FHT-AJ", reason="督办：安监办牵头，与供电对接"), receives(), answers("周二停电四个小时。"), promises("周二计划停电扶正电杆", days=7), delivers("杆扶正，根部浇了混凝土护墩。", "wires+"), verifies("不嗡了。"), says(SOLVED, FAIRLY)]),
    Story("clock-6", Raised(who="温雅", where="珠玑西里1号楼", ago=26, at="18:00", category="roads", photos=("potholes",), text="小广场地砖翘了二十多块，跳舞的大姐绊倒两个。"),
        [until_moved(), receives("吴敏"), publishes("小广场地砖翘起绊人", by="吴敏"), answers("小温，韩梅这周在培训，我来。"), classifies(SMALL, "roads"), until_moved(), receives("沈涛"), answers("这周五来铺。", by="沈涛"), promises("本周五铺好地砖", days=6, by="沈涛"), delivers("换砖三十一块。", "potholes+", count=31, of="块地砖", by="沈涛"), verifies(by="韩梅"), says(SOLVED, GLAD)]),
    # Still on their way.
    Story("clock-7", Raised(who="唐晓丽", where="珠玑路沿街商住1号楼", ago=43, at="12:30", category="roofs", photos=("roof",), text="商住楼外墙保温层鼓包，敲着是空的，已经掉过两块拳头大的。"),
        [*intake("外墙保温层空鼓脱落", "唐女士，底下拉了网，鼓包的我画了圈。", HARD, "roofs"), supported("李建民", "魏老板"), finds("东立面空鼓约六十平方米。", "wires"), talks("商户出不起脚手架钱。", "先拆松的，再想办法。", "业主觉得该开发商出，开发商已注销。", heads=9), until_moved(), receives(), answers("社区请人估了价。"), until_moved(), receives("沈涛"), answers("在走应急维修资金。", by="沈涛")]),
    Story("clock-8", Raised(who="薛刚", where="桓公花园5号楼", ago=38, at="10:50", category="heating", text="换热站半夜轰隆轰隆响，床都跟着颤，测过六十多分贝。"),
        [*intake("换热站夜里噪声震动", "薛师傅，我半夜去听了，水泵底座松。", SMALL, "heating"), *to_department("换热站是供热公司的", "给泵垫了胶皮，好一点", "社区发了函给供热公司。", "请街道定谁来管", "函发了没回"), until_supervised(), names("LZ-SW", reason="督办后由区水务中心牵头，约供热公司"), receives("岳清"), until_supervised()]),
)
