"""Parking, ways, stalls and shops."""

from __future__ import annotations

from demo.telling.courses import intake, settled, to_department
from demo.telling.moments import on
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    HARD,
    MAJOR,
    PARTLY,
    SMALL,
    SOLVED,
    answers,
    delivers,
    finds,
    names,
    promises,
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
    Story("parking-1", Raised(who="盛佳", where="东苑小区4号楼", ago=19, at="18:25", photos=("parking",), category="parking", text="下班回来绕三圈找不着车位，消防通道上都停满了。昨晚救护车进不来，是邻居们抬出去的。"),
        [*intake("车停满消防通道，救护车进不来", "盛女士，昨晚的事我知道了，人没事。今天先把消防通道的车主一个个请出来挪。", MAJOR, "parking"),
         receives(), supported("曹敏", "窦志伟", "牛翠花", "贾永军", "苗苗"), answers("这是全小区的大事，议事会要议，方案先贴出来大家看七天。"),
         finds("常住车二百三十辆，能画的位一百七十个，北墙外有一块闲地能停四十。", "parking"),
         talks("先来先停和按户一车两种意见差不多一半一半。", "消防通道一辆不停，先画线。按户一车、二车轮候，等议事会表决。", "租房户担心排不上，要求也算一户。", heads=38, kind=DeliberationKind.SITTING, quorate=False, at_venue=True, after=on(5, "19:00"))]),
    Story("parking-2", Raised(who="任铁柱", where="铁路宿舍2号楼", ago=42, at="06:30", photos=("parking",), category="parking", text="有辆外地牌照的面包车停在楼门口一个多月没动，轮胎都瘪了，单元门只能开一半。"),
        [*settled("面包车久停堵了单元门", "任师傅，车上留的电话打通了，是来打工的，今晚挪。", "parking", "车主把车挪到站台那边，还给大伙道了歉，门口装了两根矮桩。", "parking+"), says(SOLVED, GLAD)]),
    Story("parking-3", Raised(who="孔祥瑞", where="锦绣苑4号楼", ago=28, at="08:10", photos=("parking",), text="幼儿园放学那会儿，家长的车三排三排地停，我们业主进不了自家大门。", category="traffic"),
        [*intake("放学时车辆堵住小区大门", "孔先生，我跟幼儿园园长约了，看能不能错开放学。", HARD, "traffic"), supported("尚晓雨", "莫海"), finds("下午四点到四点二十，门前停了三十七辆，其实有一半开两分钟就走。", "parking"),
         talks("园方愿意分三批放学，家长说要有地方等。", "大班中班小班错开十分钟，门前划十个即停即走位，志愿者站岗。", heads=13), pushes_up("划位要交警和交通局", "错峰已经开始"), receives(), answers("社区报上去了。"), talks("看了一个星期，错峰管用，还差划线。", "请交通局划即停位。", heads=6),
         pushes_up("请街道定牵头", "错峰一周，高峰少了一半"), names("LZ-JT"), receives(), answers("月底前划线。"), promises("划即停即走车位十个", days=12), delivers("划了十个绿色即停位，立了牌子。", "parking+", count=10, of="个车位"), verifies(), says(SOLVED, GLAD)]),
    Story("way-1", Raised(who="纪红霞", where="珠玑东里后排", ago=37, at="07:20", photos=("potholes",), category="passage", text="后排到学校要过一段没人行道的路，大货车擦着孩子过，家长们轮流站岗。"),
        [*intake("上学路段没有人行道，大货车贴身过", "纪女士，我也跟着站了一早上，五十分钟过了二十一辆大货。这事我往上报。", HARD, "passage"), supported("车国庆", "谷满仓"), finds("路宽七米，货车走这里是为了躲红绿灯。", "parking"),
         talks("家长要求限行，修车铺老板担心生意。", "上下学两个时段限大货，平时不限。", heads=18, at_venue=True), pushes_up("限行要交通部门定", "家长护学队排了班"), receives(), answers("报告里附了你们数的车。"), talks("和学校、修车铺说定了时段。", "七点到八点、四点到五点。", heads=7), pushes_up("请街道定牵头", "时段谈好了"),
         names("LZ-JT", "FHT-AJ", reason="交通局定限行，安监办配合护学岗"), receives("罗开明"), receives("曲志刚"), answers("限行牌在做，先放水马隔出一米五的走道。", by="罗开明"), promises("十个工作日内立限行牌、隔离走道", days=40, by="罗开明"), promises("上下学时段各派一人协助护学", days=38, by="曲志刚")]),
    Story("stall-1", Raised(who="丛建波", where="珠玑路沿街东段商铺", ago=50, at="17:15", category="stalls", shop="建波五金", photos=("parking",), text="门口早点摊一摆就到十点，电瓶车三轮挤成一团，我卸货的车天天被罚。"),
        [*intake("早点摊占道到十点，卸货车停不下", "丛老板，早点摊也是几家人的饭碗，咱约上掌柜的议事亭一块儿说。", SMALL, "stalls"),
         settles("早点摊八点半收，往南挪十五米；五金店八点四十以后卸货。", said="摆摊的老两口说挪可以，别再往远了，拿水不方便。", heads=6), says(SOLVED, GLAD, "各退一步，现在还给我留豆浆。")]),
    Story("stall-2", Raised(who="唐晓丽", where="珠玑路沿街商住1号楼", ago=26, at="22:50", category="stalls", photos=("lamp",), text="楼下烧烤摊的烟直往屋里灌，十一点还划拳，孩子明年中考。"),
        [*intake("烧烤摊油烟和夜里喧哗", "唐女士，我今晚过去，先请他们把桌子往里收。", SMALL, "stalls"),
         *to_department("油烟净化不是网格能定的", "桌子收进去了，烟还有", "社区和两家烧烤说了装净化器。", "请街道定谁来管油烟", "说和两次，一家装了一家没装"),
         names("FHT-HW", "FHT-ZJ", reason="环卫所牵头管油烟和收摊时间，住建办看烟道"), receives("杨帆"), receives("沈涛"), answers("明天和住建办一起上门。", by="杨帆"), promises("一周内装好净化器，定下收摊时间", days=8, by="杨帆"), delivers("烟道改到楼顶，接口封严。", by="沈涛", why_none="高处作业，施工单位的照片在验收单里"), delivers("两家都装了净化器，十点收摊写进公约。", by="杨帆", why_none="夜里查的，看不清"), verifies("十点二十去看，收了。"), says(SOLVED, FAIRLY)]),
    Story("shop-1", Raised(who="魏老板", where="珠玑路沿街西段商铺", ago=44, at="14:40", category="business", shop="魏记馒头", photos=("wires",), text="一到中午就跳闸，一蒸馒头半条街没电，电管所说要增容，我们小本生意不会跑这些手续。"),
        [*intake("中午跳闸，小店不会办增容", "魏老板，手续我陪您跑，先列一下各家用多少电。", SMALL, "business"),
         *to_department("增容要和供电对接", "六家的用电量列清了", "社区约了供电的客户经理周四上门。", "多家一起增容，请街道牵头", "六家签了字"),
         names("FHT-ZJ"), receives(), answers("供电的同志后天现场勘察。"), promises("两周内办完增容", days=14), delivers("增容办好，表箱换新，手续费减免。", "wires+", money="8800", paid_by="六家商户"), verifies(), says(SOLVED, GLAD, "一趟没跑就办成了。")]),
    Story("shop-2", Raised(who="阮翠", where="珠玑路沿街农贸市场", ago=32, at="05:50", category="business", shop="小阮蔬菜", text="市场大门七点才开，我们凌晨四点拉菜来只能在路边等，菜都冻了。"),
        [*settled("市场开门晚，菜农路边等", "小阮，市场办怕开早了没人看，我问问谁能早来。", "business", "东侧门四点半开，菜农轮流看门，市场办给留灯和热水。", said="保安大叔说多两个钟头也行，给加个夜班补贴。", heads=8, why_none="说定的事，门钥匙交接单贴墙上了"), says(SOLVED, GLAD)]),
    Story("shop-3", Raised(who="李建民", where="珠玑路沿街西段商铺", ago=18, at="15:25", category="business", shop="老李面馆", text="共享单车一辆挨一辆摆到我店门口，客人进门得侧身，挪开了第二天又来。"),
        [*settled("共享单车堵在店门口", "李师傅，我联系了运维，门口给画个框。", "business", "往东十米画了单车框，店门口贴了请勿停放。", "parking+"), says(PARTLY, FAIRLY, "白天好多了，晚上又乱。"),
         delivers("运维加了晚上九点一趟，框也扩大了一倍。", "parking+"), says(SOLVED, GLAD)]),
    Story("shop-4", Raised(who="丛建波", where="珠玑路沿街东段商铺", ago=12, at="10:00", category="lights", shop="建波五金", photos=("lamp",), text="东段人行道灯坏了五盏，晚上黑灯瞎火，店里关门都提前。"),
        [*intake("东段人行道五盏灯不亮", "丛老板，五盏的杆号我都记了，报给住建办。", SMALL, "lights"), *to_department("路灯归市政，要住建办", "杆号都记了", "社区转过去了。", "请住建办修路灯", "现场点过，五盏"), receives(), answers("后天登高车过去。"), promises("三天内修好五盏灯", days=5), delivers("五盏全修好，一盏换了新杆。", "lamp+", count=5, of="盏路灯"), verifies("晚上八点看的，都亮。")]),
)
