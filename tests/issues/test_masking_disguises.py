"""However a number is written, it is found; and what is no number of anybody stays."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.masking import Hidden, mask
from issues.masking.normal import normal_form

CHINESE = "零一二三四五六七八九"
FORMS = (
    lambda digit: digit,
    lambda digit: chr(ord("０") + int(digit)),
    lambda digit: CHINESE[int(digit)],
    lambda digit: chr(0x1D7CE + int(digit)),
    lambda digit: "⓪①②③④⑤⑥⑦⑧⑨"[int(digit)],
    lambda digit: f"{digit}\ufe0f\u20e3",
)
NOTHING = st.sampled_from(["", "", "", "\u200b", "\u202e", "\u2060", "\u00ad", "\ufeff"])
BETWEEN = st.sampled_from(
    ["", "", "", " ", "   ", "\u3000", ".", "．", "·", "-", "－", "—", "_", " - ", "*", "/", "\n"]
)
MOBILE = st.from_regex(r"\A1[3-9][0-9]{9}\Z", alphabet="0123456789")
LANDLINE = st.tuples(
    st.sampled_from(["010", "025", "0533"]),
    st.from_regex(r"\A[2-8][0-9]{6,7}\Z", alphabet="0123456789"),
)
IDENTITY = st.tuples(
    st.from_regex(r"\A[1-6][0-9]{5}\Z", alphabet="0123456789"),
    st.dates(min_value=date(1930, 1, 1), max_value=date(2030, 12, 31)).map(
        lambda day: f"{day:%Y%m%d}"
    ),
    st.from_regex(r"\A[0-9]{3}[0-9X]\Z", alphabet="0123456789X"),
).map("".join)
PLAIN = st.sampled_from(["电话", "找我", "楼道灯坏了，打", "，谢谢", "。", "", "请", "王女士"])


@st.composite
def disguised(draw: st.DrawFn, number: str) -> str:
    """The digits in mixed forms, with anything or nothing between them."""
    said = []
    for digit in number:
        form = draw(st.sampled_from(FORMS)) if digit.isdecimal() else str
        said.append(form(digit) + draw(NOTHING) + draw(BETWEEN) + draw(NOTHING))
    return "".join(said).strip()


def digits_in(text: str) -> str:
    return re.sub(r"[^0-9]", "", normal_form(text).digits)


@given(MOBILE.flatmap(disguised), PLAIN, PLAIN)
def test_a_mobile_number_is_masked_in_whichever_form(said: str, before: str, after: str) -> None:
    masked = mask(f"{before}{said}{after}")
    assert digits_in(masked.text) == ""
    assert "×××" in masked.text
    assert masked.text.startswith(before)
    assert masked.text.endswith(after)


@given(MOBILE.flatmap(disguised), st.sampled_from(["+86", "+86 ", "0086-", "(+86)", "８６"]))
def test_a_mobile_number_with_the_countrys_before_it_is_masked(said: str, prefix: str) -> None:
    assert digits_in(mask(f"打{prefix}{said}找我").text) == ""


@given(
    LANDLINE,
    st.sampled_from(["-", " ", "）", "—", "  ", ""]),
    st.sampled_from(["", "转801", "-12", " 分机 3"]),
)
def test_a_landline_with_its_extension_is_masked(
    parts: tuple[str, str], between: str, extension: str
) -> None:
    area, number = parts
    for plain in (area, "".join(chr(ord("０") + int(one)) for one in area)):
        masked = mask(f"打{plain}{between}{number}{extension}找我")
        assert digits_in(masked.text) == ""


@pytest.mark.parametrize(
    "said",
    [
        "打010-20000110找我", "（021）２０２００１０１", "0571-20191231转8", "零一零-20000110",
        "座机20191231", "联系电话：20151020，晚上在家", "拨20191231", "tel 20191231",
    ],
)  # fmt: skip
def test_a_landline_that_could_be_a_day_is_masked(said: str) -> None:
    assert digits_in(mask(said).text) == ""


@pytest.mark.parametrize(
    "said", ["于20191231竣工", "手机20191230买的", "打010-19991231", "13号楼20191231停水"]
)
def test_a_day_is_none(said: str) -> None:
    """No landline begins with 1, and none has a mobile's name."""
    assert mask(said).text == said


@given(IDENTITY.flatmap(disguised))
def test_the_number_of_an_identity_card_is_masked_in_whichever_form(said: str) -> None:
    masked = mask(f"我的是{said}。")
    assert digits_in(masked.text) == ""
    assert "X" not in masked.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话１３９．０５３３．１２３４", "电话×××"),
        ("电话 139 . 0533 . 1234。", "电话 ×××。"),
        ("一三九零五三三一二三四", "×××"),
        ("幺三九〇五三三幺二三四", "×××"),
        ("13\u200b9\u202e0533\u202c1234", "×××"),
        ("139、0533、1234", "×××"),
        ("(0533) 718 0123转8012", "×××"),
        ("微信：wang_abc1", "微信×××"),
        ("ｗｘ：wang_abc1", "ｗｘ×××"),
        ("加V wang1988", "加V×××"),
        ("vx:wang1988找我", "vx×××找我"),
        ("我的微信是wang-1988", "我的微信×××"),
        ("微信同号 wang1988", "微信同号×××"),
        ("wxid_a1b2c3d4", "×××"),
        ("QQ　１２３４５６７８", "QQ×××"),
        ("鲁Ｃ１２３４５挡路", "×××挡路"),
        ("鲁C·1 2 3 4 5", "×××"),
        ("3幢501", "3幢"),
        ("３幢５０１室", "３幢"),
        ("三幢五〇一", "三幢"),
        ("3幢2单元501", "3幢"),
        ("3号501", "3号"),
        ("3#501", "3#"),
        ("3＃-501", "3＃"),
        ("3#2-501", "3号楼"),
        ("#3-2-501", "#3号楼"),
        ("3号楼#501", "3号楼"),
        ("A座1203", "A座"),
        ("3-501漏水", "3号楼漏水"),
        ("十二幢二单元一〇一", "十二幢"),
        ("3 栋 2 单元 501 室", "3 栋 "),
        ("3\u200b号楼5\u200b0\u200b1", "3\u200b号楼"),
        ("住５０１", "住"),
        ("门牌号：501", "门牌号："),
        ("#501室", ""),
        ("139     1234     5678", "×××"),
        ("139  -  1234  -  5678", "×××"),
        ("139-----1234-----5678", "×××"),
        ("139\u28001234\u28005678", "×××"),
        ("0533     7180123", "×××"),
        ("370305     19600101     1234", "×××"),
        ("139、053、312、34，3号楼", "×××，3号楼"),
        ("电话7180123 人不在", "电话××× 人不在"),
        ("电话1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣谢谢", "电话×××谢谢"),
        ("3号楼5️⃣0️⃣1️⃣漏水", "3号楼漏水"),
        ("３ 号 楼 ２ 单 元 ５０１", "３ 号 楼 "),
        ("3号楼2单元5 0 1室", "3号楼"),
        ("3号楼5·0·1室", "3号楼"),
        ("我住 5 0 1 室", "我住 "),
        ("3号楼、2单元、501", "3号楼"),
        ("3幢…2单元…501", "3幢"),
        ("3幢……2单元……501", "3幢"),
        ("3号楼2门501", "3号楼"),
        ("3号楼501、502和503室", "3号楼"),
        ("3号楼2单元501-502", "3号楼"),
        ("3号楼，2单元，501室", "3号楼"),
        ("3号楼，2单元，5楼，东户", "3号楼"),
        ("3号楼、501", "3号楼"),
        ("3号楼     501", "3号楼"),
        ("3号楼 119室", "3号楼"),
        ("3号楼2单元501天天漏水", "3号楼天天漏水"),
        ("3号楼2单元501户漏水", "3号楼漏水"),
        ("3号楼501多次反映", "3号楼多次反映"),
        ("3-2-501户", "3号楼"),
        ("3号楼2单元501人不在", "3号楼人不在"),
        ("3号楼2单元5 0 1户", "3号楼"),
        ("微 信：zhangsan88", "微 信×××"),
        ("微.信：zhangsan88", "微.信×××"),
        ("Q Q：12345678", "Q Q×××"),
        ("V X：zhangsan88", "V X×××"),
        ("w x: zhangsan88", "w x×××"),
        ("V：zhangsan88", "V×××"),
        ("+v zhangsan88", "+v×××"),
        ("＋Ｖ：zhangsan88", "＋Ｖ×××"),
        ("加我：zhangsan88", "加我×××"),
        ("加我v：zhangsan88", "加我v×××"),
        ("add me: zhangsan88", "add me×××"),
        ("微信“zhangsan88”", "微信“×××”"),
        ("微信「zhangsan88」", "微信「×××」"),
        ("微信：【zhangsan】", "微信：【×××】"),
        ("微信→zhangsan88", "微信×××"),
        ("微信号就是zhangsan88", "微信号×××"),
        ("微信 zhang_san", "微信×××"),
        ("微信zhangsan", "微信×××"),
        ("微信（zhangsan）", "微信（×××）"),
        ("WeChat: zhangsan", "WeChat×××"),
        ("My WeChat is zhangsan88", "My WeChat×××"),
        ("My WeChat ID is zhangsan", "My WeChat ID×××"),
        ("联系人：欧\u200b阳建国", "联系人：欧阳××"),
        ("单元2 501", ""),
        ("3单元 5楼 502", ""),
        ("微信号同手机号13800138000", "微信号同手机号×××"),
        ("微信同号 138 0013 8000", "微信同号 ×××"),
        ("QQ群：123456789", "QQ群：×××"),
        ("电话13 020 021 100", "电话×××"),
        ("13 145 156 178 是我", "××× 是我"),
        ("我的V❤信是 lihua2020", "我的V❤信×××"),
        ("卫星号 lihua2020", "卫星号×××"),
        ("Q群 345678901", "Q群 ×××"),
        ("qq邮箱 345678901", "qq邮箱×××"),
        ("邮箱：zhangsan#163.com", "邮箱：×××"),
        ("zhangsan(at)163.com", "×××"),
        ("zhangsan at 163 dot com", "×××"),
        ("zhangsan艾特163点com", "×××"),
        ("zhangsan[at]gmail[dot]com", "×××"),
        ("zhangsan@163。com", "×××"),
        ("l38OOl38OOO", "×××"),
        ("138oo138ooo", "×××"),
        ("工行 62 2202 1234 5678 90123", "工行 ×××"),
        ("一单元 二楼 左手", ""),
        ("502的王大妈", "的王大妈"),
        ("三号楼二单元四楼西", "三号楼"),
        ("3楼302", ""),
        ("A栋 12B", "A栋"),
        ("楼上701", "楼上"),
        ("隔壁的402", "隔壁的"),
        ("护照号 E12345678", "护照号 ×××"),
        ("微博 @张三丰88", "微博 ×××"),
        ("老王的电话号码是138那个0013再来8000", "老王的电话号码是×××"),
        ("飞信 345678901", "飞信×××"),
        ("TG：@lihua2020", "TG×××"),
        ("telegram @lihua2020", "telegram×××"),
        ("3号楼，单元：2，房号：501", "3号楼，"),
        ("楼号3 单元2 室501", "楼号3 "),
        ("3号楼单元2房间501", "3号楼"),
        ("2单元顶楼西户", "2单元"),
        ("顶楼东户", ""),
        ("2单元3楼左边那户", ""),
        ("三单元 三楼 右手边", ""),
        ("四楼西边那家", ""),
        ("楼下201天天炒菜", "楼下天天炒菜"),
        ("对门 503 的狗", "对门  的狗"),
        ("1203的邻居", "的邻居"),
        ("602那家", "那家"),
        ("3号楼 12C", "3号楼"),
        ("5楼503", ""),
        ("十五楼1503", ""),
        ("QQ群号是 12345678", "QQ群号是 ×××"),
        ("群号：345 678 901", "群号：×××"),
        ("加群12345678", "加群×××"),
        ("微信群号 45678901234", "微信群号 ×××"),
        ("微 ❤ 信 zhangsan99", "微 ❤ 信×××"),
        ("微♥信：zhangsan99", "微♥信×××"),
        ("微~信号zhangsan99", "微~信号×××"),
        ("V♡X zhangsan99", "V♡X×××"),
        ("绿泡泡 zhangsan99", "绿泡泡×××"),
        ("我v zhangsan99", "我v×××"),
        ("企 鹅 3456789012", "企 鹅×××"),
        ("抠抠 345678901", "抠抠×××"),
        ("zhangsan（at）qq（点）com", "×××"),
        ("zhang.san#qq.com", "×××"),
        ("zhangsan@qq", "×××"),
        ("zhangsan 小老鼠 163.com", "×××"),
        ("zhangsan @qq点com", "×××"),
        ("zhangsan_88 (a) 163.com", "×××"),
        ("163邮箱zhangsan88", "163邮箱×××"),
        ("QQ邮箱：345678901", "QQ邮箱×××"),
        ("邮箱是zhangsan88后面163点com", "邮箱×××后面163点com"),
        ("62 2848 0012 3456 78901", "×××"),
        ("622848-00123456-78901", "×××"),
        ("银行账号 1234 5678 9012 345", "银行账号 ×××"),
        ("11O101199OO307851X", "×××"),
        ("110101 1990年03月07日 851X", "×××"),
        ("证件号 110101 900307 851", "证件号 ×××"),
        ("身份证后六位 07851X", "身份证后六位 ×××"),
        ("护照E12345678", "护照×××"),
        ("港澳通行证C1234 5678", "港澳通行证×××"),
        ("医保号3703051990", "医保号×××"),
        ("l3800l38000", "×××"),
        ("I38 0013 8OOO", "×××"),
        ("138后面0013后面8000", "×××"),
        ("138，再加0013，再加8000", "×××"),
        ("幺三八，洞洞幺三，八洞洞洞", "×××"),
        ("鲁-C-12345", "×××"),
        ("微博@小王爱唠叨", "微博×××"),
        ("抖音@xiaowang_88", "抖音×××"),
        ("line: zhangsan99", "line×××"),
        ("skype zhangsan99", "skype×××"),
        ("钉钉号 zhangsan99", "钉钉号×××"),
        ("陌陌号 345678901", "陌陌号×××"),
        ("YY号345678901", "YY号×××"),
        ("打19000110 000", "打×××"),
        ("打1900-01-10-0 00", "打×××"),
        ("打1 - 4 76-85 92 - 170", "打×××"),
        ("call one three eight zero zero one three eight zero zero zero!", "call ×××!"),
        ("One-Three-Eight, double zero one three, eight triple oh.", "×××."),
        ("yao san ba ling ling yao san ba ling ling ling", "×××"),
        ("seven one eight oh one two three", "×××"),
        ("加我微信 lucyliu", "加我微信×××"),
        ("微信 lucyliu，谢谢", "微信×××，谢谢"),
        ("微信搜 lucyliu", "微信搜×××"),
        ("搜微信 lucyliu", "搜微信×××"),
        ("我的QQ lucyliu", "我的QQ×××"),
        ("我微lucyliu88", "我微×××"),
        ("飞书 lucyliu88", "飞书×××"),
        ("飞书：lucyliu", "飞书×××"),
        ("钉钉号 lucyliu", "钉钉号×××"),
        ("钉钉 lucyliu", "钉钉×××"),
        ("whatsapp lucyliu", "whatsapp×××"),
        ("Bad lamp. Telegram lucyliu", "Bad lamp. Telegram×××"),
        ("WeChat me: lucyliu", "WeChat me×××"),
        ("Add my WeChat lucyliu.", "Add my WeChat×××."),
        ("lucyliu是我微信", "×××是我微信"),
        ("3号楼甲单元301", "3号楼"),
        ("乙单元1203", ""),
        ("丙单元六楼西户", ""),
        ("3号楼3单302", "3号楼"),
        ("从502漏到402", "从漏到"),
        ("三零二漏水", "漏水"),
        ("302室又漏", "又漏"),
        ("402家装修", "家装修"),
        ("502户的卫生间", "户的卫生间"),
        ("商铺102", "商铺"),
        ("3号楼底商102", "3号楼底商"),
        ("Building 3, Unit 2, Room 501", "Building 3, "),
        ("the tap in Apt. 501 drips", "the tap in  drips"),
        ("Flat No. 12B", ""),
        ("unit 2-501", ""),
        ("3号楼2单元101-1", "3号楼"),
        ("one 3 eight 0013 eight 000", "×××"),
        ("O533-718O123", "×××"),
        ("洞五三三 七幺八洞幺两三", "×××"),
    ],
)
def test_each_form_of_a_number_or_a_door(text: str, shown: str) -> None:
    assert mask(text).text == shown


@pytest.mark.parametrize(
    "between", [*"!?@&%$★│丨😀→➖♥§♪", "？", "～!", "😀😀", "x", "O", "转", "杠", "<b>", "<br/>"]
)
def test_no_sign_between_its_digits_hides_a_number(between: str) -> None:
    """Whatever sign it is: a list of those that somebody thought of would have an end."""
    for said in ("138_0013_8000", "1380013_8000", "1_3_8_0_0_1_3_8_0_0_0", "0533_7180123"):
        masked = mask(f"电话{said.replace('_', between)}。").text
        assert digits_in(masked) == "", said


@given(st.text(alphabet="0123456789一二三十号楼栋单元-#.　 　微信wx13\u200b室住", max_size=60))
def test_what_is_masked_once_is_not_found_again(text: str) -> None:
    once = mask(text)
    again = mask(once.text)
    assert len(again.text) <= len(once.text) + 3 * len(again.hits)


@given(st.text(max_size=80))
def test_what_is_not_found_stands_as_it_was(text: str) -> None:
    """Whatever is taken out is told, and nothing else changes."""
    masked = mask(text)
    if not masked.hits:
        assert masked.text == text
    for hit in masked.hits:
        assert hit.original in text


@given(st.text(max_size=40))
def test_the_normal_form_knows_where_each_character_stood(text: str) -> None:
    normal = normal_form(text)
    assert len(normal.text) == len(normal.digits) == len(normal.places)
    assert list(normal.places) == sorted(normal.places)
    for place, sign in zip(normal.places, normal.text, strict=True):
        assert (
            sign == text[place] or text[place] not in "0123456789" or unicodedata.digit(sign) >= 0
        )


def test_a_long_text_of_pieces_ends_soon() -> None:
    assert mask("1 " * 2000).hits is not None
    assert mask("139-" * 1000).hits is not None
    assert Hidden.PHONE in {hit.kind for hit in mask("电梯 " * 1300 + "13905331234").hits}
