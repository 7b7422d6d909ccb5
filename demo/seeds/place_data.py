"""Bodies, venues, estates and categories of the demo, invented after the report."""

from __future__ import annotations

from grids.enums import BodyKind, VenueKind

K = BodyKind
# Kind, code, parent, name, short name, English, public phone.
BODIES: tuple[tuple[BodyKind, str, str, str, str, str, str], ...] = (
    (K.DISTRICT, "LZ", "", "临淄区", "临淄区", "Linzi District", "0533-7100000"),
    (K.STREET, "FHT", "LZ", "凤凰台街道", "凤凰台", "Fenghuangtai Street", "0533-7100100"),
    (K.DEPARTMENT, "FHT-ZZ", "FHT", "凤凰台街道综合办公室", "街道综合办",
     "General Office of the Street", "0533-7100110"),
    (K.DEPARTMENT, "FHT-ZJ", "FHT", "凤凰台街道住建办", "街道住建办",
     "Housing Office of the Street", "0533-7100121"),
    (K.DEPARTMENT, "FHT-HW", "FHT", "凤凰台街道环卫所", "街道环卫所",
     "Sanitation Station of the Street", "0533-7100122"),
    (K.DEPARTMENT, "FHT-AJ", "FHT", "凤凰台街道安监办", "街道安监办",
     "Safety Office of the Street", "0533-7100123"),
    (K.DEPARTMENT, "FHT-MZ", "FHT", "凤凰台街道民政办", "街道民政办",
     "Civil Affairs Office of the Street", "0533-7100124"),
    (K.DEPARTMENT, "LZ-ZJ", "LZ", "临淄区住房和城乡建设局", "区住建局",
     "Housing Bureau of the District", "0533-7100201"),
    (K.DEPARTMENT, "LZ-SW", "LZ", "临淄区水务服务中心", "区水务中心",
     "Water Centre of the District", "0533-7100202"),
    (K.DEPARTMENT, "LZ-JT", "LZ", "临淄区交通运输局", "区交通局",
     "Transport Bureau of the District", "0533-7100203"),
    (K.PARTNER, "TL-GW", "LZ", "铁路工务段临淄工区", "铁路工务段",
     "Railway Maintenance Section", "0533-7100301"),
    (K.PARTNER, "CQ-JX", "FHT", "机械厂留守处（产权单位）", "机械厂留守处",
     "Machine Works, owner of the compound", "0533-7100302"),
    (K.COMMUNITY, "ZJD", "FHT", "珠玑东社区", "珠玑东", "Zhuji East Community", "0533-7100400"),
    (K.COMMUNITY, "ZJX", "FHT", "珠玑西社区", "珠玑西", "Zhuji West Community", "0533-7100500"),
    (K.PARTNER, "AJ-WY", "ZJD", "安居物业服务公司", "安居物业",
     "Anju Property Company", "0533-7100303"),
)  # fmt: skip
NUMERALS = [*"一二三四五六七八九十", "十一", "十二", "十三", "十四"]

P, R, C = VenueKind.PAVILION, VenueKind.ROOM, VenueKind.COURTYARD
# Grid, kind, name, place, seats, access.
VENUES: tuple[tuple[str, VenueKind, str, str, int, str], ...] = (
    ("ZJD-1", P, "大槐树议事亭", "机械厂家属院南门里，大槐树底下", 14, "没有台阶，轮椅能到"),
    ("ZJD-2", R, "老车库议事室", "机械厂家属院7号楼东头，原来的自行车库", 24, "一级台阶，有坡板"),
    ("ZJD-3", P, "葡萄架议事亭", "东苑小区中心花园葡萄架下", 16, "平路，旁边有公厕"),
    ("ZJD-4", C, "八号楼前小院", "东苑小区8号楼前晒太阳的地方", 12, "冬天在楼道口，有暖壶"),
    ("ZJD-5", P, "掌柜的议事亭", "珠玑路农贸市场南口", 18, "临街，收摊后人最多"),
    ("ZJD-6", R, "纺织小区议事室", "纺织小区3号楼一层，原传达室", 20, "门口两级台阶，有扶手"),
    ("ZJD-7", P, "石榴树议事亭", "粮所宿舍院里石榴树旁", 10, "平路，轮椅能到"),
    ("ZJD-8", P, "桓公花园议事亭", "桓公花园人工湖西岸", 20, "有坡道，晚上有灯"),
    ("ZJD-9", C, "教师公寓楼前", "教师公寓2号楼前石桌", 8, "平路，石凳有靠背"),
    ("ZJD-10", P, "站台议事亭", "铁路宿舍北门，老站台雨棚改的", 22, "没有台阶，雨天也能坐"),
    ("ZJD-11", R, "铁路宿舍活动室", "铁路宿舍6号楼西侧平房", 30, "门口有坡道和扶手"),
    ("ZJD-12", P, "涵洞口议事亭", "珠玑东里涵洞北口", 12, "下雨积水时改到活动室"),
    ("ZJD-13", R, "齐都佳园居民议事室", "齐都佳园5号楼架空层", 26, "电梯和坡道都能到"),
    ("ZJD-14", C, "锦绣苑楼前院后", "锦绣苑4号楼与5号楼之间", 15, "平路，孩子多，车慢行"),
    ("ZJX-1", P, "西里议事亭", "珠玑西里小广场", 12, "平路"),
    ("ZJX-2", R, "油坊胡同议事室", "油坊胡同12号", 18, "一级台阶"),
)

# Estate, and the numbers of its buildings by grid.
ESTATES: dict[str, dict[str, list[str]]] = {
    "机械厂家属院": {"ZJD-1": ["1号楼", "2号楼", "3号楼", "4号楼"],
               "ZJD-2": ["5号楼", "6号楼", "7号楼", "8号楼"]},
    "东苑小区": {"ZJD-3": ["1号楼", "2号楼", "3号楼", "4号楼", "5号楼"],
             "ZJD-4": ["6号楼", "7号楼", "8号楼", "9号楼"]},
    "珠玑路沿街": {"ZJD-5": ["东段商铺", "西段商铺", "商住1号楼"]},
    "纺织小区": {"ZJD-6": ["1号楼", "2号楼", "3号楼", "4号楼", "5号楼"]},
    "粮所宿舍": {"ZJD-7": ["1号楼", "2号楼", "3号楼"]},
    "供销社宿舍": {"ZJD-7": ["南楼", "北楼"]},
    "桓公花园": {"ZJD-8": ["1号楼", "2号楼", "3号楼", "5号楼", "6号楼"]},
    "教师公寓": {"ZJD-9": ["1号楼", "2号楼", "3号楼"]},
    "铁路宿舍": {"ZJD-10": ["1号楼", "2号楼", "3号楼", "4号楼", "5号楼"],
             "ZJD-11": ["6号楼", "7号楼", "8号楼"]},
    "珠玑东里": {"ZJD-12": ["前排", "中排", "后排"]},
    "齐都佳园": {"ZJD-13": ["1号楼", "2号楼", "3号楼", "4号楼", "5号楼"]},
    "锦绣苑": {"ZJD-14": ["1号楼", "2号楼", "3号楼", "4号楼", "5号楼"]},
    "珠玑西里": {"ZJX-1": ["1号楼", "2号楼", "3号楼"]},
    "油坊胡同": {"ZJX-2": ["东院", "西院"]},
}  # fmt: skip

# Code, Chinese, English, parent. All categories under disputes are private.
CATEGORIES: tuple[tuple[str, str, str, str], ...] = (
    ("facilities", "设施维修", "Repairs", ""),
    ("sewers", "下水管道", "Sewers", "facilities"),
    ("shafts", "管道井渗水", "Pipe shafts", "facilities"),
    ("roofs", "屋面外墙", "Roofs and walls", "facilities"),
    ("lifts", "电梯", "Lifts", "facilities"),
    ("lights", "路灯和楼道灯", "Street and stair lights", "facilities"),
    ("wires", "电线老化", "Old wiring", "facilities"),
    ("roads", "路面坑洼", "Potholes", "facilities"),
    ("environment", "环境卫生", "Cleanliness", ""),
    ("rubbish", "垃圾清运", "Rubbish", "environment"),
    ("corridors", "楼道杂物", "Things in stairwells", "environment"),
    ("greenery", "绿化修剪", "Trees and greenery", "environment"),
    ("encroachment", "违建与占道", "Sheds and blocked ways", ""),
    ("gardens", "私搭菜园", "Vegetable plots", "encroachment"),
    ("stalls", "占道经营", "Stalls in the way", "encroachment"),
    ("traffic", "停车与交通", "Parking and traffic", ""),
    ("parking", "乱停车", "Parking", "traffic"),
    ("passage", "通行困难", "Hard to pass", "traffic"),
    ("property", "物业服务", "Property service", ""),
    ("fees", "物业收费", "Fees", "property"),
    ("guards", "门岗保洁", "Gate and cleaning", "property"),
    ("water", "供水供暖", "Water and heating", ""),
    ("supply", "自来水", "Tap water", "water"),
    ("heating", "暖气", "Heating", "water"),
    ("safety", "安全隐患", "Dangers", ""),
    ("fire", "消防充电", "Fire and charging", "safety"),
    ("falling", "高空坠物", "Falling things", "safety"),
    ("disputes", "邻里纠纷", "Disputes between neighbours", ""),
    ("noise", "噪音扰民", "Noise", "disputes"),
    ("leaks", "楼上楼下漏水", "Leaks between flats", "disputes"),
    ("pets", "养宠纠纷", "Pets", "disputes"),
    ("welfare", "养老与便民", "Care and conveniences", ""),
    ("elders", "老人照料", "Care of the old", "welfare"),
    ("benches", "便民设施", "Benches and the like", "welfare"),
    ("business", "商户经营", "Shops", ""),
    ("ideas", "金点子", "Ideas", ""),
)

# What residents call such things, as administrators write it down.
SAID_AS: dict[str, str] = {
    "sewers": "下水道 下水堵 堵塞 反味 返味 臭味 返水 冒水 污水 马桶 粪水 化粪池 地漏 井盖",
    "shafts": "渗水 漏水 管道井 水管漏",
    "roofs": "漏雨 屋顶 楼顶 墙皮 掉皮 外墙脱落 墙裂缝 保温层 雨棚 雨搭 防水",
    "lifts": "电梯坏 电梯停 困人 坐电梯",
    "lights": "灯不亮 灯黑 灯坏 没有灯 路灯 楼道灯 声控灯 照明 太黑",
    "wires": "电线 线路 停电 跳闸 漏电 电箱 配电箱 电线杆",
    "roads": "路不平 坑 塌陷 积水 泥泞 地砖 台阶",
    "rubbish": "垃圾没人收 垃圾桶 垃圾堆 垃圾站 苍蝇 建筑垃圾",
    "corridors": "楼道堆物 堆杂物 纸箱 旧家具 楼道停车",
    "greenery": "树 树枝 修树 草坪 绿化带 虫子",
    "encroachment": "违建 违章建筑 私搭乱建 乱搭 占用公共地方",
    "gardens": "种菜 菜地 绿化带 毁绿",
    "stalls": "摆摊 小贩 烧烤 油烟 占道 早点摊",
    "parking": "停车难 车位 乱停 堵门 僵尸车 挡道 占车位",
    "passage": "过马路 斑马线 人行道 堵车 拥堵 接孩子 放学 轮椅 坡道 不好走",
    "property": "物业不管 物业电话 投诉物业",
    "fees": "物业费 乱收费 公摊 电费 水费",
    "guards": "保安 门卫 保洁 打扫卫生 拖地 监控 门禁",
    "supply": "停水 没水 水压低 水小 水黄 水浑 水质 水表",
    "heating": "不热 太冷 供暖不足 供热 没暖气 暖气片 温度低",
    "fire": "着火 起火 失火 冒烟 灭火器 飞线 充电桩 充电 电动车 电瓶车 煤气 燃气 液化气",
    "falling": "高空坠物 高空抛物 掉东西 砸人 花盆 脱落",
    "noise": "太吵 噪音 扰民 半夜响",
    "leaks": "楼上漏水 渗水 泡了",
    "pets": "狗叫 遛狗 养狗 狗屎 猫",
    "elders": "老人吃饭 送饭 独居 照顾 看病 养老",
    "benches": "座椅 凳子 快递 晒衣服 晾晒 厕所 健身器材 活动室",
}

# If one department answers for a category, it gets it; otherwise the dispatcher names one.
COMPETENCES: dict[str, tuple[str, ...]] = {
    "FHT-ZJ": ("facilities", "encroachment", "property"),
    "FHT-HW": ("environment", "stalls"),
    "FHT-AJ": ("safety", "wires"),
    "FHT-MZ": ("welfare",),
    "LZ-ZJ": ("facilities", "property"),
    "LZ-SW": ("sewers", "water"),
    "LZ-JT": ("traffic",),
}
COMPETENCES_MORE: dict[str, tuple[str, ...]] = {
    # Two departments of the street answer for these, so that somebody has to choose.
    "FHT-ZJ": ("wires", "stalls"),
}
