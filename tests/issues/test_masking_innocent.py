"""What looks like a number, a door or an account, and is none of anybody's, stays."""

import re

import pytest

from issues.masking import mask

ORDINARY = [
    "花了1,107,992元",
    "共138,123,456.78元",
    "￥138,123,456.78",
    "单价1.50 16.80 17.90",
    "1.5元、2.8元、13.9元",
    "2026-11-28 18:30:15",
    "2026年11月28日13点05分",
    "2026/11/28-2026/12/05",
    "20261128",
    "11.28 13:00-15:30",
    "2025-2026年度",
    "3000-5000之间",
    "订单号：12345678",
    "受理编号 A20261128001",
    "ZJD-2026-0042",
    "zjd-2026-42",
    "工单号202611280001",
    "拨打110、119、120、122",
    "12345 110 119",
    "报119 110 12345",
    "400-828-1234",
    "13、15、17、18、19、20号楼都停水",
    "3号楼、5号楼和12号楼",
    "120平方米，1200㎡",
    "220V，50Hz，DN100管",
    "13楼到15楼",
    "3-5号楼之间",
    "11-28前办结",
    "第1-3单元",
    "一三五七单元没水",
    "三三两两，七上八下，九九八十一",
    "一百三十八万一千二百三十四元",
    "周一三五收垃圾",
    "GB/T 3-2018",
    "18.5度，湿度60%",
    "1000户居民、2500人",
    "微信小程序里报的",
    "扫微信二维码",
    "QQ群里说的",
    "微信支付3000元",
    "珠玑路18号",
    "11月3号1030开会",
    "Room, not a door: 5 of 12",
    "3号楼1000多人反映",
    "3号楼1200多户居民",
    "2号楼200来户",
    "15号500余人",
    "3号楼2单元301人",
    "3号楼2单元120户",
    "3号楼，2单元，300人反映",
    "3号楼300左右",
    "东2门1030开会",
    "3号楼1000人不满",
    "3号楼125人没水",
    "3号楼125户居民",
    "3-5-700米",
    "3号楼 119",
    "3号楼2单元 120",
    "3号楼、5号楼、12号楼",
    "3号楼 1 3 5单元",
    "3号楼，105路公交",
    "可乘135、72、138、802路",
    "135、72、138、80、2和9路",
    "13、15、12、16、21、8号楼都停电",
    "13、15、12、16、21、8、9号楼都停电",
    "13,15,12,16,21,8栋",
    "8、7、6、5、4、3、2号楼",
    '春节 ("02-10", "02-17", ("02-04", "02-18"))',
    "花了2300000 元",
    "花了2300000.50元",
    "预算¥2300000",
    "预算￥ 2300000",
    "人民币2300000",
    "2300000余元",
    "2300000多元",
    "We have a WeChat group",
    "WeChat message",
    "WeChat is great today",
    "QQ group",
    "抖音 video",
    "V: 380V",
    "加我一个",
    "WiFi6 5GHz",
    "one two three four five six seven eight",
    "two, three, four, five, six, seven, eight",
    "one of the two lamps, three or four nights",
    "two three one five",
    "洞口五三三米，两三天",
    "微信 video",
    "微信 group",
    "微信 please",
    "我的微信 group",
    "加我微信 please",
    "搜微信公众号 zhangdian",
    "微信小程序 pavilion",
    "whatsapp group",
    "We use WhatsApp because it works",
    "We talk on WhatsApp daily",
    "飞书 meeting",
    "钉钉 video call",
    "钉钉打卡12次",
    "飞书2026年停用",
    "my wechat is broken",
    "add my wechat group",
    "My WeChat works again",
    "微信 notice for all",
    "微信扫码 pavilion",
    "我的QQ不用了",
    "支付宝 online",
    "The WeChat group of Building 3",
    "抖音上有 video",
    "鲁建字3-501号文",
    "鲁建字〔2026〕3-501号文",
    "第3-2-501号文件",
    "第3-2-501号提案",
    "3.2.101版",
    "V3.2.101",
    "住在205国道边",
    "住205省道旁",
    "家在201路公交站旁",
    "2.3.501节",
    "3号楼单独供水",
    "3单位来人",
    "甲乙丙三方",
    "甲单元没水",
    "乙单元300户",
    "丙单元3楼灯坏",
    "买了3单300元",
    "402户居民",
    "共402户",
    "201户没交",
    "102家商户",
    "301家店铺都关了",
    "201漏掉了",
    "漏报201次",
    "漏到2楼",
    "渗水到3米",
    "从100升到200",
    "商铺12间",
    "底商3家",
    "商铺201家",
    "底商300平",
    "Room temperature 18",
    "room for 300 people",
    "flat 300 metres of road",
    "Unit 2 has no light",
    "Building 3, Unit 2",
    "flat 120 m2",
    "unit 120 families",
    "a flat 500 square metres",
    "units 3 and 4",
    "the room has 30 chairs",
    "3号楼2单元3-5楼没水",
]


# What others have tried, a few to a line.
INNOCENT = """
3路公交车改道 | 坐 915 路到 3 号线 | 2024年5月单元门坏了 | 2024-05-03 停水 | 5月3日18:30停电 |
一共花了12345元 | 拨打12345热线 | 12345 政务热线没人接 | 119和110都打过了 |
每月物业费每平方米2.85元 | 总共3,600元，5户分摊 | 楼道里堆了10多辆电动车 | 3单元门禁坏了 |
2号楼电梯困人3次 | 5楼到6楼的灯不亮 | 二单元的门坏了两天 | 小区有12栋楼560户 |
路灯编号 102-35 | 订单号 20240503123456 | 工单号 WD2024050300123 | 水表读数 123456 |
电表度数 34567.8 | 第13800138号提案 | 限速20公里 | 2023—2024年度 | 9:00-17:30 开放 |
8-10月施工 | 1-2层是商铺 | 3-6岁的孩子没处玩 | 60-70岁的老人 | 80%的居民同意 | DN100的管子 |
2.5米宽3米深 | GB50016-2014 标准 | 宽带1000M | 4G信号差 | A4纸 | 15-20分钟 | 2楼平台漏水 |
三五个人聚在一起 | 一百二十户 | 五楼六楼都漏 | 微信群里说过 | 在业主QQ群里说了 |
加个微信群通知 | 同号的两块表 | 楼门同号 | 停车位 150 个 | 一二三四五楼都没水 |
三号楼前面的树 | 1号门到3号门 | 单元楼2个门 | 501路公交 | 302路车站 | 203国道 |
95598 电力热线 | 400-810-8888 | 2024年12月31日前 | 08:00至20:00 | 300平方米 | 第5条第2款 |
2单元3楼灯坏了 | 2026年1月 | 共有138户，其中0户没交 | 6.5万元 | 13号楼前 | Wi-Fi 密码 |
ISO 9001 | 一加一等于二 | 单元2个门都坏了 | 单元2楼的灯不亮 | 3楼30多个人 | 5楼500人 |
五楼六楼七楼西侧走廊 | 四楼西侧走廊灯坏 | 3楼东侧楼梯间漏水 | 2单元3楼东侧窗户破了 |
楼上300户没水 | 楼下110来过 | 隔壁120急救站 | 对面402路车站 | 对面 119 消防站 |
楼上2024年装修 | 群里说了12345 | 群众12345678人次 | 加群反映过 | 业主群100多人 |
微信群有500人 | 微信朋友圈转了 | 微信公众号里查 | 支付宝缴费12345元 | 抖音上有人拍了 |
微博上说的 | QQ里说过 | 邮箱坏了 | 楼下信报箱 12 个坏了 | 邮箱没人回 | 163路公交 | C区8栋 |
A座1层 | 3号楼2单元 | 一单元门口 | 二楼左右两边的灯 | 电梯左边的按钮坏 | 楼道左手边的扶手 |
南门、北门、东门 | 卡在3楼 | 刷卡12次进不去 | 门禁卡20张 | 水卡押金100元 | 卡号忘了 |
账号登录不了 | 银行卡办理要30分钟 | 社保卡办理点在哪 | 护照办理 5 个工作日 | 驾照扣6分 |
138元再加2000元 | 第138和2024号文件 | 2024年和2025年 | 13栋和15栋 | 100和200之间 |
2024年1月1日至2024年12月31日 | 3.14 | 1:1000 | v1.2.3 版本 | GB 50016 | 10kV 线路 | l0栋 |
50l路 | O2O | 6 2路 | 62路、63路、64路、65路 | 共6228户4800人 | 每户12345.67元 | 5G | 24h |
7*24小时 | 8:30-11:30，14:00-17:30 | 宽2m长10m | DN300 HDPE 管 | C30混凝土 | PM2.5 |
A4 210*297 | 2024-2025学年第1学期 | 3月1日、3月8日、3月15日 | 1、2、3、4、5、6、7、8号楼 |
3单元、5单元、7单元 | 12# 楼前 | 张店区 0533 | 96196 燃气热线 | 12319 城管热线 | 12328 |
118114 查号台 | 1-6层 | 3-4楼之间 | 501-509路 | 502路 | 102路灯杆 | 灯杆 502 号 |
电表箱 301 号 | 井盖编号 1203 | 502胶水 | 第502期 | 2单元3楼的西窗 | 四楼西南角漏 |
王大妈说楼道黑 | 老师傅修过 | 201那天停水 | at night | look at me | see you at 10 dot | a#b |
C#语言 | 3#变压器 | 5#楼南侧 | 7#井 | 1#泵房 2#泵房 |
楼下便利店开到23:30 | 去年修过3次，今年又坏 |
3号楼前的健身器材松动 | 1号楼至5号楼停水 | 门口有12个坑 |
井盖沉降5厘米 | 我们楼有60户老人 | 已经反映2次了 |
物业电话没人接 | 路灯从10月坏到现在 | 建议在2号门加装摄像头 |
小区共8栋楼、26个单元 | 每天8点到10点堵车 | 噪音超过70分贝 | 树枝压到了10千伏线 | 充电桩只有4个 |
A区B区C区都没有垃圾桶 | 公交站牌倒了，102路站 | 雨水管直径200毫米 | 坡道1:12 | 西门外50米处 |
3楼到6楼水压不足 | 2024年换过水管 | 第3次报修 |
总投资158.6万元 | 每户均摊138.50元 | 3单元一楼声控灯不亮 |
五号楼楼顶漏雨 | 楼顶漏水到6楼 | 污水漏到路上 | 漏到3层 | 漏水201天了 | 暖气只有16度 | 流到203国道 |
The lamp at gate 3 is broken | Two of three benches are broken |
It has been dark for 30 days | The unit has 60 families |
The room is flat and 300 metres long | please add me to the group |
We met at room temperature | apartment buildings 1 to 8 |
Number 5 bus stops here | one two three, jump | zero to one |
微信 video 通话 | QQ 邮箱 坏了 | 钉钉 approval | 支付宝 App 打不开 | 用微信 Pay 交的 |
飞书 docs | 我的微信群 | 搜抖音视频 | 家装修 | 500户装修 | 300户养狗 | 201家说好了 | 商铺门口堆物 |
底商油烟大 | 底商201家油烟大 | 甲单元乙单元都没灯 | 三单没人接 | 2单2件 | 版本3.2.1 |
GB 50352-2019第6.7.3条 | 京建发〔2019〕3-101号 | 门牌201号井 | 杠杆13个 | 138★好评 |
1★1★1★1★1★ | ★★★3号楼★★★5号楼 | ❗3号楼❗5号楼❗7号楼❗9号楼 | ✅13✅15✅17 | 1号@2号@3号 |
50%~60% | 13~15℃，16~18℃ | PM2.5：138！ | 138km/h | 15:30–17:30 | 7x24小时 |
3x5米 | 10x20x30厘米 | 1200x600x50 | 138x50x200mm | 〔2026〕3-501号
"""


@pytest.mark.parametrize("text", [*ORDINARY, *re.split(r"\s*[|\n]\s*", INNOCENT.strip())])
def test_ordinary_text_stays(text: str) -> None:
    assert mask(text).hits == ()
    assert mask(text).text == text


SLIPS = ["工单", "订单", "运单", "发票", "票据"]
METERS = ["水表", "电表", "气表", "读数", "表底", "水表读数"]
NUMBERED = [
    "单号",
    "工单号",
    "发票号码",
    "快递单号",
    "图纸",
    "图号",
    "型号",
    "规格",
    "条码",
    "批文",
    "档案",
]
MOBILES = ["138-1234-5678", "138 1234 5678", "1381-2345-678", "+86-13812345678", "138.1234.5678"]
WITH_AREA = ["0755-26781234", "(0755)26781234", "010-82345678", "0755 2678 1234", "0533-7180123"]
LOCAL = ["82345678", "8234-5678"]


@pytest.mark.parametrize("label", [*SLIPS, *METERS, *NUMBERED])
@pytest.mark.parametrize("number", [*MOBILES, *WITH_AREA])
def test_a_telephone_is_one_behind_any_label(label: str, number: str) -> None:
    assert mask(f"查{label}{number}").text == f"查{label}×××"
    assert mask(f"{label}：{number}联系我").text == f"{label}：×××联系我"


@pytest.mark.parametrize("label", [*SLIPS, *METERS])
@pytest.mark.parametrize("number", LOCAL)
def test_a_local_one_is_one_unless_it_is_said_to_be_a_number_of_something(
    label: str, number: str
) -> None:
    assert mask(f"请联系{label}{number}").text == f"请联系{label}×××"
    assert mask(f"{label} {number}").text == f"{label} ×××"


@pytest.mark.parametrize("label", [*SLIPS, *METERS, *NUMBERED])
@pytest.mark.parametrize("number", [*LOCAL, "7180123", "7180-123"])
def test_who_wants_to_be_called_names_a_telephone(label: str, number: str) -> None:
    assert mask(f"{label}{number}打我").text == f"{label}×××打我"
    assert mask(f"请联系{label}{number}").text == f"请联系{label}×××"


@pytest.mark.parametrize("label", NUMBERED)
@pytest.mark.parametrize(
    "number", ["82345678", "8234-5678", "7180123", "20261128-0042", "A-7180-123"]
)
def test_what_has_a_number_keeps_it(label: str, number: str) -> None:
    assert mask(f"{label}{number}").hits == ()


@pytest.mark.parametrize("label", METERS)
def test_a_meter_shows_a_few_digits_and_stands_in_a_flat(label: str) -> None:
    assert mask(f"{label}823456").hits == ()
    assert mask(f"{label}8234567").text == f"{label}×××"
    assert mask(f"{label}1203室").text == label


@pytest.mark.parametrize(
    "text",
    [
        "增长13.5%、18.2%、26.3%、8.1%",
        "13.5%！18.2%！26.3%！8.1%",
        "柜子150×2000×3000",
        "柜子150x2000x3000毫米",
        "钢板158*2345*6789mm",
        "地砖600×600，800×800",
        "138路转13路",
        "坐138路？等了20分钟！",
        "好评率98%，参与138户",
        "1°C到13°C，第138天",
        "@138号楼长",
        "135★72",
        "得分：9/10，排名第138",
    ],
)
def test_digits_with_signs_between_them_may_be_no_number(text: str) -> None:
    assert mask(text).hits == ()
