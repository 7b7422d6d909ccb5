"""What neighbours write to each other: what is in braces goes, and all the rest stays.

The rows were written before the rules were looked at: what others would write, not what is known.
"""

from __future__ import annotations

import re

import pytest

from issues.masking import mask

DOORS = """
{402}家漏水了 | 楼上{402}家一直不修 | {402}住户天天吵 | {501}的住户把鞋柜放楼道 | {302}那户不让进 |
{1101}那家养鸽子 | 敲{402}的门没人应 | 我是{501}的 | 我是{1203}业主 | {501}业主不同意 |
{601}的租户半夜打麻将 | {502}租客半夜回来 | {五〇二}家漏水 | {５０２}家漏水 | 就是{402}家。 |
{402}家 | 东单元{502}漏水 | {3楼中户}天天摔门 | 3号楼{2单元五楼左}漏水 | {901房}漏水 |
{2楼201房间}漏水 | 8栋{2304}家养狗 | {201}家和{202}家都漏 | {402}家庭矛盾 | {402}邻居不开门 |
{502}楼上滴水 | 3号楼{2单元601}业主反映 | {Room 12-3} leaks | {Apartment 1203} leaks |
给{402}送过通知 | 物业到{603}看过 | {602}、{702}都漏水 | {402}漏到{302} | {1502}房主出差了 |
{三〇二}那家的狗 | {602}装修噪音大 | {501}养了三条狗 | {301}在楼道堆东西 | {302}又把鞋柜摆出来了 |
{402}两口子吵架 | {一零二}的孩子老哭 | {302}的阳台往下滴水 | 8栋{一单元五百零二} | 住{五楼，东户} |
楼上的那户（{602}）
"""
ACCOUNTS = """
加V {lucyliu} | 加V{lucyliu88} | VX同号 {lucyliu} | V信 {lucyliu88} | V信：{lucyliu} |
加我 q {12345678} | 扣扣：{12345678} | Q：{12345678} | q号 {345678901} | 薇信 {lucyliu88} |
威信号{lucyliu88} | 围信 {lucy_liu} | 微x {lucyliu88} | wei xin {lucyliu88} | weixin: {lucyliu88} |
加微 {lucyliu88} | 加个微：{lucyliu88} | wechat：{lucyliu} | we chat {lucyliu88} |
加wx{lucyliu88} | WX号 {lucyliu} | Ⅴ信 {lucyliu88} | v心：{lucyliu88} | 微心 {lucyliu88} |
dy号 {lucyliu88} | 抖音号：{lucyliu88} | d音 {lucyliu88} | 小红书号 {345678901} |
快手号{lucyliu88} | 小红书 {lucyliu88} | 钉钉：{lucyliu88} | 丁丁号 {lucyliu88} |
E-mail: {lucy.liu@qq.com} | email: {lucyliu88} | 电邮 {lucyliu88} | 微信同手机号 {13905331234} |
手机号同微信：{lucyliu88} | 我的v{是lucyliu88} | vx搜{lucyliu88} | 加q：{345678901} |
qq同号{345678901} | 微信号（同手机）{lucyliu88} | wechat id {lucyliu88} | QQ number {12345678} |
有事+V：{lucyliu} | 加下微信{lucyliu88}聊 | 薇❤ {lucyliu88} | 威❤信 {lucyliu88} | 加Q{12345678} |
DingTalk: {lucyliu88} | douyin: {lucyliu88} | 视频号 {lucyliu88} | instagram {lucyliu88} |
邮箱{lucy.liu} | 邮箱：{lucyliu} | V: {lucyliu} | 有事 v {lucyliu88} | 扣：{12345678}
"""
NUMBERS = """
电话{7180!123} | {7180!123}找我 | 座机 {7180~123} | 打{0533!7180123} | 电话 {7-1-8-0-1-2-3} |
电话：{七一八〇一二三} | 电话{柒壹捌零壹贰叁} | 打{壹叁捌零零壹叁捌零零零} |
打{139 0533 一二三四} | 打{1390533壹贰叁肆} | 打{幺三九〇五三三幺两三四} | 打{13九05三三1234} |
打{139O533l234} | 打{１３９０５３３１２３四} | 打{139（0533）1234} | 打{139/0533/1234} |
打{139😊0533😊1234} | 打{139，中间是0533，尾号1234} | 打{yi san jiu ling wu san san yi er san si} |
打{139 0533 12 34} | 打{1390-5331-234} | 打{86 13905331234} | 打{(139)0533-1234} |
身份证号：{370305 1960 0101 1234} | 是{三七〇三〇五一九六〇〇一〇一一二三四} | 车牌{鲁CD12345} |
{鲁C.A1234}挡路 | {京A·88888}挡路 | {鲁C 8K3F9}挡路 | {鲁c12345}挡路 | Call {139-0533-1234} |
打{⒈⒊⒐05331234} | 打{1390533...1234} | 打{一3九零5三3一2三4} | 电话：{718，0123} |
家里电话{718 0123}，晚上在 | 打{139\u26050533\u26051234} | 打{①③⑨0533①②③④} | 传呼{7180—123} |
身份证尾号{1234} | 车牌{C12345} | 电话 {71 80 12 3} | 打{139空0533空1234}
"""
STAYS = """
120家单位参加 | 100家企业 | 12家商铺 | 300家住户没暖气 | 110家住户报名 | 全楼104家都签了字 |
共有208家住户 | 一共301户住户 | 有110家报名 | 12345家喻户晓 | 24V信号灯 LED | 12V信号线 broken |
加V型支架 | 加V领 sweater | Q235B 钢管 | 加Q235钢板 | Q345 钢材 | QQ音乐 playlist |
微信 app crashed | WeChat Pay failed | 抖音 live 太吵 | 小红书 app | DY100水泵 |
型号 VX-2000 的水泵 | 要7180！123元都不值 | 面积7180.123平方米 | 编号7180-123 | 图纸 7180-123 |
2026.1.15—2026.3.15 | 2026年1月15日至2027年1月15日 | 08:30~12:00，13:30~17:30 |
1月1日、2月3日、4月5日 | 19:00、20:30、21:45 | 13905元 | 139.05元、33.12元 | 共计壹拾叁万玖仟元整 |
壹仟贰佰叁拾肆元 | 一二三楼、四五六楼 | 二〇二六年十一月二十八日 | 两三百人，五六百户 | 七零八落 |
三八妇女节，五一、十一 | 一零一中学 | 一一九消防日 | 一三五单号限行，二四六双号 |
138路、139路、150路、151路 | 7路、71路、718路、7180路 | G2516高速 | S102省道 |
DN25、DN32、DN40、DN50 | φ110 管 | 380V/220V | 10#楼 2#楼 3#楼前 | 3#配电箱 | 5#-8#楼 |
3号楼1单元1-3层 | 三年级二班、402班 | 去301医院看病 | 101中学门口堵车 | 从301次列车上下来 |
第404期 | 消防栓编号3-2-501 | 快递单号 SF1234567890123 | 发票号码 12345678 | 工单 7180123 |
受理号7180123 | 邮编255000 | 邮政编码：255000 | 区号0533 | 12345、12319、12369、12315 |
4008001234 | 400 800 1234 | 10086 10010 10000 | 北纬36.8131，东经118.0549 | 两家吵架，3家都同意 |
加我们5个人 | 加我3个 | add me at 5 pm | 王经理说打12345 | 4号线、13号线、15号线 |
每月139.5元，全年1674元 | 3号楼、5号楼各402户 | 402班家长群 | 2单元住户 | 住户402人 |
201医院家属院 | 电话 没人接 | 微信 没回 | 楼上302厂宿舍 | 给100家送过 | 到207国道看过 | 从301漏斗 |
201把椅子坏了 | 101在建项目 | 邮箱没人回 | 邮箱 broken | 车牌看不清 | 301养老院门口 | 扣300000元 |
2026业主大会
"""


def rows(table: str) -> list[str]:
    return [row for row in re.split(r"\s*[|\n]\s*", table.strip()) if row]


def bare(text: str) -> str:
    """What can be read: no blanks, no punctuation, no marks of what was taken out."""
    return re.sub(r"[\W_×]+", "", text)


@pytest.mark.parametrize("row", [*rows(DOORS), *rows(ACCOUNTS), *rows(NUMBERS)])
def test_what_tells_who_or_which_door_goes_and_the_rest_stays(row: str) -> None:
    masked = mask(re.sub(r"[{}]", "", row)).text
    assert bare(masked) == bare(re.sub(r"\{[^}]*\}", "", row))


@pytest.mark.parametrize("row", rows(STAYS))
def test_what_is_no_persons_stays(row: str) -> None:
    assert mask(row).text == row
