"""The other ways a matter ends: declined, merged, withdrawn, hidden, without an answer."""

from __future__ import annotations

from demo.telling.courses import in_confidence, intake, settled
from demo.telling.moments import minutes, work
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    NOT,
    SMALL,
    SOLVED,
    UNHAPPY,
    answers,
    calls,
    classifies,
    declines,
    delivers,
    hides,
    keeps_private,
    merges,
    publishes,
    receives,
    settles,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says, withdraws
from issues.enums.matter import Source

STORIES = (
    Story("end-declined-1", Raised(who="戴老师", where="教师公寓1号楼", ago=50, at="10:05", text="我退休金少发了两个月，学校推给社保，社保推给学校。"),
        [receives(), publishes("退休金发放问题"), declines("退休金由区社保中心管。窗口在区政务大厅二楼，我已替您约了周三上午的号，带身份证和工资折；电话 0533-7100999。")]),
    Story("end-declined-2", Raised(who="尚晓雨", where="锦绣苑2号楼", ago=32, at="13:50", category="business", text="网上买的扫地机器人是坏的，商家不给退。"),
        [receives(), publishes("网购商品不退"), declines("这属于消费纠纷，打 12315 或者在小程序上提交订单截图，三个工作日有回音。不会操作的话到社区一楼，志愿者帮您填。")]),
    Story("end-declined-3", Raised(who="祁老汉", where="油坊胡同东院", ago=16, at="09:25", source=Source.WRITTEN_DOWN, taken_by="齐大勇", contact="祁老汉", text="儿子借我的钱不还，想让社区给要。"),
        [receives(), keeps_private("家事，不公开"), answers("祁大爷，这是您家里的事，我帮您约了法律援助。"), declines("家庭债务请到街道法律援助站，周二周四上午有律师，不收钱；要是想先说和，郑和平老师可以陪您和儿子坐一坐。")]),
    Story("end-merge-1", Raised(who="谷满仓", where="珠玑东里前排", worked=11400, photos=("culvert",), text="涵洞又淹了，我拉货的三轮熄火在里头，你们管不管。"),
        [receives(), publishes("涵洞又淹水"), merges("culvert")]),
    Story("end-merge-2", Raised(who="赵雪", where="机械厂家属院7号楼", worked=11531, photos=("wires",), text="推着婴儿车进不了楼道，全是别人家的东西，电线也乱。"),
        [receives(), publishes("楼道杂物多，婴儿车进不去"), merges("compound")]),
    Story("end-withdrawn-1", Raised(who="汪洋", where="桓公花园6号楼", ago=41, at="08:55", text="隔壁装修太早，六点半就开电钻。", category="noise", private=True),
        [*in_confidence("汪先生，我去和装修队说八点以后。", "noise", SMALL), withdraws("邻居自己来道歉了，改到八点半，不用再麻烦了。", after=minutes(100, 300))]),
    Story("end-withdrawn-2", Raised(who="盛佳", where="东苑小区4号楼", ago=20, at="12:05", category="guards", text="快递丢了一个，想看监控。"),
        [receives(), publishes("想查监控找快递"), withdraws("找到了，是家里老人替我收了。", after=minutes(30, 90))]),
    Story("end-hidden-1", Raised(who="魏老板", where="珠玑路沿街西段商铺", ago=36, at="16:15", category="business", shop="魏记馒头", text="对面那家卖的馒头硫磺熏的，吃了要得病，大家别去。"),
        [*intake("怀疑对面店用硫磺", "魏老板，这样的话没查实不能公开说，我请市场监管的同志去看。", SMALL, "business"), hides("公开的内容涉及对别家没有查实的说法，会伤人，先撤下；查证另行进行。", after=work(40, 90)), settles("市场监管抽检合格，结果告诉了两家；魏老板说以后有怀疑先打 12315。", heads=4, why_none="抽检报告由市场监管存"), says(SOLVED, FAIRLY)]),
    Story("end-silent-1", Raised(who="贾永军", where="东苑小区8号楼", ago=40, at="19:50", category="lights", photos=("stairwell",), text="地下室灯坏了，取自行车看不见。"),
        [*settled("地下室灯坏", "贾师傅，明早换。", "lights", "换灯三盏。", "stairwell+"), calls("电话没人接。", by="陈静", after=work(600, 700)), calls("又没人接，发了短信。", by="吴海霞", after=work(450, 500))]),
    Story("end-silent-2", Raised(who="盛佳", where="东苑小区4号楼", ago=29, at="22:20", category="benches", text="儿童滑梯的螺丝松了，晃。"),
        [*settled("儿童滑梯螺丝松动", "盛女士，我拿扳手过去。", "benches", "螺丝全紧了一遍，滑梯底下加了沙。", "courtyard+")]),
    Story("end-call-1", Raised(who="纪红霞", where="珠玑东里后排", ago=33, at="17:00", category="supply", text="水表箱没有盖，冬天怕冻。"),
        [*settled("水表箱没盖怕冻", "纪女士，盖子我量了尺寸。", "supply", "后排十一户的表箱都配了盖，塞了保温棉。", "shaft+"), calls("第一次占线。", by="陈静", after=work(460, 520)), calls("纪女士说都盖好了，就是她家那个盖不严，已让网格员去垫。", SOLVED, GLAD, by="陈静", after=work(300, 420))]),
    Story("end-above-1", Raised(who="莫海", where="锦绣苑5号楼", ago=24, at="09:35", category="parking", photos=("parking",), text="我买的车位天天被别人占，贴条也没用。"),
        [*settled("买的车位天天被占", "莫先生，占位的车主我找到了，是二号楼的。", "parking", "车主答应挪走。", why_none="没有什么可拍"), says(NOT, UNHAPPY, "挪走两天又来了，光答应没用，请上一级看看。", above=True), receives("吴海霞"), answers("莫先生，社区请物业给产权车位装地锁，费用物业出。", by="吴海霞"), delivers("地锁装好，占位的那家也租到了车位。", "parking+", money="360", paid_by="安居物业", by="吴海霞"), says(SOLVED, GLAD, "早装锁不就得了，谢谢社区。")]),
    Story("hot-1", Raised(who="牛翠花", where="东苑小区7号楼", ago=45, at="11:00", source=Source.HOTLINE, taken_by="马俊", outside="热线转办 08731", outside_days=9, category="rubbish", text="市民来电：东苑小区7号楼楼道小广告密密麻麻，有的糊住了门牌号。"),
        [*settled("楼道小广告糊住门牌号", "牛大姐，热线转到我这儿了，今天和志愿者一起铲。", "rubbish", "铲了六个单元，门牌号重新描红。", "stairwell+", heads=7), says(SOLVED, GLAD)]),
    Story("hot-2", Raised(who="任铁柱", where="铁路宿舍2号楼", ago=23, at="14:10", source=Source.HOTLINE, taken_by="路遥远", outside="热线转办 09214", outside_days=14, category="sewers", photos=("sewer",), text="市民来电：铁路宿舍2号楼前雨水篦子堵了，下雨积水漫过台阶。"),
        [*settled("雨水篦子堵，积水漫台阶", "任师傅，篦子我掀开掏了，底下全是树叶。", "sewers", "掏了四个篦子，装了拦叶网。", "sewer+", heads=2), says(SOLVED, GLAD)]),
    Story("wish-1", Raised(who="唐晓丽", where="珠玑路沿街商住1号楼", ago=15, at="21:50", private=True, category="elders", text="家里老人有点糊涂，走丢过一次，想请大家帮着留意，但别公开。"),
        [receives(), keeps_private("按本人意愿，不公开"), answers("唐女士，只告诉了网格里几位店主和保安，照片没有外传。"), classifies(SMALL, "elders"), settles("做了防走失手环，沿街八家店都留了电话。", heads=9, why_none="涉及老人隐私"), says(SOLVED, GLAD)]),
    Story("poster-1", Raised(who="房立新", where="ZJD-11", ago=21, at="10:40", source=Source.POSTER, category="benches", text="活动室的门槛绊人，扫码就能说真方便，我试试。"),
        [*settled("活动室门槛绊人", "房师傅，这就来锯。", "benches", "门槛锯平，包了铜边。", "stairwell+", heads=2), says(SOLVED, GLAD, "扫了码不到半天就锯了。")]),
    Story("poster-2", Raised(who="邹凯", where="ZJD-13", ago=7, at="12:15", source=Source.POSTER, category="ideas", text="议事室晚上七点就锁门，上班的人赶不上，能不能一周留两晚？"),
        [*settled("议事室晚上早锁门", "邹先生，我和物业商量一下谁管钥匙。", "ideas", "周二周四开到九点，钥匙放门岗，登记就能拿。", "talk+", heads=4)]),
)
