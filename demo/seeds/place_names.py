"""What the demo's places are called in English, and the places that are no buildings."""

from __future__ import annotations

import re

from grids.enums import PlaceKind

ESTATES_EN = {
    "机械厂家属院": "Machine Works Compound",
    "东苑小区": "East Garden Estate",
    "珠玑路沿街": "Along Zhuji Road",
    "纺织小区": "Textile Mill Estate",
    "粮所宿舍": "Grain Depot Quarters",
    "供销社宿舍": "Supply Co-op Quarters",
    "桓公花园": "Duke Huan Garden",
    "教师公寓": "Teachers' Flats",
    "铁路宿舍": "Railway Quarters",
    "珠玑东里": "Zhuji East Lanes",
    "齐都佳园": "Qidu Court",
    "锦绣苑": "Brocade Court",
    "珠玑西里": "Zhuji West Lanes",
    "油坊胡同": "Oil Mill Alley",
}
BUILDINGS_EN = {
    "东段商铺": "East shops",
    "西段商铺": "West shops",
    "商住1号楼": "Flats above the shops, No. 1",
    "南楼": "South building",
    "北楼": "North building",
    "前排": "Front row",
    "中排": "Middle row",
    "后排": "Back row",
    "东院": "East court",
    "西院": "West court",
}
VENUES_EN = {
    "大槐树议事亭": "Scholar-Tree Pavilion",
    "老车库议事室": "Old Garage Room",
    "葡萄架议事亭": "Grapevine Pavilion",
    "八号楼前小院": "Courtyard at Building 8",
    "掌柜的议事亭": "Shopkeepers' Pavilion",
    "纺织小区议事室": "Textile Mill Room",
    "石榴树议事亭": "Pomegranate Pavilion",
    "桓公花园议事亭": "Duke Huan Pavilion",
    "教师公寓楼前": "In front of the Teachers' Flats",
    "站台议事亭": "Platform Pavilion",
    "铁路宿舍活动室": "Railway Club Room",
    "涵洞口议事亭": "Underpass Pavilion",
    "齐都佳园居民议事室": "Qidu Court Room",
    "锦绣苑楼前院后": "Brocade Courtyard",
    "西里议事亭": "West Lanes Pavilion",
    "油坊胡同议事室": "Oil Mill Room",
}

R, G, M, Q, F, X = (
    PlaceKind.ROAD,
    PlaceKind.GATE,
    PlaceKind.MARKET,
    PlaceKind.GREEN,
    PlaceKind.FACILITY,
    PlaceKind.OTHER,
)
# Estate, empty outside all of them; grid, kind, name, English.
PLACES: tuple[tuple[str, str, PlaceKind, str, str], ...] = (
    ("机械厂家属院", "ZJD-1", G, "南门", "South gate"),
    ("机械厂家属院", "ZJD-2", F, "7号楼东车棚", "Bicycle shed east of Building 7"),
    ("东苑小区", "ZJD-3", Q, "中心花园", "Central garden"),
    ("东苑小区", "ZJD-4", G, "北门", "North gate"),
    ("珠玑路沿街", "ZJD-5", M, "农贸市场", "Farmers' market"),
    ("纺织小区", "ZJD-6", F, "垃圾分类点", "Recycling point"),
    ("桓公花园", "ZJD-8", Q, "人工湖", "Lake"),
    ("铁路宿舍", "ZJD-10", G, "北门", "North gate"),
    ("齐都佳园", "ZJD-13", F, "地下车库", "Underground car park"),
    ("锦绣苑", "ZJD-14", Q, "儿童游乐场", "Playground"),
    ("", "ZJD-5", R, "珠玑路", "Zhuji Road"),
    ("", "ZJD-8", R, "桓公路", "Duke Huan Road"),
    ("", "ZJD-12", R, "东里涵洞", "East Lanes underpass"),
    ("", "ZJD-9", Q, "文化广场", "Culture Square"),
    ("", "ZJD-7", X, "粮所旧仓库", "Old grain store"),
    ("", "ZJX-1", M, "西里早市", "West Lanes morning market"),
    ("珠玑西里", "ZJX-1", G, "东门", "East gate"),
)


def building_in_english(number: str) -> str:
    """3号楼 is Building 3; others have names of their own."""
    if numbered := re.fullmatch(r"(\d+)号楼", number):
        return f"Building {numbered[1]}"
    return BUILDINGS_EN.get(number, "")
