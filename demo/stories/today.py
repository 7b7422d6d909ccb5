"""What is on the desks when a newcomer opens them."""

from __future__ import annotations

from datetime import timedelta

from demo.telling.courses import intake, until_moved
from demo.telling.moments import work
from demo.telling.steps import (
    HARD,
    SMALL,
    answers,
    calls,
    delivers,
    finds,
    keeps_private,
    names,
    promises,
    pushes_up,
    receives,
    settles,
    talks,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import supported
from issues.enums.activity import DeliberationKind
from issues.enums.matter import Source

STORIES = (
    # Three whose first clock, of an hour, runs out within one, two and four minutes from now.
    Story("soon-1", Raised(who="范淑芬", where="纺织小区1号楼", just=timedelta(minutes=59, seconds=10), danger=True, photos=("sewer",), category="supply",
        text="一楼自来水总管爆了，水往地下室灌，里头有电瓶车在充电，闸在哪我们都不知道。")),
    Story("soon-2", Raised(who="尚晓雨", where="锦绣苑2号楼", just=timedelta(minutes=58, seconds=10), danger=True, category="falling",
        text="十一楼外墙的瓷砖掉下来一大块，砸在单元门口，上面还有一片翘着，随时要掉。")),
    Story("soon-3", Raised(who="赵雪", where="机械厂家属院7号楼", just=timedelta(minutes=56, seconds=10), danger=True, photos=("wires",), category="wires",
        text="楼道口的电表箱在冒火星，噼啪响，有糊味！孩子们在下面玩，赶紧来个人！")),
    # To be taken in by the first grid's worker, within office hours whenever it is read.
    Story("new-1", Raised(who="刘德厚", where="机械厂家属院2号楼", worked=55, category="lights",
        text="二号楼三单元的声控灯又不灵了，跺脚拍手都不亮，我晚上下去倒垃圾差点踩空。")),
    Story("new-2", Raised(who="孙玉珍", where="机械厂家属院1号楼", worked=95, photos=("tree",), category="greenery",
        text="楼前那棵杨树的枝子伸到我家窗户上了，刮风就啪啪打玻璃，能不能修一修。")),
    Story("to-publish", Raised(who="王秀荣", where="机械厂家属院4号楼", worked=170, photos=("stairwell",), category="corridors",
        text="对门2单元402的老赵家把纸箱子、旧轮椅都堆在楼道拐弯，我上下楼得侧着身子。邻里邻居的我不好意思说，你们帮着说说，别说是我讲的。"),
        [receives(after=work(35))]),
    Story("confirm-me", Raised(who="张桂兰", where="机械厂家属院3号楼", worked=900, photos=("lamp",), category="lights",
        text="三号楼前那盏路灯黑了十来天了，我们几个老姐妹跳完广场舞回来都摸着墙走。"),
        [*intake("3号楼前路灯不亮，晚上看不见路", "张大娘，我白天去看了，是灯头烧了，明天电工过来换。", SMALL, "lights"),
         settles("换了一盏三十瓦的灯头，顺手把灯杆下松了的盖板拧紧了。晚上一起看着亮的。", "lamp+", heads=4)]),
    Story("verify-me", Raised(who="孙玉珍", where="机械厂家属院1号楼", worked=1500, photos=("potholes",), category="roads",
        text="南门进来那段路坑坑洼洼，下雨一洼一洼的水，推着我老伴的轮椅根本过不去。"),
        [*intake("南门进院路面坑洼，轮椅过不去", "孙大娘，我量了，大小十一个坑，今天先用砖把最深的三个垫上。", SMALL, "roads", after=work(20)),
         pushes_up("要铺沥青，网格没有料", "最深的三个坑垫上了砖", after=work(150)), receives(after=work(40)), pushes_up("路面维修请住建办安排", "坑都量过、画了圈", after=work(60)),
         receives("沈涛", after=work(90)), answers("大娘，沥青车后天从咱街道过，顺路先铺您这一段。", by="沈涛", after=work(20)), promises("三天内铺平南门到一号楼的路面", days=6, by="沈涛", after=work(40)),
         delivers("十一个坑切边铺平，一共六十四平方米，轮椅试着走了一趟。", "potholes+", by="沈涛", money="7680", paid_by="街道维修资金", count=11, of="处坑洼", after=work(850))]),
    # For the community: pushed up by a clock, and by hand.
    Story("up-by-clock", Raised(who="宋兰英", where="机械厂家属院8号楼", worked=330, photos=("rubbish",), category="rubbish", text="八号楼西头不知道谁倒了一堆装修垃圾，里头有碎玻璃，狗都扎了脚。")),
    Story("up-by-hand", Raised(who="柳叶青", where="纺织小区4号楼", worked=520, photos=("charging",), category="fire", text="有人从六楼拉线下来充电，线在雨棚上磨得露铜了，一到晚上好几根。"),
        [*intake("楼上拉飞线充电，电线磨破露铜", "柳女士，露铜的那根我让户主先收了，其余的晚上一家家敲门。", HARD, "fire", after=work(25)), finds("晚上七点数了，四号楼飞线六根，院里没有充电的地方。", "charging", after=work(160)), talks("大家说不是不怕，是没处充。", "先收线，到车棚那边临时充；建充电桩往上报。", heads=8, after=work(120)), pushes_up("建充电桩要社区统一选址", "六根飞线都收了，临时充电口四个", after=work(60))]),
    Story("up-small", Raised(who="葛桂香", where="供销社宿舍南楼", worked=470, category="roofs", text="南楼楼门口的雨棚铁皮翘了角，风一刮哐哐响，怕掉下来砸着人。"),
        [*intake("楼门口雨棚铁皮翘角", "葛大娘，我先拿绳捆了一道。", SMALL, "roofs", after=work(20)), pushes_up("要动维修资金，网格没有", "捆了一道绳，拉了警戒线", after=work(100))]),
    Story("at-community", Raised(who="付一鸣", where="齐都佳园1号楼", worked=1700, category="benches", photos=("courtyard",), text="我们小区没有一个能遛娃的平地，快递车在楼前窜，孩子只能在大堂里跑。"),
        [*intake("小区没有孩子活动的平地", "付先生，五号楼架空层后面有一块硬化地，我量量。", HARD, "benches", after=work(30)), supported("滕静", "邹凯", after=work(20)), finds("架空层北侧八十平方米，现在堆着物业的旧桶。", after=work(200)), pushes_up("改造要社区和物业一起定", "物业答应腾地方", after=work(120)), receives(after=work(80)), answers("社区周五晚上在议事室听大家的意见，带孩子来也行。", after=work(60)), talks("年轻家长要滑梯，老人要座椅，低层住户怕吵。", "一半软垫一半座椅，晚上九点后不留灯。", "二楼一户还是担心吵，约好试一个月再议。", heads=19, kind=DeliberationKind.SITTING, quorate=True, at_venue=True, after=work(500))]),
    # For the street: somebody must be named.
    Story("to-name", Raised(who="孔祥瑞", where="锦绣苑4号楼", worked=480, category="passage", photos=("potholes",), text="小区门口的斑马线磨没了，拐弯的车根本不减速，上周剐了一个骑车的老师。"),
        [*intake("门口斑马线磨没了，车不减速", "孔先生，我在门口站了一早上，险的有四回。先摆了锥桶。", SMALL, "passage", after=work(30)), pushes_up("划线要交通部门", "摆了锥桶，站了两早上", after=work(120)), receives(after=work(50)), pushes_up("请街道定谁来划线、装减速带", "锥桶管一时", after=work(90))]),
    Story("to-name-2", Raised(who="阮翠", where="珠玑路沿街农贸市场", worked=720, category="supply", shop="小阮蔬菜", text="市场的自来水管一到冬天就冻，洗菜要去对面旅馆借水。"),
        [*intake("市场水管年年冻", "小阮，先裹了一层棉，晚上留个细流。", SMALL, "supply", after=work(35)), pushes_up("换保温管要水务", "裹棉留细流", after=work(200)), receives(after=work(70)), pushes_up("请街道定牵头换管", "市场愿出一半料钱", after=work(220))]),
    # With departments and partners.
    Story("dept-new", Raised(who="韩广福", where="机械厂家属院5号楼", worked=520, category="roofs", text="五号楼三单元顶上的雨搭让风掀了半边，咣当咣当响，下雨顺着窗户往里灌。"),
        [*intake("单元雨搭被风掀了半边", "韩师傅，我拿绳子先捆住了，门口别站人。", SMALL, "roofs", after=work(20)), pushes_up("要焊工高处作业", "捆住了，拉了线", after=work(100)), receives(after=work(40)), pushes_up("请住建办来焊", "现场看过", after=work(50))]),
    Story("dept-busy", Raised(who="姜秀云", where="铁路宿舍4号楼", worked=1300, category="lights", photos=("lamp",), text="宿舍北门到公交站那段路没有灯，下晚班的姑娘们都结着伴走。"),
        [*intake("北门到公交站没有路灯", "姜大姐，我晚上走了一趟，一百八十米一盏灯没有。", HARD, "lights", after=work(20)), supported("任铁柱", "焦大姐", "房立新", after=work(20)), finds("一百八十米，最暗处在变电箱拐角。", "lamp", after=work(180)), talks("大家说先在拐角装一盏也行。", "先装一盏太阳能的，整段往上报。", heads=7, after=work(60)), pushes_up("整段路灯要立项", "拐角先装了一盏太阳能灯", after=work(60)), receives(after=work(40)), talks("住建办看了现场。", "装六盏，从宿舍接电。", heads=5, kind=DeliberationKind.VISIT, after=work(120)), pushes_up("请住建办立项", "接电的事宿舍同意了", after=work(40)), receives("沈涛", after=work(60)), answers("六盏，灯杆下周到。", by="沈涛", after=work(30)), promises("两周内装好六盏路灯", days=15, by="沈涛", after=work(60))]),
    Story("sanitation", Raised(who="谷满仓", where="珠玑东里前排", worked=900, category="rubbish", photos=("rubbish",), text="胡同口的垃圾池没有顶，下雨泡汤，太阳一晒臭得吃不下饭。"),
        [*intake("胡同口垃圾池没有顶", "谷大爷，先盖了块彩钢瓦，压了砖。", SMALL, "rubbish", after=work(20)), pushes_up("改桶要环卫所撤池子", "盖了临时顶", after=work(160)), receives(after=work(60)), pushes_up("请环卫所撤池换桶", "邻居都签了字", after=work(100)), receives("杨帆", after=work(200)), answers("池子撤了换四个带盖的桶，本周内。", by="杨帆", after=work(30))]),
    Story("railway-now", Raised(who="房立新", where="铁路宿舍6号楼", worked=1200, category="passage", photos=("culvert",), text="涵洞修好了，可南口的护栏让货车刮弯了，钩着人衣裳。"),
        [*intake("涵洞南口护栏被刮弯", "房师傅，弯的那截拿布包上了，写了小心。", SMALL, "passage", after=work(20)), pushes_up("护栏是铁路的", "包了布，挂了牌", after=work(120)), receives(after=work(30)), pushes_up("请街道找铁路", "铁路工区的电话打通了", after=work(60)), names("TL-GW", "AJ-WY", reason="护栏归工务段；施工时物业管两头看护", after=work(60)), receives("郭强", after=work(200)), receives("秦勇", after=work(20)), answers("护栏件在库里有，天窗点里换。", by="郭强", after=work(60)), promises("一周内换好护栏", days=8, by="郭强", after=work(40))]),
    Story("safety-new", Raised(who="魏老板", where="珠玑路沿街西段商铺", worked=700, category="fire", shop="魏记馒头", text="隔壁新开的店把煤气罐放在楼梯底下，我一说他就瞪眼。"),
        [*intake("店里煤气罐放在楼梯底下", "魏老板，不说是您讲的。我和消防站的一起去转。", SMALL, "fire", text="沿街一家店把煤气罐放在楼梯底下，邻居担心。", after=work(20)), pushes_up("用气安全要安监办查", "去看过，罐子确实在", after=work(100)), receives(after=work(40)), pushes_up("请安监办上门", "店主不肯挪", after=work(60))]),
    Story("at-district", Raised(who="国振东", where="纺织小区5号楼", worked=5300, category="roads", photos=("potholes",), text="小区西门外那段路塌下去一个坑，公交车过去楼都颤，晚上睡不着。"),
        [*intake("西门外路面塌陷，公交车一过楼就颤", "国师傅，坑先用铁板盖了，警示灯也挂上了。", SMALL, "roads", after=work(20)), until_moved(), receives("陈静", after=work(40)), answers("社区报了，先把铁板加固了一道。", by="陈静"), until_moved(), receives("沈涛", after=work(60)), answers("正在查地下管线。", by="沈涛"), until_moved(), receives("朱琳", after=work(60)), answers("区里接手了，探地雷达明天到。", by="朱琳", after=work(30))]),
    # In the first grid and beside it.
    Story("working", Raised(who="张桂兰", where="机械厂家属院3号楼", worked=400, photos=("stairwell",), category="corridors", text="四单元门洞里不知谁放了两袋水泥，硬了搬不动，我拿拐棍都绕不过去。"),
        [*intake("门洞里两袋硬水泥挡路", "张大娘，我找俩小伙子抬，问问是哪家装修剩的。", SMALL, "corridors", after=work(20)), supported("王秀荣", after=work(60))]),
    Story("hard-now", Raised(who="徐振国", where="机械厂家属院6号楼", worked=1100, category="heating", photos=("shaft",), text="暖气管换了以后，一楼热得开窗，六楼还是不热，能不能匀一匀？"),
        [*intake("同一栋楼一楼热六楼凉", "徐师傅，六户我都量了温度，列了个表贴在老车库门口。", HARD, "heating", after=work(20)), supported("赵雪", "韩广福", after=work(70)), finds("一楼二十五度，六楼十七度半，差在没装平衡阀。", "shaft", after=work(220)), talks("一楼说可以关小，怕关了自己也凉。", "先把一楼阀关到七成，三天后再量。", "一楼东户家有月子里的孩子，先不动。", heads=9, at_venue=True, after=work(240))]),
    Story("gate", Raised(who="杜春生", where="机械厂家属院3号楼", worked=1150, category="guards", text="南门的铁门夜里十点就锁，下夜班的进不来，喊半天门卫才听见；不锁吧，前后丢过两回电瓶。"),
        [*intake("南门夜里锁不锁", "杜师傅，先和门卫说好了，十二点前留着小门。", HARD, "guards", after=work(20)), supported("邱桂荣", "刘德厚", "王秀荣", after=work(60)), finds("连着三晚数了：十点到十二点进出二十六人，多是下夜班的和陪床的。", after=work(200))]),
    Story("to-answer", Raised(who="王秀荣", where="机械厂家属院4号楼", worked=230, category="pets", private=True, text="楼上的狗半夜叫，我心脏不好，一叫就惊醒，不想跟他家吵。"),
        [receives(after=work(60)), keeps_private("邻里纠纷，不公开")]),
    Story("call-back", Raised(who="孙玉珍", where="机械厂家属院1号楼", worked=1400, photos=("tree",), category="greenery", text="单元门口的冬青长得比人高，晚上藏着人都看不见。"),
        [*intake("单元门口冬青太高挡视线", "孙大娘，明天带剪子来。", SMALL, "greenery", after=work(20)), settles("剪到膝盖高，枝子拉走了。", "tree+", after=work(300)), calls("占线，傍晚再打。", by="陈静", after=work(460))]),
    Story("merchant-now", Raised(who="李建民", where="珠玑路沿街西段商铺", worked=640, photos=("sewer",), category="sewers", shop="老李面馆", text="上回换的管子好着呢，可是东边路口那个井又泛味了，中午客人捂着鼻子。"),
        [*intake("路口污水井返味", "李师傅，我掀开看了，是篦子上糊了油，不是管子的事。", SMALL, "sewers", after=work(20)), supported("丛建波", "魏老板", "阮翠", after=work(30)), promises("两天内清油换篦子，和八家饭店说好油水分开", days=4, after=work(120))]),
    Story("new-3", Raised(who="盛佳", where="东苑小区4号楼", worked=40, photos=("lift",), category="guards", text="东门的门禁坏了一个星期，谁都能进，昨晚有人挨家塞小卡片。")),
    Story("new-4", Raised(who="莫海", where="锦绣苑5号楼", worked=130, category="parking", photos=("parking",), text="地库坡道口又停上车了，出不来，留的电话是空号。", source=Source.POSTER)),
    Story("new-5", Raised(who="任铁柱", where="铁路宿舍2号楼", worked=80, category="ideas", source=Source.CALL, text="金点子：老站台雨棚里挂几张老照片吧，我家有五十年代开通火车的那张，年轻人都不知道。")),
    Story("new-6", Raised(who="牛翠花", where="东苑小区7号楼", worked=20, source=Source.HOTLINE, taken_by="马俊", outside="热线转办 10377", outside_days=6, category="rubbish", text="市民来电：东苑小区7号楼前旧衣回收箱满了，衣服掉一地没人管。")),
)
