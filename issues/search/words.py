"""Words that carry nothing in a question, and words that neighbours use for the same."""

from __future__ import annotations

import re
from typing import Final

from issues.search.normal import plain_form

# They tell how somebody asks, not what about. Parts of other words stand not among them: 不 of
# 不亮, 老 of 老人, 没 of 没水.
_EMPTY: Final = [
    "了",
    "的",
    "吗",
    "呢",
    "吧",
    "啊",
    "呀",
    "嘛",
    "么",
    "啦",
    "哦",
    "着",
    "是",
    "很",
    "太",
    "就",
    "都",
    "也",
    "还",
    "又",
    "再",
    "被",
    "把",
    "在",
    "和",
    "跟",
    "与",
    "给",
    "让",
    "有",
    "个",
    "我",
    "你",
    "您",
    "他",
    "她",
    "它",
    "们",
    "这",
    "那",
    "啥",
    "谁",
    "哪",
    "能",
    "会",
    "要",
    "想",
    "真",
    "请",
    "怎么办",
    "怎么",
    "怎样",
    "咋办",
    "咋",
    "什么",
    "为什么",
    "为啥",
    "为何",
    "如何",
    "有没有",
    "有没",
    "能不能",
    "可不可以",
    "是不是",
    "可以",
    "请问",
    "麻烦",
    "哪里",
    "哪儿",
    "谁管",
    "找谁",
    "没人管",
    "没人修",
    "没人理",
    "没有人",
    "没有",
    "没人",
    "有人",
    "我家",
    "我们",
    "咱们",
    "咱",
    "你们",
    "他们",
    "大家",
    "一直",
    "总是",
    "经常",
    "老是",
    "天天",
    "每天",
    "好几天",
    "几天",
    "好久",
    "很久",
    "多次",
    "最近",
    "现在",
    "已经",
    "反映",
    "投诉",
    "举报",
    "问题",
    "情况",
    "希望",
    "想要",
    "需要",
    "应该",
    "帮忙",
    "解决",
    "处理",
    "修理",
    "一下",
    "坏了",
    "坏掉",
    "故障",
    "不行",
    "不好",
    "非常",
    "特别",
    "这个",
    "那个",
    "这样",
    "那样",
    "一个",
    "几个",
    "哪个",
    "几点",
    "几时",
    "地方",
    "时候",
    "样子",
    "附近",
    "这里",
    "那里",
    "里面",
]
_EMPTY_LATIN: Final = "a|an|and|at|by|for|i|in|is|it|my|no|not|of|on|our|the|there|to|with"
# Empty at the end or the beginning of what else was typed: 电梯坏, 修路灯.
EDGES: Final = frozenset("坏修弄搞")
EMPTY: Final = re.compile(
    "|".join(sorted(_EMPTY, key=len, reverse=True)) + rf"|\b(?:{_EMPTY_LATIN})\b"
)

# Each line is one thing in the words of different people. None has one character: it would be
# found in every word that begins with it.
_ALIKE: Final = """
漏水 渗水 漏雨 滴水 洇水
返水 倒灌 外溢 外冒 冒水
停水 没水 断水 没有水
水压 水小 水流小
水黄 发黄 黄水 黄汤 锈水 水浑 浑水 变色 有颜色
自来水 水龙头
粪水 粪便 化粪池 大粪
停电 没电 断电 没有电 跳闸
停气 没气 断气 没有气 没有煤气
停暖 没暖气 没有暖气 不供暖 不热 太冷 很冷 屋里冷 家里冷 冰凉
积水 淹水 内涝 存水
下水道 下水管道 下水 污水井 污水管
井盖 井盖子
堵塞 堵了 不通 疏通
电动车 电瓶车 电车
充电桩 充电口 充电
飞线 拉线
停车 车位 泊车 停满
路灯 街灯 门灯
不亮 灯黑 灯灭 黑灯 全黑 灯坏 没灯 漆黑 摸黑 黑咕隆咚 黑灯瞎火
楼道灯 声控灯 走廊灯
楼道 楼梯 走廊 过道 门洞
杂物 东西 堆放
噪音 噪声 太吵 很吵 吵闹 吵人 吵得 轰隆 喧哗
暖气 供暖 供热 取暖
煤气 燃气 天然气 液化气
保安 门卫 门岗 看门
保洁 打扫 清扫 拖地
厕所 公厕 卫生间 洗手间
屋顶 楼顶 顶楼 屋面 房顶
外墙 墙皮 墙面
脱落 掉皮 剥落 空鼓 掉下 掉落
雨棚 雨搭 雨篷 遮雨
违建 私搭 乱建 违章建筑 搭棚 棚子
高空抛物 高空坠物 高空扔 往下扔 砸到
快递 包裹
椅子 长椅 座椅 凳子 歇脚 没处坐 没地方坐 坐一坐
老人 老年人 大爷 大娘 独居 老头 老太太
飘毛 飘絮 杨絮 柳絮 杨毛 毛毛
孩子 儿童 小孩 娃娃 娃儿 接娃 带娃
学生 上学 放学
垃圾 废品
种菜 菜园 菜地
树枝 枯枝 枝子
修剪 剪枝 砍树
塌陷 下陷 塌了 塌下
裂缝 开裂 裂了
臭味 味儿 异味 返味 气味 发臭 恶臭 太臭 很臭
遛狗 养狗 宠物 大狗 小狗 野狗 狗叫
门禁 门锁 单元门
小广告 野广告 牛皮癣
占道 占路 占用
堵车 拥堵 车辆堵
僵尸车 久停 长期停 废弃车
过马路 斑马线 人行横道 人行道
着火 起火 失火 冒烟 火灾
配电箱 电箱 闸盒 配电盒 电表箱
晒衣 晾衣 晾晒 晒被
剪头 理发 剃头
补课 学堂 辅导 写作业
单车 自行车 共享单车
监控 摄像头
水管 管道 管子
电线 线路 线缆 飞线
电线杆 电杆
餐饮 饭店 烧烤
烧烤 烤串 撸串 大排档
油烟 烟味
物业费 收费
退货 不退 退款
无障碍 轮椅 坡道
轮椅 坡道
""".strip()
# Who says what stands before the sign may mean what stands behind it, but not the other way round.
_LEADS: Final = """
高空抛物 高空坠物 高空扔 往下扔 > 花盆 掉落
水压 水小 水流小 > 没水
占道 占路 占用 > 堵住
堵车 拥堵 车辆堵 > 堵住
学校 校门 > 放学 上学 学生
玩耍 孩子玩 小孩玩 > 活动 游乐 滑梯
接孩子 送孩子 接送 接学生 > 放学 上学
睡不着 睡不好 没法睡 > 噪音 噪声 吵闹 喧哗
喘不上气 喘不过气 > 气管炎 哮喘 咳嗽
""".strip()


def _words(line: str) -> tuple[str, ...]:
    return tuple(plain_form(word) for word in line.split())


ALIKE: Final[tuple[tuple[str, ...], ...]] = tuple(map(_words, _ALIKE.splitlines()))
LEADS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = tuple(
    (_words(said), _words(meant))
    for said, _, meant in (line.partition(">") for line in _LEADS.splitlines())
)
