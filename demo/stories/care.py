"""Care, conveniences, the property company, ideas."""

from __future__ import annotations

from demo.telling.courses import intake, settled, to_department
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
    receives,
    talks,
    verifies,
)
from demo.telling.story import Raised, Story
from demo.telling.voices import says, supported
from issues.enums.matter import Source

STORIES = (
    Story("bench-1", Raised(who="张桂兰", where="机械厂家属院3号楼", ago=51, at="15:40", category="benches", source=Source.WRITTEN_DOWN, taken_by="王晓燕", contact="张桂兰", text="从咱院到卫生室三百多米没个坐的地方，我膝盖不好，走一半就得扶墙站着。能不能半道上安个椅子？"),
        [*settled("去卫生室的路上没有歇脚的地方", "张大娘，我陪您走了一遍，槐树底下和小卖部墙根，这两处最合适。", "benches", "安了两条带扶手的长椅，小卖部老板说下雨帮着收垫子。", "talk+", heads=4), says(SOLVED, GLAD, "扶手好，起身省劲。")]),
    Story("elder-1", Raised(who="刘德厚", where="机械厂家属院2号楼", ago=48, at="09:10", category="elders", source=Source.CONTACT, taken_by="刘建国", text="我们楼上独居的老韩大姐，八十六了，孩子在外地，这阵子买菜做饭都费劲。"),
        [*intake("楼上独居老人买菜做饭困难", "刘师傅，我今天就上去看看大姐，先给她送了饭。", SMALL, "elders", text="楼上有位独居老人，八十多岁，孩子在外地，这阵子买菜做饭都费劲。"), *to_department("要评估才能享受助餐", "三个邻居先轮流带菜", "社区填了评估表。", "请民政办做能力评估", "材料齐了"), receives(), answers("评估员后天上门。"), promises("三天内做完评估，先送一周的饭", days=6), delivers("评估通过，每天一顿助餐送到家，装了一键呼叫。", why_none="在老人家里，没有拍照", money="0", count=1, of="位老人"), verifies("我去看了，饭是热的，呼叫按了能通。", by="王晓燕"), says(SOLVED, GLAD, "老姐姐胖了二斤。")]),
    Story("elder-2", Raised(who="袁守义", where="粮所宿舍2号楼", ago=35, at="10:45", category="elders", text="我们几个老头想理个发，街上三十块钱一次，能不能像以前那样师傅到院里来剪？"),
        [*settled("想请理发师傅到院里来", "袁大爷，退休的国师傅就会剪，我问问他。", "elders", "每月第二个周六上午石榴树下，国师傅和两个志愿者来，五块钱一位，七十以上不要钱。", "talk+", heads=9), says(SOLVED, GLAD)]),
    Story("idea-1", Raised(who="江老师", where="教师公寓3号楼", ago=54, at="20:00", category="ideas", source=Source.CALL, text="金点子：我们这栋退休老师多，放学到家长下班有一个半钟头空当，能不能在楼前办个四点半学堂，轮流看孩子写作业？"),
        [*intake("金点子：退休老师办四点半学堂", "江老师，这个点子好，我去问问家长们愿不愿意。", HARD, "ideas"), supported("戴老师", "滕静", "纪红霞", "盛佳"), finds("问了二十七家，十九家愿意。活动室下午空着，缺桌椅和一个电热水壶。"), talks("老师们怕担责任，家长说签告知书。", "周一到周五四点半到六点，每天两位老师，上限十六个孩子，家长签告知书。", heads=15, at_venue=True), promises("两周内配齐桌椅，开班", days=10), delivers("开班了，第一天来了十三个孩子。", "talk+", money="2600", paid_by="共建单位", count=16, of="个名额"), says(SOLVED, GLAD, "教了一辈子书，又有人叫我老师了。")]),
    Story("idea-2", Raised(who="苗苗", where="东苑小区9号楼", ago=37, at="21:30", category="ideas", source=Source.CALL, text="金点子：家里的电钻、梯子、疏通机一年用不了两回，能不能弄个共享工具柜？"),
        [*settled("金点子：共享工具柜", "苗苗，车库有个旧柜子，我收拾出来。", "ideas", "柜子放在8号楼门厅，十四样工具，扫码登记，管钥匙的是贾师傅。", "stairwell+", heads=6), says(SOLVED, GLAD)]),
    Story("fee-1", Raised(who="邹凯", where="齐都佳园5号楼", ago=45, at="19:15", category="fees", text="物业费里突然多了一项公摊照明，问收费员说不清楚，群里吵成一锅粥。"),
        [*intake("物业费多收公摊照明说不清", "邹先生，我请物业经理带着账来议事室，当面说。", HARD, "fees"), supported("付一鸣", "滕静"), finds("查了合同，公摊照明本来就含在物业费里，今年换系统重复列了。"), talks("物业承认列重了。业主要求以后账目每季贴出来。", "多收的退，下季度起账目上墙。", "有业主要求物业书面道歉，经理当场道了歉，没写书面的。", heads=26, at_venue=True), promises("一周内退费", days=6), delivers("三百一十二户多收的全部退回，账目贴在大厅。", money="11232", paid_by="安居物业", count=312, of="户", why_none="退费清单贴在大厅，不拍业主名字"), says(SOLVED, GLAD)]),
    Story("guard-1", Raised(who="孔祥瑞", where="锦绣苑4号楼", ago=31, at="23:15", category="guards", text="夜班保安在岗亭里睡着了，外卖小哥自己抬的杆，谁都能进。"),
        [*settled("夜班保安睡岗，杆子谁都能抬", "孔先生，我调了监控，确实睡了一个多小时。", "guards", "保安换岗，夜里改两人一班，抬杆改刷码。", "parking+", heads=4), says(SOLVED, FAIRLY)]),
    Story("guard-2", Raised(who="侯雅琴", where="桓公花园2号楼", ago=22, at="08:15", category="guards", text="快递柜超时收费，老人不会取，东西被退回去两回，降压药都没拿着。"),
        [*settled("快递柜老人不会取，药被退回", "侯女士，您婆婆的药我今天帮她取。柜子的事和快递站说。", "guards", "老人的件改送议事亭旁边小卖部，不收钱，电话通知。", heads=5), says(SOLVED, GLAD)]),
    Story("bench-2", Raised(who="焦大姐", where="铁路宿舍8号楼", ago=29, at="16:50", category="benches", photos=("charging",), text="晾衣绳拴在树上，树都勒出沟了，绳子也低，骑车的脖子差点挂上。"),
        [*settled("晾衣绳勒树又挂人", "焦大姐，绳子我先摘了，给您在院里找地方立杆。", "benches", "向阳处立了六根晾衣杆，能收能放，树上的沟抹了愈合剂。", "courtyard+", heads=7), says(SOLVED, GLAD)]),
    Story("bench-3", Raised(who="祁老汉", where="油坊胡同东院", ago=19, at="11:15", category="benches", source=Source.WRITTEN_DOWN, taken_by="齐大勇", contact="祁老汉", text="胡同口的公厕门槛太高，我坐轮椅进不去，只能回家，一天少喝好几回水。"),
        [*settled("公厕门槛高，轮椅进不去", "祁大爷，我拿板子先垫上一块坡，后天来砌。", "benches", "砌了坡，装了两根扶手，门换成往外开的。", "roof+", heads=3), says(SOLVED, GLAD, "能自己去了。")]),
    Story("elder-3", Raised(who="宋兰英", where="机械厂家属院8号楼", ago=13, at="14:20", category="elders", text="活动室打牌的占着一天不走，我们想练个八段锦都没地方。"),
        [*settled("活动室打牌和练操抢地方", "宋大姐，两边我都认识，坐下来排个表。", "elders", "上午练操、下午打牌，周三周五晚上唱歌，表贴门上。", said="打牌的老徐说：早说啊，我们上午也起不来。", heads=11), says(SOLVED, GLAD)]),
    Story("heat-1", Raised(who="国振东", where="纺织小区5号楼", ago=10, at="18:10", category="heating", text="顶楼西户暖气十六度，穿着棉袄看电视，换热站说压力够。", photos=("shaft",)),
        [*intake("顶楼西户暖气只有十六度", "国师傅，我带温度计去量了，屋里十六度二，记下来了。", HARD, "heating"), supported("柳叶青"), finds("立管回水细，顶层三户都偏低，西户最低。", "shaft"), talks("三户愿意放气配合，换热站答应晚上提压。", "先放气提压三天，不行换立管。", heads=6), promises("三天后再测，不到十八度就换立管", days=12)]),
)
