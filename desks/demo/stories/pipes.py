"""Pipes: the other two of the four sewers, and the eight pipe shafts."""

from __future__ import annotations

from desks.demo.courses import *
from desks.demo.moments import by_calendar, minutes, on, work
from desks.demo.steps import *
from desks.demo.story import Raised, Story
from desks.demo.voices import *
from issues.enums import ContactWay, DeliberationKind, Source

STORIES = (
    Story("sewer-3", Raised(who="袁守义", where="粮所宿舍2号楼", ago=41, at="08:05", photos=("sewer",), category="sewers",
        text="粮所二号楼后头的下水井盖子顶起来了，脏水顺着墙根流，我那两棵石榴都快泡死了。"),
        [*intake("粮所2号楼后下水井外溢", "袁大爷，我下午带疏通的来，先把井盖围起来，别让孩子踩。", SMALL, "sewers"),
         pushes_up("管子断了，要开挖，网格没有力量", "疏通两次，第二次带出碎管"),
         receives(), answers("社区约了共建单位的施工队，后天来挖，费用不用大家出。"),
         promises("后天开挖换管，当天回填", days=3),
         delivers("换管七米，井圈重砌，石榴树根上换了新土。", "sewer+", money="7400", paid_by="共建单位", count=1, of="处下水管道"),
         says(SOLVED, GLAD, "石榴保住了，秋后给你们送几个。")]),
    Story("sewer-4", Raised(who="房立新", where="铁路宿舍6号楼", ago=36, at="12:20", photos=("sewer",), category="sewers",
        text="六号楼西头化粪池好像满了，马桶冲不下去，咕嘟咕嘟往上冒泡，全楼都这样。"),
        [*intake("铁路宿舍6号楼化粪池外溢，全楼马桶返水", "房师傅，抽粪车一个钟头到，今天先让大家能用。", HARD, "sewers"),
         supported("焦大姐", "任铁柱", "姜秀云"),
         finds("抽完看见出水管坍了，砖砌池壁也有裂缝，光抽撑不过半个月。", "sewer"),
         talks("大家问谁出钱。物业说维保合同里有这一项，但要换的是主管，想请住建办给看看。", "物业先改临时管，住建办帮着定方案，池壁加固一起做。", heads=11, at_venue=True),
         pushes_up("主管坍塌，改管要走小区外的路", "抽了两车，接了临时管，现在能用"), receives(),
         answers("社区和住建办周五一起去看，临时管这几天物业天天巡。"),
         talks("现场定了改管走东侧绿化带，不破路。", "住建办出方案，安居物业施工。", heads=6, kind=DeliberationKind.VISIT),
         pushes_up("方案要住建办定", "现场看过，路由已定"),
         receives(), answers("方案三天内给，物业按图施工。"), promises("改主管二十六米，加固池壁", days=12),
         delivers("改主管二十六米，池壁挂网抹了防水，临时管拆了。", "sewer+", money="31500", paid_by="安居物业与街道", count=1, of="处下水管道"),
         verifies("开了三户的水一起冲，井里走得很顺。"), says(SOLVED, FAIRLY, "好用了。就是绿化带的草还没长起来。")]),
    Story("shaft-1", Raised(who="付一鸣", where="齐都佳园1号楼", ago=44, at="21:10", photos=("shaft",), category="shafts",
        text="1号楼管道井里哗哗响，墙都湿透了，从十一层一直洇到六层，电表也在那个井里，我有点怕。"),
        [*intake("齐都佳园1号楼管道井渗水，挨着电表", "付先生，物业已经把那一段的阀关小了，电工把电表箱用防水布隔开了。明天请产权单位来看。", HARD, "shafts"),
         supported("滕静", "邹凯"), finds("一、二单元的管道井一共五处渗点，都是分户支管的卡箍老化。", "shaft"),
         talks("开发商质保过了，产权单位说公共立管他们认，分户的换卡箍也一起做了。", "五处一次换完，逐层通知停水两小时。", heads=8, at_venue=True),
         promises("三天内换完五处卡箍，做防水", days=6),
         delivers("五处卡箍全换成不锈钢的，井壁重做防水，电表箱加了挡板。", "shaft+", money="6800", paid_by="产权单位", count=5, of="处管道井"),
         says(SOLVED, GLAD, "夜里安静了。")]),
    Story("shaft-2", Raised(who="邹凯", where="齐都佳园5号楼", ago=33, at="18:45", photos=("shaft",), category="shafts",
        text="我们楼也是，管道井门一开一股潮气，底下积了一层水，九楼那家的墙皮都掉了。"),
        [*settled("齐都佳园5号楼管道井底积水", "邹先生，和一号楼是一个毛病，换卡箍的师傅还在小区，我领他过去。", "shafts", "两处卡箍换好，井底的水抽干，九楼掉的墙皮物业给补。", "shaft+"), says(SOLVED, GLAD)]),
    Story("shaft-3", Raised(who="姜秀云", where="铁路宿舍4号楼", ago=25, at="09:50", photos=("shaft",), category="shafts",
        text="四号楼一单元管道井往外渗水，把二楼楼梯口弄得滑溜溜的，前天老任差点坐地上。", source=Source.CONTACT, taken_by="路遥远"),
        [*settled("铁路宿舍4号楼管道井渗水，楼梯口湿滑", "姜大姐，先铺了防滑垫。暖气的人说是回水管的事，下午来。", "shafts", "回水管接头换了，井口垫高两公分，防滑垫留着。", "shaft+", heads=3), says(SOLVED, GLAD, "当天就好了，没想到这么快。")]),
    Story("roof-1", Raised(who="宋兰英", where="机械厂家属院8号楼", ago=50, at="07:40", photos=("roof",), category="roofs",
        text="我家住顶楼，外头下大雨家里下小雨，床上放着三个盆。年年糊油毡，糊了漏漏了糊。"),
        [*intake("8号楼顶楼漏雨，年年修年年漏", "宋大姐，趁这几天不下雨，我上楼顶看看到底是哪儿，咱这回找准了再修。", HARD, "roofs"),
         supported("韩广福", "徐振国"), finds("女儿墙根的防水全裂了，落水口被瓦片堵死，水积在墙根往里走。", "roof"),
         talks("顶楼三户都想整体做，楼下的担心分摊。查了，能用大修基金。", "落水口这周先疏通，防水用大修基金，全楼签字。", "二楼一户不愿签，说和自己没关系；解释了基金按户头不另掏钱后签了。", heads=13, at_venue=True),
         pushes_up("大修基金要社区和住建办办手续", "落水口通了，全楼二十四户签完字"), receives(), answers("材料齐了，社区今天报。"),
         talks("住建办讲了流程，要做抗渗检测。", "检测和施工一家做，少跑一趟。", heads=5), pushes_up("请住建办核大修基金", "签字、估价、检测都有了"),
         receives(), answers("基金批了，晴三天就能做。"), promises("十五天内做完屋面防水", days=16),
         delivers("屋面防水四百六十平方米，落水口加了罩子。", "roof+", money="41200", paid_by="大修基金"), verifies("下了一场雨，三户都没漏。"),
         says(SOLVED, GLAD, "盆都收起来了。")]),
    Story("roof-2", Raised(who="江老师", where="教师公寓3号楼", ago=29, at="16:30", photos=("roof",), category="roofs",
        text="三号楼东山墙渗水，书房的书霉了一架子。校方说已经移交社区，物业说不在合同里。"),
        [*intake("教师公寓3号楼山墙渗水", "江老师，合同的事您别管了，我去问清楚。先给您把书架挪开。", SMALL, "roofs"),
         *to_department("不知道该谁修，网格问不动", "问了校方和物业，都有书面答复", "移交协议我们找出来了，外墙归街道统管的老旧小区维修。", "外墙维修请住建办办", "协议写得明白，费用有着落"),
         receives(), answers("吊绳师傅下周一来，做完淋水试验再走。"), promises("一周内做完山墙防水", days=7),
         delivers("山墙铲开重做，淋水两个小时不渗。", "roof+", money="5600", paid_by="街道维修资金"), verifies(), says(SOLVED, GLAD, "谢谢，书晒了三天，救回来大半。")]),
)
