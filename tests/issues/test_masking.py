"""What is taken out of a public text before anyone else reads it."""

import pytest

from issues.masking import Hidden, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我家住3号楼2单元501，厨房漏水", "我家住3号楼，厨房漏水"),
        ("三号楼二单元五零一室漏水", "三号楼漏水"),
        ("3-2-501漏水", "3号楼漏水"),
        ("3号楼501室漏水", "3号楼漏水"),
        ("3号楼-2-501漏水", "3号楼漏水"),
        ("二楼西户漏水", "漏水"),
        ("电话13905331234", "电话×××"),
        ("电话 139 0533 1234", "电话 ×××"),
        ("电话+86 13905331234。", "电话×××。"),
        ("打0533-7180123", "打×××"),
        ("打7180123找我", "打×××找我"),
        ("身份证370305196001011234", "身份证×××"),
        ("身份证37030519600101123X", "身份证×××"),
        ("车鲁C12345挡路", "车×××挡路"),
        ("邮箱 a.b@example.com", "邮箱 ×××"),
        ("微信号 wang_abc1", "微信号×××"),
        ("我叫张建国", "我叫张××"),
        ("联系人：欧阳建国", "联系人：欧阳××"),
    ],
)
def test_what_tells_who_or_which_door_is_taken_out(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "2单元门口的下水道堵了",
        "3号楼前污水漫到路上",
        "全楼100户都漏",
        "花了600000元，1200平米",
        "修了20260101元",
        "2026年11月起",
        "三楼楼道灯不亮",
        "18号院内",
        "要花1500000元",
        "8号楼120户居民",
        "8栋1200平米",
        "灯杆#1203",
        "2026-1-120",
        "12345工单号：20261123000123456",
        "联系人：王经理",
        "",
    ],
)
def test_what_everyone_may_know_stays(text: str) -> None:
    assert mask(text).text == text
    assert mask(text).hits == ()


@pytest.mark.parametrize(
    "text",
    [
        "请打0533-7180123",
        "请打7180123",
        "拨打12345或110",
        "供电热线95598、400-800-1234",
        "到珠玑路18号203室，邮箱 a@zhangdian.gov.cn",
    ],
)
def test_what_belongs_to_an_office_stays_where_it_may(text: str) -> None:
    offices = {Hidden.LANDLINE, Hidden.ROOM, Hidden.ACCOUNT}
    assert mask(text, but=offices).text == text
    assert mask("3号楼2单元502室王强，13905331234", but=offices).text == "3号楼王强，×××"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("我家301门口下水道冒了", "我家门口下水道冒了"),
        ("301门口冒水，502对门也冒", "门口冒水，对门也冒"),
        ("我家住1203，夜里吵", "我家住，夜里吵"),
        ("住在三零二室的", "住在的"),
        ("附近住300多人，住200户", "附近住300多人，住200户"),
        ("第101门口", "第101门口"),
    ],
)
def test_a_door_is_known_by_what_stands_beside_it(text: str, shown: str) -> None:
    assert mask(text).text == shown


def test_names_stay_where_they_may() -> None:
    assert mask("我叫王五，13905331234", but={Hidden.NAME}).text == "我叫王五，×××"


@pytest.mark.parametrize(
    "text",
    ["我叫王五，住3-2-501，电话13905331234", "3号楼502室、二楼西户", "微信号 wang_abc1", "3#502"],
)
def test_what_is_masked_is_not_found_again(text: str) -> None:
    once = mask(text, names=["王五"])
    assert once.hits
    assert mask(once.text, names=["王五"]).hits == ()


def test_a_form_of_address_names_nobody() -> None:
    assert mask("王女士反映", names=["王女士"]).hits == ()
    assert mask("沈师傅反映", names=["沈师傅"]).text == "沈××反映"


def test_the_names_behind_a_matter_are_shortened_wherever_they_stand() -> None:
    masked = mask("张建国说，找张建国或李大妈", names=["张建国", "李大妈", " "])
    assert masked.text == "张××说，找张××或李××"
    assert [hit.kind for hit in masked.hits] == [Hidden.NAME, Hidden.NAME]


def test_each_replacement_is_named_once() -> None:
    masked = mask("13905331234，再打13905331234")
    assert [(hit.original, hit.shown) for hit in masked.hits] == [("13905331234", "×××")]


def test_a_flood_of_digits_ends_soon() -> None:
    assert "1" * 4000 in mask("1" * 4000).text
    assert mask("a" * 4000).hits == ()


@pytest.mark.parametrize(
    ("text", "masked", "kinds"),
    [
        # An address of letters first: the number inside it is no phone.
        ("邮箱 13905331234@example.com", "邮箱 ×××", [Hidden.ACCOUNT]),
        ("微信号13905331234", "微信号×××", [Hidden.ACCOUNT]),
        # A whole number before a part of it.
        ("打0533-7180123", "打×××", [Hidden.LANDLINE]),
        ("打053313905331234", "打×××", [Hidden.IDENTITY]),
        # A whole door before the room behind it.
        ("2单元501室漏水", "漏水", [Hidden.DOOR]),
        ("3号楼501室漏水", "3号楼漏水", [Hidden.DOOR]),
        ("3号楼2单元501室漏水", "3号楼漏水", [Hidden.DOOR]),
        ("3-2-501室漏水", "3号楼漏水", [Hidden.DOOR]),
    ],
)
def test_the_longer_and_surer_is_taken_out_first_and_leaves_no_rest(
    text: str, masked: str, kinds: list[Hidden]
) -> None:
    found = mask(text)
    assert (found.text, [hit.kind for hit in found.hits]) == (masked, kinds)


def test_the_longer_of_two_names_is_taken_out_first() -> None:
    assert mask("李大妈说李大也来", names=["李大", "李大妈"]).text == "李××说李××也来"


@pytest.mark.parametrize("before", ["单号", "编号", "单号：", "编号：", "单号:", "编号:"])
def test_the_number_of_a_slip_is_nobodys_identity(before: str) -> None:
    assert mask(f"12345工{before}20261123000123456").hits == ()
    # The same digits without that word are.
    assert mask("我是20261123000123456").text == "我是×××"


@pytest.mark.parametrize("measure", list("元块年米万平户个人根处盏吨天"))
def test_so_many_of_something_are_no_door(measure: str) -> None:
    for text in (f"8栋1200{measure}", f"3号楼120{measure}", f"我家120{measure}"):
        assert mask(text).hits == (), text
    assert mask("8栋1200漏水").text == "8栋漏水"


@pytest.mark.parametrize("measure", ["元", "块", "万", "年", "月", "平", "个", "米", "克", "吨"])
def test_so_many_of_something_are_no_landline(measure: str) -> None:
    assert mask(f"花了1500000{measure}").hits == ()


@pytest.mark.parametrize("rest", ["多户", "余人", "来户"])
def test_about_so_many_who_live_there_are_no_door(rest: str) -> None:
    assert mask(f"附近住300{rest}").hits == ()
