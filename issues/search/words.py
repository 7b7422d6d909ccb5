"""Words that neighbours use for the same, and words for the people that it happens to."""

from __future__ import annotations

import re
from typing import Final

from issues.search.normal import plain_form

# Each line is one thing in the words of different people. None has one character: it would be
# found in every word that begins with it.
_ALIKE: Final = """
漏水 渗水 漏雨 滴水 滴答 洇水
返水 倒灌 外溢 外冒 冒水 外漾
停水 没水 断水 没有水 不出水 不来水
水压 水小 水流小
水黄 发黄 黄水 黄汤 泥汤 锈水 水浑 浑水 变色 有颜色
自来水 水龙头
粪水 粪便 化粪池 大粪
停电 没电 断电 没有电 跳闸
停气 没气 断气 没有气 没有煤气
停暖 没暖气 没有暖气 不供暖 不热 太冷 很冷 屋里冷 家里冷 冰凉 冰手 冻人 冻得
积水 淹水 内涝 存水 水洼 趟水
下水道 下水管道 下水 污水井 污水管
井盖 井盖子
堵塞 堵了 不通 疏通
电动车 电瓶车 电车 电驴 电三轮
充电桩 充电口 充电
飞线 拉线
停车 车位 泊车 停满
路灯 街灯 门灯
不亮 灯黑 灯灭 黑灯 全黑 灯坏 没灯 漆黑 摸黑 黑咕隆咚 黑灯瞎火 黢黑 黑乎乎
楼道灯 声控灯 走廊灯
楼道 楼梯 走廊 过道 门洞 楼洞
杂物 东西 堆放 破烂 家什
噪音 噪声 太吵 很吵 吵闹 吵人 吵得 轰隆 喧哗 嗡嗡 闹腾
暖气 供暖 供热 取暖
煤气 燃气 天然气 液化气
保安 门卫 门岗 看门 看大门
睡岗 睡着 打盹 睡大觉
保洁 打扫 清扫 拖地
厕所 公厕 卫生间 洗手间 茅房 茅厕
屋顶 楼顶 顶楼 屋面 房顶
外墙 墙皮 墙面
脱落 掉皮 剥落 空鼓 掉下 掉落 往下掉
雨棚 雨搭 雨篷 遮雨
违建 私搭 乱建 违章建筑 搭棚 棚子
高空抛物 高空坠物 高空扔 往下扔 砸到
快递 包裹
椅子 长椅 座椅 凳子 歇脚 板凳 马扎
老人 老年人 大爷 大娘 独居 老头 老太太 老婆婆
飘毛 飘絮 杨絮 柳絮 杨毛 毛毛
孩子 儿童 小孩 娃娃 娃儿 接娃 带娃 孙子 孙女
学生 上学 放学
垃圾 废品
种菜 菜园 菜地
树枝 枯枝 枝子 树杈
修剪 剪枝 砍树
塌陷 下陷 塌了 塌下
坑洼 有坑 大坑 水坑 窟窿 不平
泥泞 烂泥 泥巴 泥水
胡同 巷子
涵洞 桥洞 桥下 桥底
裂缝 开裂 裂了
臭味 味儿 异味 返味 气味 发臭 恶臭 太臭 很臭 臭水 臭气 难闻 熏人
遛狗 养狗 宠物 大狗 小狗 野狗 狗叫
门禁 门锁 单元门
小广告 野广告 牛皮癣 乱贴
占道 占路 占用
堵车 拥堵 车辆堵 堵死
僵尸车 久停 长期停 废弃车
过马路 斑马线 人行横道 人行道
着火 起火 失火 冒烟 火灾
救护车 急救车 救命车
大货车 货车 卡车 大车
公交车 公交 公共汽车 公共车
抖动 颤动 晃动 晃荡 哆嗦
湿滑 地滑 打滑 滑倒
绊人 绊倒 绊脚 磕绊
配电箱 电箱 闸盒 配电盒 电表箱 电闸
晒衣 晾衣 晾晒 晒被 晾被
打牌 扑克 麻将 下棋
练操 跳操 跳舞 广场舞
做饭 吃饭 送饭 助餐
剪头 理发 剃头
补课 学堂 辅导 写作业
单车 自行车 共享单车 洋车 脚踏车
监控 摄像头
水管 管道 管子
电线 线路 线缆 飞线
电线杆 电杆
餐饮 饭店 烧烤
烧烤 烤串 撸串 大排档
摆摊 小吃摊 早点摊 烧烤摊 摊点 出摊
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
堵车 拥堵 车辆堵 堵死 > 堵住
学校 校门 > 放学 上学 学生
玩耍 孩子玩 小孩玩 没处玩 没处耍 没地方玩 没地儿玩 > 活动 游乐 滑梯
接孩子 送孩子 接孙子 接孙女 接送 接学生 > 放学 上学
睡不着 睡不好 没法睡 > 噪音 噪声 吵闹 喧哗
喘不上气 喘不过气 > 气管炎 哮喘 咳嗽
没处坐 没地方坐 没地儿坐 坐一坐 坐一会 坐会 > 椅子 长椅 座椅 凳子 歇脚
没处歇 没地方歇 没地儿歇 歇一歇 歇歇 歇会 > 椅子 长椅 座椅 凳子 歇脚
台阶太高 台阶高 > 门槛
浇粪 大粪 > 种菜 菜地
电闸 > 跳闸
一闪 直闪 > 频闪 闪烁
贴得 贴满 糊满 > 小广告
堆得 堆满 破桌 旧桌 旧家具 旧沙发 破柜 > 堆放 杂物
蜘蛛网 > 线缆 电线 杂乱
看不懂 弄不来 不会弄 不会用 > 不会取 不会办
摔跤 摔倒 摔跟头 跌倒 > 绊人 绊倒 湿滑 地滑 打滑
""".strip()

# For whom something is wrong, and not what: whoever asks says it first.
_WHOM: Final = [
    "老头",
    "老太太",
    "老婆婆",
    "老人",
    "老年人",
    "大爷",
    "大娘",
    "孩子",
    "小孩",
    "儿童",
    "娃娃",
    "娃儿",
    "孙子",
    "孙女",
]
WHOM: Final = re.compile("|".join(_WHOM))


def _words(line: str) -> tuple[str, ...]:
    return tuple(plain_form(word) for word in line.split())


ALIKE: Final[tuple[tuple[str, ...], ...]] = tuple(map(_words, _ALIKE.splitlines()))
LEADS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = tuple(
    (_words(said), _words(meant))
    for said, _, meant in (line.partition(">") for line in _LEADS.splitlines())
)
