"""Small repairs: lights, lifts, roads, wires."""

from __future__ import annotations

from demo.telling.courses import intake, settled, to_department
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    HARD,
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
    talks,
    verifies,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says, supported
from issues.enums.activity import DeliberationKind

STORIES = (
    Story("light-1", Raised(who="韩广福", where="机械厂家属院5号楼", ago=56, at="19:35", photos=("stairwell",), category="lights", text="二单元三楼的灯坏了快一个月，我们老头老太太上下楼都摸黑，昨天老伴崴了脚。"),
        [*settled("5号楼二单元楼道灯坏了近一个月", "韩师傅，嫂子脚怎么样？灯泡我这儿有，明早就去换。", "lights", "换了声控灯头两个，四楼的也快不行了，一起换了。给扶手上贴了夜光条。", "stairwell+", heads=3), says(SOLVED, GLAD, "还惦记着我老伴的脚，暖心。")]),
    Story("light-2", Raised(who="曹敏", where="东苑小区1号楼", ago=8, at="22:05", photos=("lamp",), text="小区东门到一号楼这段路灯一盏都不亮，加班回来像走隧道。"),
        [*settled("东门到1号楼一段路灯全黑", "曹女士，是时控开关跳了，物业师傅在查线。", "lights", "时控开关换新，四盏都亮了，开灯时间提前半小时。", "lamp+"), says(SOLVED, GLAD)]),
    Story("light-3", Raised(who="焦大姐", where="铁路宿舍8号楼", ago=38, at="18:50", category="lights", text="八号楼门口的灯是好的，就是白天亮晚上灭，反着来的，看着都着急。"),
        [*settled("8号楼门灯白天亮晚上灭", "焦大姐，光感头装反了，我拿梯子来转过来。", "lights", "光感头转向，试到天黑，亮了。", why_none="天黑拍不清，焦大姐在旁边看着亮的", heads=2), says(SOLVED, GLAD, "笑死我了，转个头的事，拖了半年。")]),
    Story("light-4", Raised(who="孔祥瑞", where="锦绣苑4号楼", ago=21, at="20:15", photos=("stairwell",), text="四号楼地下车库入口灯忽明忽暗，闪得人眼晕，坡又陡。"),
        [*settled("车库入口灯频闪", "孔先生，物业说是镇流器，备件明天到。", "lights", "六根灯管全换成 LED 的，坡上加了反光条。", "stairwell+"), says(SOLVED, FAIRLY)]),
    Story("lift-1", Raised(who="滕静", where="齐都佳园3号楼", ago=47, at="07:25", photos=("lift",), category="lifts", text="三号楼右边电梯停了四天，左边那部等一趟十几分钟，十八层啊，送孩子天天迟到。"),
        [*intake("3号楼右梯停运四天", "滕女士，维保说主板坏了在等件，我盯着，每天在群里报一次进度。", SMALL, "lifts"), supported("付一鸣", "邹凯"),
         pushes_up("配件要厂家发，物业说要等一个月", "催了维保三次，拿到了报修单"), receives(), answers("社区约谈了物业和维保公司，改用兼容主板，后天到。"),
         promises("后天恢复运行，停运四天的电梯费下季扣减", days=4), delivers("主板换好，年检合格标贴上了。", "lift+", money="4200", paid_by="安居物业"), says(SOLVED, GLAD)]),
    Story("lift-2", Raised(who="侯雅琴", where="桓公花园2号楼", ago=31, at="15:10", photos=("lift",), text="电梯到五楼就哐当一下，跟坐过山车似的，我婆婆现在宁可爬楼。"),
        [*intake("电梯到5楼明显抖动", "侯女士，我坐了两趟，确实抖。先停用贴了条，安监办来看。", HARD, "lifts"), finds("五楼导轨支架螺栓松了两颗，维保记录上写着正常。", "lift"),
         talks("业主要求换维保公司；物业说合同到年底。", "先修，修完请第三方测；维保记录每月贴出来。", "两户坚持马上换维保，记下了，等续约前再议。", heads=10, at_venue=True),
         promises("五天内修好并做第三方检测", days=6), delivers("支架重装，第三方检测合格，报告贴在轿厢里。", "lift+"), says(SOLVED, FAIRLY, "修是修好了，维保记录造假的事希望真管。")]),
    Story("road-1", Raised(who="牛翠花", where="东苑小区7号楼", ago=6, at="08:30", photos=("potholes",), category="roads", text="七号楼拐弯那个坑，我推着小孙子的车一颠一颠的，昨天奶瓶都颠掉了。"),
        [*settled("7号楼拐弯处路面有坑", "牛大姐，我量了，四十公分宽，拌点水泥就补上了，今天下午就弄。", "roads", "三个坑都补平了，围了一天，晾透了才开。", "potholes+", heads=4), says(SOLVED, GLAD, "小王带着两个老党员一块儿干的，满头汗。")]),
    Story("road-2", Raised(who="谷满仓", where="珠玑东里前排", ago=40, at="06:40", photos=("potholes",), category="roads", text="前排胡同是土路，一下雨两脚泥，送煤气的三轮都不进来。"),
        [*intake("珠玑东里前排胡同雨天泥泞", "谷大爷，修路我一个人办不了，我先拉两车砖渣垫上能走人，路的事往上报。", SMALL, "roads"),
         *to_department("要硬化路面，网格没有资金", "先垫了两车砖渣", "纳入今年的背街小巷了，住建办来量。", "请住建办安排硬化", "量了一百二十米，居民愿意让出墙根"),
         receives(), answers("下周铺，铺的那三天车停胡同口。"), promises("硬化胡同一百二十米", days=9), delivers("硬化一百二十四米，两边留了水沟。", "potholes+", money="52600", paid_by="街道", count=124, of="米路面"),
         verifies("下了点雨，水顺着沟走，好。"), says(PARTLY, FAIRLY, "路好了，就是我家门口比路低一块，雨水往院里流。"),
         delivers("门口加了一道挡水坎，坡修顺了。", "potholes+"), verifies(), says(SOLVED, GLAD, "这回好了，还专门回来一趟。")]),
    Story("wire-1", Raised(who="柳叶青", where="纺织小区4号楼", ago=45, at="13:15", photos=("wires",), category="wires", text="电线网线有线电视线在窗户外头缠成麻花，有根耷拉到一楼晾衣绳上了。"),
        [*intake("4号楼外墙线缆杂乱下垂", "柳女士，耷拉的那根是废弃的网线，没电，我先给您绑上去。其余的要几家公司一起来理。", SMALL, "wires"),
         pushes_up("线是四家公司的，网格叫不动", "把下垂的绑好了，列了线主"), receives(), answers("社区约四家周三一起来。"), pushes_up("四家来了三家，有一家一直不来", "约了两次，三家已理好"),
         names("FHT-AJ", reason="安全隐患，安监办约谈不来的那家"), receives("曲志刚"), answers("约谈过了，后天到场。", by="曲志刚"), promises("一周内剪清废线、留用的入槽", days=8, by="曲志刚"), delivers("废线剪掉一百多米，留用的进了线槽。", "wires+", by="曲志刚"), verifies(), says(SOLVED, GLAD)]),
    Story("wire-2", Raised(who="霍明", where="粮所宿舍3号楼", ago=19, at="11:40", photos=("wires",), text="楼道里的闸盒没有盖，铜片露在外头，孩子伸手就能够着。"),
        [*settled("楼道闸盒没有盖", "霍师傅，我先用纸壳绝缘胶布封上，写了别碰，盖子买来就装。", "wires", "五层楼的闸盒都配了盖，上了锁，钥匙每层一把。", "wires+"), says(SOLVED, GLAD)]),
    Story("water-1", Raised(who="莫海", where="锦绣苑5号楼", ago=34, at="20:30", category="supply", text="六楼以上晚上七点到九点没水，洗个澡得等到半夜，物业说泵老了。"),
        [*intake("6楼以上晚高峰没水", "莫先生，我晚上七点去六楼接水试了，确实只有一股线。明天找泵房。", HARD, "supply"), supported("孔祥瑞", "尚晓雨"),
         finds("二次供水泵两台坏了一台，另一台压力调得低。"), talks("物业说换泵要动维修资金，水务说可以接管泵房。", "先租一台顶上，同时申请水务接管。", heads=15, at_venue=True),
         pushes_up("泵房接管要和区水务谈", "租的泵今晚能到"), receives(), answers("社区和水务约好了。"), talks("水务看了泵房，同意接管，设备要达标。", "物业负责达标，水务负责以后。", "物业觉得费用重，街道协调分两次付。", heads=7, kind=DeliberationKind.SITTING, quorate=True),
         pushes_up("请街道定牵头", "条件都谈好了"), names("LZ-SW", "AJ-WY", reason="水务中心接管泵房，物业配合达标"), receives("岳清"), receives("秦勇"), answers("新泵十天内装好。", by="岳清"), promises("十五天内换泵并接管", days=15, by="岳清"),
         delivers("泵房墙地砖修好，门换了锁。", by="秦勇", why_none="泵房不让拍照"), delivers("新泵两台一用一备，六楼到十一楼晚上都试过水。", by="岳清", money="68000", paid_by="区水务中心", why_none="泵房不让拍照"), verifies("七点半挨户拧开看的。"), says(SOLVED, GLAD)]),
    Story("water-2", Raised(who="范淑芬", where="纺织小区1号楼", ago=14, at="10:10", category="heating", text="供暖试水，我家暖气片不热，楼上楼下都热，手摸着冰凉，家里有九十岁的老娘。"),
        [*settled("一户暖气不热，家有高龄老人", "范大姐，供暖的师傅下午到您家，我一块儿去，先给大娘送个电热毯。", "heating", "过滤网堵了，清洗后放了气，半小时就热了。", why_none="在老人家里，没有拍照", heads=3), says(SOLVED, GLAD, "电热毯用了一晚上就还了，谢谢。")]),
    Story("water-3", Raised(who="唐晓丽", where="珠玑路沿街商住1号楼", ago=27, at="07:55", text="自来水放出来是黄的，放五分钟才清，做早饭都不敢用。"),
        [*settled("早上自来水发黄", "唐女士，昨晚主管抢修，管子里有锈。您把总阀后面的放三分钟，我在楼下把末端阀打开冲。", "supply", "末端冲了二十分钟，逐户看了，都清了。", why_none="水清了，没什么可拍", heads=6), says(SOLVED, FAIRLY)]),
)
