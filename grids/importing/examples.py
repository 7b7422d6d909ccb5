"""A small place, whole: files that import one after the other, to begin from.

`manage.py import_csv KIND --example` writes them; docs/examples/ holds what it wrote. All names
and numbers are invented.
"""

from __future__ import annotations

import csv
from io import StringIO

from grids.enums import ImportKind
from grids.importing.columns import COLUMNS

ROWS: dict[str, tuple[dict[str, str], ...]] = {
    ImportKind.BODIES: (
        {"code": "XC", "kind": "区", "name": "新城区", "name_en": "Xincheng District"},
        {
            "code": "QS",
            "kind": "街道",
            "name": "清水街道",
            "parent": "XC",
            "name_en": "Qingshui Street",
        },
        {
            "code": "QS-ZHB",
            "kind": "部门",
            "name": "清水街道综合办",
            "parent": "QS",
            "short_name": "综合办",
            "name_en": "General Office of the Street",
            "general_office": "是",
        },
        {
            "code": "QS-ZJ",
            "kind": "部门",
            "name": "清水街道住建办",
            "parent": "QS",
            "short_name": "住建办",
            "name_en": "Housing Office of the Street",
        },
        {
            "code": "LS",
            "kind": "社区",
            "name": "柳树社区",
            "parent": "QS",
            "short_name": "柳树",
            "name_en": "Willow Community",
            "prefix": "LS",
            "phone": "0533-2180100",
        },
        {
            "code": "LS-1",
            "kind": "网格",
            "name": "柳树社区第一网格",
            "parent": "LS",
            "short_name": "第一网格",
            "name_en": "Grid 1",
        },
        {
            "code": "LS-2",
            "kind": "网格",
            "name": "柳树社区第二网格",
            "parent": "LS",
            "short_name": "第二网格",
            "name_en": "Grid 2",
        },
    ),
    ImportKind.BUILDINGS: (
        *(
            {
                "estate": estate,
                "number": number,
                "grid": grid,
                "position": str(position),
                "kind": kind,
                "name_en": english,
                "estate_en": estate_en,
            }
            for estate, estate_en, grid, within in (
                ("柳荫小区", "Willow Shade Estate", "LS-1", ("南门", "出入口", "South gate")),
                ("河沿小区", "Riverside Estate", "LS-2", ("小广场", "广场绿地", "Little square")),
            )
            for position, (number, kind, english) in enumerate(
                (("1号楼", "楼", "Building 1"), ("2号楼", "楼", "Building 2"), within), 1
            )
        ),
        {
            "number": "柳河路",
            "grid": "LS-2",
            "position": "1",
            "kind": "道路",
            "name_en": "Liuhe Road",
        },
        {
            "number": "柳树集",
            "grid": "LS-1",
            "position": "2",
            "kind": "市场",
            "name_en": "Willow Fair",
        },
    ),
    ImportKind.VENUES: (
        {
            "code": "LS01",
            "name": "柳荫亭",
            "name_en": "Willow Shade Pavilion",
            "kind": "议事亭",
            "grid": "LS-1",
        },
        {
            "code": "LS02",
            "name": "河沿议事室",
            "name_en": "Riverside Room",
            "kind": "议事室",
            "grid": "LS-2",
        },
    ),
    ImportKind.POSTINGS: (
        {"phone": "13800000100", "name": "赵区管", "role": "管理员", "body": "XC"},
        {"phone": "13800000101", "name": "郑管理", "role": "管理员", "body": "QS"},
        {"phone": "13800000102", "name": "钱调度", "role": "街道调度员", "body": "QS"},
        {"phone": "13800000103", "name": "孙综合", "role": "部门经办人", "body": "QS-ZHB"},
        {"phone": "13800000104", "name": "李住建", "role": "部门经办人", "body": "QS-ZJ"},
        {"phone": "13800000105", "name": "周社工", "role": "社区工作人员", "body": "LS"},
        {"phone": "13800000106", "name": "吴网格", "role": "网格员", "body": "LS-1"},
        {"phone": "13800000107", "name": "王网格", "role": "网格员", "body": "LS-2"},
    ),
    ImportKind.CATEGORIES: (
        {"code": "repairs", "name_zh": "维修", "name_en": "Repairs", "position": "1"},
        {
            "code": "lamps",
            "name_zh": "路灯",
            "name_en": "Street lamps",
            "parent": "repairs",
            "said_as": "灯不亮 灯黑 声控灯 太黑",
        },
        {
            "code": "water",
            "name_zh": "供水",
            "name_en": "Water",
            "parent": "repairs",
            "said_as": "停水 没水 水压低 自来水",
        },
        {
            "code": "cleaning",
            "name_zh": "环境卫生",
            "name_en": "Cleaning",
            "position": "2",
            "said_as": "垃圾没人收 垃圾桶 打扫卫生 拖地",
        },
        {"code": "disputes", "name_zh": "邻里纠纷", "private": "是", "position": "3"},
    ),
    ImportKind.COMPETENCES: (
        {"body": "QS-ZJ", "category": "repairs"},
        {"body": "QS-ZHB", "category": "环境卫生"},
    ),
}
BEGINS = "2026-01-01"


def example_of(kind: str) -> str:
    """The file as text, with Chinese headers; all columns of its kind are there."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = COLUMNS[kind]
    writer.writerow([column.chinese for column in columns])
    for row in ROWS[kind]:
        cells = {"starts_on": BEGINS, **row} if kind == ImportKind.POSTINGS else row
        writer.writerow([cells.get(column.key, "") for column in columns])
    return out.getvalue()
