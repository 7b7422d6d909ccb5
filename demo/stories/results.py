"""Stories of the report: the compound, the culvert, the sewers, the pipe shafts."""

from __future__ import annotations

from demo.telling.courses import intake
from demo.telling.moments import by_calendar, on, work
from demo.telling.steps import (
    GLAD,
    HARD,
    SOLVED,
    answers,
    asks_to_join,
    delivers,
    finds,
    names,
    promises,
    publishes,
    pushes_up,
    receives,
    talks,
    verifies,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import adds, says, supported
from issues.enums.activity import AnswerWay, DeliberationKind
from issues.enums.matter import Source

VISIT, SITTING = DeliberationKind.VISIT, DeliberationKind.SITTING

COMPOUND = Story(
    "compound",
    Raised(
        who="徐振国", where="机械厂家属院6号楼", worked=12431, photos=("courtyard", "wires"),
        category="gardens", source=Source.POSTER,
        text="家属院是八十年代盖的，楼道里堆得人侧着身子才能过，墙上的电线一团一团都老化了，楼后头还有人搭棚子种菜浇粪。大家都说了好些年，能不能一起拾掇拾掇？厂子没了，可人还住着呢。",
    ),
    [
        *intake("老家属院：楼内外杂物、线路老化、私搭菜园", "徐师傅，您说的三样我和网格长今天都去看了，一栋一栋拍了照。这不是一个楼的事，我们先摸清底数，再请大家坐下来商量。", HARD, "gardens"),
        supported("张桂兰", "孙玉珍", "刘德厚", "王秀荣", "宋兰英", "韩广福", "赵雪"),
        adds("宋兰英", "8号楼楼道的电表箱门都掉了，下雨天往里滴水，看着害怕。", "wires", after=by_calendar(1, "19:20")),
        publishes("老家属院：楼内外杂物、线路老化、私搭菜园", after=on(1, "09:05")),
        finds("八栋楼、二百一十六户。楼道杂物十九处，入户线老化一百四十多户，楼后菜园和棚子十一处。产权归机械厂留守处，大修基金还有余款。", "wires", "courtyard", by="孙丽"),
        talks("七户种菜的说退休了没事干，拔了心疼；年轻人说夏天招蚊子。产权单位说线路可以出钱，但楼道要先清出来。", "种菜的统一挪到东墙根，砌成一样的花池，想种什么自己定；楼道一周内自己清，清不动的社区找车。", "韩师傅认为棚子是当年厂里批的，不该拆；大家答应给他在车棚留个放工具的柜子。", heads=17, by="孙丽", at_venue=True, after=on(2, "16:00")),
        pushes_up("要动线路、要花钱，网格定不了；产权单位愿意坐下来谈", "开过一次楼前议事，七户同意挪菜园，楼道已清了五个单元", after=on(2, "10:20")),
        receives(),
        answers("议事会定在周四晚上，产权单位和住建办都来，方案贴在老车库门口，大家先看。", way=AnswerWay.VISIT),
        talks("产权单位报了三个方案。居民最在意的是别光刷外墙，线路要进管。住建办讲了能配套的政策。", "线路全部更新入管，楼道粉刷装灯，菜园改花池，院子铺砖。费用产权单位出大头，居民不摊钱；工期四十天，每周五在大槐树下通报。", "有两户担心铺砖把自来水阀门盖住，施工图上单独标出来。", heads=43, kind=SITTING, quorate=True, by="周明", at_venue=True, after=on(3, "18:40")),
        asks_to_join("CQ-JX", "家属院的产权单位：线路和院落改造的出资与施工"),
        pushes_up("翻新涉及线路改造和资金，请住建办牵头，产权单位一起办", "两次议事，方案、工期、出资都谈妥，居民代表签了字"),
        names("FHT-ZJ", "CQ-JX", "AJ-WY", reason="住建办牵头，产权单位出资施工，物业管清运和日后维护"),
        receives("沈涛"),
        receives("邢师傅", after=work(30)),
        receives("秦勇", after=work(30)),
        answers("方案我们复核过了，下周一进场。施工期间水电停送提前一天贴条。", by="沈涛"),
        promises("四十天内完成线路入管、楼道粉刷、院落铺装和花池改造", days=36, by="沈涛"),
        promises("三天内清走楼道清出来的杂物，不在院里过夜", days=4, by="秦勇", after=work(20)),
        delivers("清走杂物二十三车，旧沙发旧木料都送去了拆解点。", "courtyard+", by="秦勇", count=23, of="车杂物", after=on(2, "16:30")),
        delivers("线路改造一百五十二户，院落铺装两千一百平方米，施工款付清，和街道的配套款合在一起结算。", "wires+", by="邢师傅", after=on(9, "15:00")),
        delivers("八栋楼线路全部入管，楼道粉刷、装了声控灯；十一处菜园棚子改成统一花池；院子铺了砖，装了六条长椅。", "courtyard+", "wires+", by="沈涛", money="598600", paid_by="产权单位与街道", count=8, of="栋楼", after=on(2, "16:10")),
        verifies("挨着楼走了一遍，电表箱都有门了，花池的土也填好了。", by="孙丽"),
        says(SOLVED, GLAD, "我在这院里住了三十八年，头一回晚上下楼不用打手电。花池里我种的月季。"),
    ],
)

CULVERT = Story(
    "culvert",
    Raised(
        who="车国庆", where="珠玑东里中排", worked=12300, photos=("culvert", "culvert"),
        category="passage", spot="铁路涵洞北口",
        text="铁路底下那个涵洞，一下雨就积水，深的时候到大腿。孩子上学、老人看病都得绕四里地。我搬来那年就这样，二十多年了，找过好多回，都说不归自己管。",
    ),
    [
        *intake("铁路涵洞积水二十多年，下雨过不去人", "车师傅，我在这片干了六年，这个涵洞我自己也蹚过。这回我们不问归谁管，先把水从哪儿来、往哪儿走查清楚，再一级一级找。", HARD, "passage"),
        supported("谷满仓", "纪红霞", "任铁柱", "姜秀云", "房立新", "焦大姐", "袁守义", "李建民"),
        adds("纪红霞", "我家孩子上二年级，下雨天都是他爸背过去的。上个月有个骑电动车的摔在里头。", after=by_calendar(2, "20:10")),
        publishes("铁路涵洞积水二十多年，下雨过不去人", after=on(2, "09:00")),
        finds("涵洞净宽四米二，路面比两头低六十公分。原来的排水沟被道砟填死，泵坑没有电。排水沟在铁路用地里，路面在社区。", "culvert", after=on(2, "10:30")),
        talks("住户、铁路宿舍的老工人、学校老师都来了。老工人说沟是九八年大修时填的，图纸他家里还有一张。", "先请铁路把排水沟挖开，社区负责路面垫高找坡；雨天值班人先放警示牌。", "有人主张干脆封了另开口，多数人说绕不起。", heads=21, at_venue=True, after=on(2, "16:30")),
        pushes_up("排水沟在铁路用地里，网格进不去", "查清了水的来路，找到一张旧图纸，雨天先放了警示牌和沙袋"),
        receives(),
        answers("图纸我们拿到了，社区约了铁路工务段周三到现场看，您也来，您最清楚水到哪儿。", way=AnswerWay.VISIT),
        talks("铁路工务段到场。他们确认沟在用地范围内，可以挖，但要走施工手续，天窗点里干。", "铁路出方案和施工，街道协调交通局做路面，社区管夜里看护。", heads=12, kind=VISIT, quorate=True, after=on(3, "09:40")),
        pushes_up("要铁路施工、交通局做路面，请街道定牵头的", "现场会开过，铁路愿意施工，只差有人牵头"),
        receives("冯磊"),
        names("TL-GW", "LZ-JT", reason="沟和泵坑在铁路用地，由工务段牵头；路面抬高找坡请交通局协办"),
        receives("郭强", after=work(60)),
        receives("罗开明", after=work(40)),
        answers("施工手续报上去了，月底前有两个天窗点，先清沟后装泵。", by="郭强"),
        promises("清通排水沟一百一十米，新装自动排水泵两台", days=24, by="郭强"),
        promises("沟通了以后五天内把路面抬高三十公分、做两边找坡", days=26, by="罗开明", after=work(60)),
        delivers("路面抬高三十二公分，两侧找坡，画了标线。", "potholes+", by="罗开明", after=on(9, "16:00"), count=86, of="米路面"),
        delivers("排水沟清通一百一十米，泵坑重做，两台泵有水自己开。试水三个钟头，路面不存水。", "culvert+", by="郭强", money="186000", paid_by="铁路工务段", count=1, of="处涵洞", after=on(2, "15:20")),
        verifies("接消防栓放了一个小时水，人站在里头鞋没湿。", by="石磊"),
        says(SOLVED, GLAD, "前天夜里下雨，我特意起来去看，没水。二十年了，谢谢铁路上的师傅。"),
    ],
)

SEWER_1 = Story(
    "sewer-1",
    Raised(who="李建民", where="珠玑路沿街西段商铺", ago=52, at="10:40", photos=("sewer",), category="sewers", shop="老李面馆",
        text="店门口的下水又返上来了，油水漫到便道上，客人都绕着走。疏通车一个月来了三回，管三天就堵。怕是底下的管子塌了。"),
    [
        *intake("西段商铺门前下水返水，疏通管不了几天", "李师傅，我带管道师傅下去探了，里头有一截塌了，光疏通没用，得换管。", HARD, "sewers"),
        supported("魏老板", "丛建波", "阮翠"),
        finds("内窥镜探到井口往东六米，陶土管塌了约四米，上头正好压着送货车常停的地方。", "sewer"),
        talks("四家店都愿意让出门口两天。物业说管子是交付时的老管，愿意出人，材料费大家说说。", "物业出工，管材由共建单位赞助，施工那两天四家店从后门走。", heads=7, at_venue=True),
        promises("两天内挖开换成波纹管，沿街四家店提前一天通知", days=6),
        delivers("换了四米半波纹管，重砌了一个检查井，井口装了油水分离篦子。", "sewer+", money="12800", paid_by="共建单位与物业", count=1, of="处下水管道", after=on(3, "17:00")),
        says(SOLVED, GLAD, "一个星期没返水了，中午又坐满了。"),
    ],
)

SEWER_2 = Story(
    "sewer-2",
    Raised(who="王秀荣", where="机械厂家属院4号楼", ago=48, at="06:50", photos=("sewer",), category="sewers",
        text="四号楼一单元楼前的井往外冒，味儿大得窗户不敢开。我家在一楼，昨天从地漏里都返上来了。"),
    [
        *intake("4号楼前污水井外冒，一楼地漏返水", "王大娘，疏通车十点到。我先拿沙子给您门口围上，您家地漏用湿布压一压。", HARD, "sewers"),
        supported("张桂兰", "孙玉珍"),
        finds("井下树根把管接口顶开了，往南八米有塌陷，疏通头过不去。", "sewer"),
        talks("楼上的都说不往下倒菜叶子了。产权单位答应出管子。", "树不砍，绕开走新管；施工两天白天不用水，先接好水。", heads=9, people="一单元九户"),
        promises("三天内绕开树根改走新管", days=5),
        delivers("改管十一米，老管封死，井边补种了草。", "sewer+", money="9600", paid_by="机械厂留守处", count=1, of="处下水管道", after=on(3, "16:20")),
        says(SOLVED, GLAD),
    ],
)

STORIES = (COMPOUND, CULVERT, SEWER_1, SEWER_2)
