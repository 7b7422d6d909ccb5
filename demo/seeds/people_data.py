"""More invented people of the demo; their numbers are invented too."""

from __future__ import annotations

from grids.enums import Role

R = Role
# Name, body, role. For the cast, demo/cast.py says this.
POSTED: tuple[tuple[str, str, Role], ...] = (
    ("高玉霞", "ZJD-3", R.GRID_WORKER), ("马俊", "ZJD-4", R.GRID_WORKER),
    ("田小芳", "ZJD-5", R.GRID_WORKER), ("董丽娟", "ZJD-6", R.GRID_WORKER),
    ("崔晓东", "ZJD-7", R.GRID_WORKER), ("孟凡霞", "ZJD-8", R.GRID_WORKER),
    ("毕海燕", "ZJD-9", R.GRID_WORKER), ("路遥远", "ZJD-10", R.GRID_WORKER),
    ("常淑敏", "ZJD-11", R.GRID_WORKER), ("石磊", "ZJD-12", R.GRID_WORKER),
    ("边文静", "ZJD-13", R.GRID_WORKER), ("聂红", "ZJD-14", R.GRID_WORKER),
    ("宋立民", "ZJD-5", R.GRID_HEAD), ("于长海", "ZJD-10", R.GRID_HEAD),
    ("耿秋菊", "ZJD-12", R.GRID_HEAD),
    ("韩梅", "ZJX-1", R.GRID_WORKER), ("齐大勇", "ZJX-2", R.GRID_WORKER),
    ("吴海霞", "ZJD", R.STAFF), ("吴敏", "ZJX", R.STAFF), ("翟永强", "ZJX", R.LEAD),
    ("郑和平", "ZJD", R.MEDIATOR),
    ("蒋欣", "FHT-ZZ", R.CLERK), ("韩雪", "FHT-ZJ", R.SIGNER), ("曲志刚", "FHT-AJ", R.CLERK),
    ("丁爱华", "FHT-MZ", R.CLERK), ("岳清", "LZ-SW", R.CLERK), ("罗开明", "LZ-JT", R.CLERK),
    ("邢师傅", "CQ-JX", R.CLERK),
)  # fmt: skip

# Name, and where they live or have a shop.
RESIDENTS: tuple[tuple[str, str], ...] = (
    ("孙玉珍", "机械厂家属院1号楼"), ("刘德厚", "机械厂家属院2号楼"),
    ("王秀荣", "机械厂家属院4号楼"), ("徐振国", "机械厂家属院6号楼"),
    ("宋兰英", "机械厂家属院8号楼"), ("韩广福", "机械厂家属院5号楼"),
    ("曹敏", "东苑小区1号楼"), ("窦志伟", "东苑小区3号楼"), ("盛佳", "东苑小区4号楼"),
    ("牛翠花", "东苑小区7号楼"), ("贾永军", "东苑小区8号楼"), ("苗苗", "东苑小区9号楼"),
    ("魏老板", "珠玑路沿街西段商铺"), ("阮翠", "珠玑路沿街商住1号楼"),
    ("丛建波", "珠玑路沿街东段商铺"), ("唐晓丽", "珠玑路沿街商住1号楼"),
    ("范淑芬", "纺织小区1号楼"), ("柳叶青", "纺织小区4号楼"), ("国振东", "纺织小区5号楼"),
    ("袁守义", "粮所宿舍2号楼"), ("葛桂香", "供销社宿舍南楼"), ("霍明", "粮所宿舍3号楼"),
    ("侯雅琴", "桓公花园2号楼"), ("薛刚", "桓公花园5号楼"), ("汪洋", "桓公花园6号楼"),
    ("戴老师", "教师公寓1号楼"), ("江老师", "教师公寓3号楼"),
    ("任铁柱", "铁路宿舍2号楼"), ("姜秀云", "铁路宿舍4号楼"), ("房立新", "铁路宿舍6号楼"),
    ("焦大姐", "铁路宿舍8号楼"), ("谷满仓", "珠玑东里前排"), ("车国庆", "珠玑东里中排"),
    ("纪红霞", "珠玑东里后排"), ("付一鸣", "齐都佳园1号楼"), ("滕静", "齐都佳园3号楼"),
    ("邹凯", "齐都佳园5号楼"), ("尚晓雨", "锦绣苑2号楼"), ("孔祥瑞", "锦绣苑4号楼"),
    ("莫海", "锦绣苑5号楼"), ("温雅", "珠玑西里1号楼"), ("祁老汉", "油坊胡同东院"),
    ("邱桂荣", "机械厂家属院2号楼"), ("杜春生", "机械厂家属院3号楼"),
    ("冯秀芹", "机械厂家属院5号楼"), ("崔玉兰", "机械厂家属院6号楼"),
)  # fmt: skip
HOMES_OF_CAST: dict[str, str] = {
    "张桂兰": "机械厂家属院3号楼",
    "李建民": "珠玑路沿街西段商铺",
    "赵雪": "机械厂家属院7号楼",
}
