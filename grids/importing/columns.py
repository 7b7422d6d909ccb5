"""The columns of each kind of file, with the headers they may have and an example of each."""

from __future__ import annotations

from dataclasses import dataclass

from grids.codes import plain_name
from grids.enums import ImportKind

NAMES = frozenset(
    {"name", "short_name", "name_en", "name_zh", "estate", "estate_en", "number", "place"}
)


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    chinese: str
    english: str
    required: bool = False
    # Its header must be there, but its cells may be empty.
    blank: bool = False
    longest: int = 80
    also: tuple[str, ...] = ()
    examples: tuple[str, str] = ("", "")
    # What the cells hold, where that tells what can't have been written.
    day: bool = False
    phone: bool = False

    @property
    def named(self) -> bool:
        """Whether it holds the name of somebody or of a place, in which nobody asks anything."""
        return self.key in NAMES

    @property
    def names(self) -> frozenset[str]:
        return frozenset(plain(n) for n in (self.key, self.chinese, self.english, *self.also))


def plain(header: str) -> str:
    """The header without case, width, spaces, underscores and stars, to be compared."""
    return plain_name(header).replace("_", "").replace("*", "")


def _name_in_english(longest: int, *, examples: tuple[str, str] = ("", "")) -> Column:
    return Column(
        "name_en",
        "英文名称",
        "name in English",
        longest=longest,
        also=("english name",),
        examples=examples,
    )


def _kind(first: str, second: str, *, required: bool = True) -> Column:
    return Column(
        "kind",
        "类别",
        "kind",
        required=required,
        longest=20,
        also=("类型",),
        examples=(first, second),
    )


def _grid(first: str, second: str) -> Column:
    return Column(
        "grid",
        "网格编码",
        "grid code",
        required=True,
        longest=20,
        also=("grid", "网格"),
        examples=(first, second),
    )


COLUMNS: dict[str, tuple[Column, ...]] = {
    ImportKind.BODIES: (
        Column(
            "code",
            "编码",
            "code",
            required=True,
            longest=20,
            also=("代码",),
            examples=("ZJD", "ZJD-1"),
        ),
        _kind("社区", "网格"),
        Column(
            "name",
            "名称",
            "name",
            required=True,
            longest=80,
            examples=("珠玑东社区", "珠玑东第一网格"),
        ),
        Column(
            "parent",
            "上级编码",
            "parent code",
            longest=20,
            also=("parent", "上级"),
            examples=("FHT", "ZJD"),
        ),
        Column("short_name", "简称", "short name", longest=30, examples=("珠玑东", "第一网格")),
        _name_in_english(120),
        Column("prefix", "编号前缀", "prefix", longest=6, also=("前缀",), examples=("ZJD", "")),
        Column("general_office", "是否综合办", "general office", longest=10),
        Column(
            "phone",
            "公开电话",
            "public phone",
            longest=20,
            also=("电话",),
            examples=("0533-7180100", ""),
            phone=True,
        ),
    ),
    ImportKind.BUILDINGS: (
        Column(
            "estate",
            "小区",
            "estate",
            required=True,
            blank=True,
            longest=40,
            also=("小区名称",),
            examples=("机械厂家属院",) * 2,
        ),
        Column(
            "number",
            "楼号",
            "building",
            required=True,
            longest=20,
            also=("楼栋", "number", "楼号或名称"),
            examples=("1号楼", "南门"),
        ),
        _grid("ZJD-1", "ZJD-1"),
        Column("position", "排序", "order", longest=4, also=("position",), examples=("1", "2")),
        _kind("楼", "出入口", required=False),
        _name_in_english(80, examples=("Building 1", "South gate")),
        Column(
            "estate_en",
            "小区英文名称",
            "estate in English",
            longest=80,
            also=("小区英文名",),
            examples=("Machine Works Compound",) * 2,
        ),
    ),
    ImportKind.VENUES: (
        Column(
            "code",
            "编号",
            "code",
            required=True,
            longest=8,
            also=("编码",),
            examples=("ZJD01", "ZJD02"),
        ),
        Column(
            "name",
            "名称",
            "name",
            required=True,
            longest=60,
            examples=("大槐树议事亭", "东苑居民议事室"),
        ),
        _name_in_english(120, examples=("Scholar-Tree Pavilion", "")),
        _kind("议事亭", "议事室"),
        _grid("ZJD-1", "ZJD-2"),
        Column("place", "地点", "place", longest=120, examples=("南门内大槐树下", "1号楼东侧平房")),
        Column("capacity", "座位数", "seats", longest=4, also=("capacity",), examples=("12", "20")),
        Column(
            "access",
            "无障碍说明",
            "access",
            longest=200,
            also=("access notes",),
            examples=("无台阶", ""),
        ),
        Column("x", "图上横坐标", "x", longest=4, examples=("220", "700")),
        Column("y", "图上纵坐标", "y", longest=4, examples=("180", "160")),
    ),
    ImportKind.POSTINGS: (
        Column(
            "phone",
            "手机号",
            "phone",
            required=True,
            longest=30,
            also=("手机",),
            examples=("13800000000", "13800000001"),
        ),
        Column("name", "姓名", "name", required=True, longest=40, examples=("王晓燕", "陈静")),
        Column(
            "role",
            "角色",
            "role",
            required=True,
            longest=20,
            also=("岗位",),
            examples=("网格员", "社区工作人员"),
        ),
        Column(
            "body",
            "单位编码",
            "body code",
            required=True,
            longest=20,
            also=("body", "单位"),
            examples=("ZJD-1", "ZJD"),
        ),
        Column(
            "starts_on",
            "开始日期",
            "from",
            required=True,
            longest=20,
            also=("起",),
            examples=("2026-01-01", "2026-01-01"),
            day=True,
        ),
        Column(
            "ends_on",
            "结束日期",
            "to",
            longest=20,
            also=("止",),
            examples=("", "2028-12-31"),
            day=True,
        ),
        Column(
            "work_phone",
            "工作电话",
            "work phone",
            longest=20,
            examples=("0533-7180101", ""),
            phone=True,
        ),
    ),
    ImportKind.CATEGORIES: (
        Column("code", "编码", "code", required=True, longest=40, examples=("light", "lamps")),
        Column(
            "name_zh",
            "名称",
            "name",
            required=True,
            longest=40,
            also=("中文名称", "name in Chinese"),
            examples=("照明", "路灯"),
        ),
        Column("name_en", "英文名称", "name in English", longest=60, examples=("", "Street lamps")),
        Column("parent", "上级编码", "parent code", longest=40, examples=("", "light")),
        Column("private", "是否不公开", "private", longest=10, examples=("否", "否")),
        Column("position", "排序", "order", longest=4, examples=("1", "2")),
        Column(
            "said_as", "居民的说法", "words of residents", longest=400, examples=("", "灯不亮 灯黑")
        ),
    ),
    ImportKind.COMPETENCES: (
        Column(
            "body", "单位编码", "body code", required=True, longest=20, examples=("FHT-ZJ",) * 2
        ),
        Column(
            "category",
            "事项类别",
            "category",
            required=True,
            longest=40,
            also=("事项编码", "类别编码"),
            examples=("lamps", "供水"),
        ),
    ),
}
