"""Cleanliness, greenery, plots and things in stairwells."""

from __future__ import annotations

from demo.telling.courses import intake, settled, to_department
from demo.telling.moments import on
from demo.telling.steps import (
    FAIRLY,
    GLAD,
    HARD,
    SMALL,
    SOLVED,
    answers,
    delivers,
    finds,
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
    Story("rubbish-1", Raised(who="窦志伟", where="东苑小区3号楼", ago=5, at="07:05", photos=("rubbish",), category="rubbish", text="三号楼东头垃圾桶满了三天没人收，苍蝇哄哄的，野猫把袋子都撕开了。"),
        [*settled("3号楼东头垃圾三天没清", "窦师傅，车坏了一辆，我叫了环卫所加一趟，中午前清走。", "rubbish", "清走了，地面冲了两遍，又加了一个桶。", "rubbish+"), says(SOLVED, GLAD)]),
    Story("rubbish-2", Raised(who="阮翠", where="珠玑路沿街农贸市场", ago=49, at="21:20", photos=("rubbish",), category="rubbish", shop="小阮蔬菜", text="收摊以后烂菜叶子堆在南口，早上结成冰似的滑，买菜的老人摔过一个。"),
        [*intake("市场南口烂菜叶堆积，早上地滑", "小阮，我跟市场办说好，收摊前广播一遍，各家自己扫到桶里。", SMALL, "rubbish"),
         talks("摊主说桶离得远，来回要五分钟。", "南口加两个大桶，九点半环卫车等着收，谁摊前不干净第二天晚开半小时。", heads=14, at_venue=True, after=on(1, "09:40")),
         *to_department("加桶加车要环卫所定", "摊主们都答应自己扫", "社区和环卫所说了，先试一个星期。", "加一趟夜车请环卫所排上", "试了一个星期，效果好"),
         receives(), answers("夜车从明天起排上，固定两个人。"), promises("本周排上夜里的收运车", days=5), delivers("加桶两个，每晚九点半一趟车。", "rubbish+"), verifies(), says(SOLVED, GLAD, "早上干干净净，买菜的也多了。")]),
    Story("rubbish-3", Raised(who="汪洋", where="桓公花园6号楼", ago=30, at="09:45", photos=("rubbish",), text="装修垃圾堆在消防通道上，一堆半个月了，不知道哪家的。"),
        [*settled("装修垃圾堵在消防通道", "汪先生，物业查了出入登记，是四楼那家，他们明天叫车拉。", "rubbish", "拉走了三车，物业在北门划了装修垃圾临时点，两天一清。", "rubbish+", said="装修的那家说不知道放哪儿，也不是故意的。"), says(SOLVED, GLAD)]),
    Story("rubbish-4", Raised(who="温雅", where="珠玑西里1号楼", ago=23, at="08:00", photos=("rubbish",), category="rubbish", text="西里小广场的垃圾桶没盖，一刮风塑料袋满天飞，挂树上摘都摘不下来。"),
        [*settled("小广场垃圾桶没有盖子", "小温，桶盖我去环卫所领，树上的袋子下午拿杆子够。", "rubbish", "四个桶都配了盖，树上够下来二十来个袋子。", "rubbish+", heads=5), says(SOLVED, GLAD)]),
    Story("corridor-1", Raised(who="孙玉珍", where="机械厂家属院1号楼", ago=55, at="10:25", photos=("stairwell",), category="corridors", text="二楼那户的旧冰箱、腌菜缸摆满了楼道，担架都抬不上去，上次老刘犯病就耽误了。"),
        [*settled("楼道堆放旧冰箱和缸，担架过不去", "孙大娘，我去跟他家说，好好说。", "corridors", "旧冰箱联系回收的抬走了，缸搬到院里花池边，谁腌菜谁用。", "stairwell+", said="那户大哥说儿子搬家放这儿的，一直没顾上。", heads=3, text="二楼一户的旧冰箱、腌菜缸摆满了楼道，担架都抬不上去，之前有邻居犯病就耽误了。"), says(SOLVED, GLAD)]),
    Story("corridor-2", Raised(who="国振东", where="纺织小区5号楼", ago=43, at="17:30", photos=("stairwell",), text="楼道里停了五辆电动车，还有儿童车、轮胎，消防来人看了都摇头。"),
        [*intake("5号楼楼道停了五辆电动车", "国师傅，光清不给地方停，过两天还回来。咱一起找个地方。", HARD, "corridors"), supported("柳叶青", "范淑芬"), finds("一层楼梯下净宽只剩五十公分。院里北墙根能放十二辆，差个棚子和插座。", "stairwell"),
         talks("年轻人说放外头怕偷、怕淋；老人说放楼里怕着火。", "北墙根搭棚，装摄像头和刷卡充电，搭好那天起楼道一辆不停。", "一户说自己的车贵，要停门口，大家没同意。", heads=16, at_venue=True),
         promises("十天内搭好车棚，接好充电", days=9), delivers("车棚十二个车位，刷卡充电口十个，摄像头对着门。", "charging+", money="15400", paid_by="共建单位与居民", count=12, of="个车位"), says(SOLVED, GLAD, "我那辆头一个停进去的。")]),
    Story("corridor-3", Raised(who="任铁柱", where="铁路宿舍2号楼", ago=17, at="15:55", photos=("stairwell",), category="corridors", text="顶楼平台成了杂物间，花盆木头床板都有，有一盆就搁在栏杆边上，看着悬。"),
        [*settled("顶楼平台堆杂物，花盆靠栏杆", "任师傅，花盆我今天先挪下来。", "corridors", "一个下午清了一车，平台门口贴了约定，四户都签了名。", "stairwell+", heads=6), says(SOLVED, GLAD)]),
    Story("tree-1", Raised(who="戴老师", where="教师公寓1号楼", ago=51, at="08:20", photos=("tree",), category="greenery", text="楼前法桐的果毛一飘，我们几个有气管炎的咳一春一秋，窗户不敢开。"),
        [*intake("法桐飘毛，气管炎老人不敢开窗", "戴老师，这个时候正好能修，打球控果的药要开春打。", SMALL, "greenery"), supported("江老师"),
         *to_department("高枝要登高车", "矮枝我和物业修了", "环卫所园林班下周来登高车。", "请环卫所安排登高车", "地面枝条已清"), receives(), answers("周二上午修，请大家挪一下车。"), promises("周二上午登高车来修", days=5), delivers("修剪法桐十四棵，明年开春再打一次控果。", "tree+", count=14, of="棵树"), verifies(), says(SOLVED, FAIRLY, "敞亮多了，等春天再看毛少不少。")]),
    Story("tree-2", Raised(who="苗苗", where="东苑小区9号楼", ago=7, at="12:40", photos=("tree",), text="枯树枝掉下来砸了我电动车的后视镜，树上还有好几根干的。"),
        [*settled("枯枝掉落砸到车", "苗苗，先把那块围上了，物业的师傅下午锯。后视镜我帮你跟物业说。", "greenery", "干枝全锯了，后视镜物业给换了一个。", "tree+", heads=3), says(SOLVED, GLAD)]),
    Story("garden-1", Raised(who="贾永军", where="东苑小区8号楼", ago=46, at="17:10", photos=("courtyard",), category="gardens", text="八号楼后面的绿地被圈起来种葱种蒜，浇的大粪，夏天不能开窗。我也不想得罪人。"),
        [*intake("8号楼后绿地被圈种菜", "贾师傅，种菜的三户我都熟，咱不点名，坐一块儿说。", HARD, "gardens"), supported("牛翠花", "苗苗"), finds("圈了四块，一共三十多平方米，水管从一楼接出来。", "courtyard"),
         talks("种菜的大娘说当年物业跑了没人管，地荒着可惜。年轻妈妈说孩子没处玩。", "收完这茬蒜就平，一半种草花一半铺软垫给孩子玩，三位大娘当管花的。", heads=12, at_venue=True),
         promises("收蒜后一周内平整，铺软垫", days=8), delivers("平整三十四平方米，铺了软垫，种了蜀葵，三位大娘挂了护花牌。", "courtyard+", money="3600", paid_by="安居物业"), says(SOLVED, GLAD, "没红脸就办成了，高手。")]),
    Story("shed-1", Raised(who="葛桂香", where="供销社宿舍南楼", ago=39, at="09:15", photos=("courtyard",), category="encroachment", text="南楼一楼那家把窗户改成门，还搭了个玻璃房，把院里的路占了一半，三轮车都转不过弯。"),
        [*intake("一楼搭玻璃房占了院内路", "葛大娘，这个要认定是不是违建，我先和那家说别再往外接。", HARD, "encroachment"), finds("玻璃房三米乘二米二，没有审批，占消防通道一米一。", "courtyard"),
         talks("户主说给老人晒太阳用。", "户主愿意退回一米，整体怎么办听街道的。", "户主母亲身体不好，希望留到开春。", heads=4), pushes_up("违建认定要住建办", "退回一米，三轮车能过了"), receives(), answers("社区和住建办一起上门。"), talks("讲了政策，也看了老人的房间。", "社区给老人在活动室留朝南的位置，玻璃房月底自拆。", heads=5, kind=DeliberationKind.VISIT),
         pushes_up("请住建办出认定、看着拆", "户主答应自拆"), receives(), answers("认定书送了，自拆不罚。"), promises("月底前拆完恢复路面", days=14), delivers("户主自拆，路面补平。", "courtyard+"), verifies("三轮车能掉头了，老人这两天在活动室晒太阳。"), says(SOLVED, GLAD)]),
    Story("clean-1", Raised(who="薛刚", where="桓公花园5号楼", ago=15, at="19:05", category="guards", text="五号楼电梯厅的地一个月没拖了，粘鞋。保洁换人了也没人交接。"),
        [*settled("5号楼电梯厅一个月没拖地", "薛师傅，物业新来的保洁不知道这栋，我领她认了一遍。", "guards", "五号楼排进每天上午，楼层贴了保洁签到表。", why_none="签到表贴出来大家看得见", heads=3), says(SOLVED, FAIRLY)]),
)
