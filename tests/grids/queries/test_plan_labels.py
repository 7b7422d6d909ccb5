from grids.queries.plan import labels_of

NUMBERS = [*"一二三四五六七八九十", "十一", "十二", "十三", "十四"]


def test_many_grids_are_told_apart_by_what_differs() -> None:
    assert labels_of([f"第{number}网格" for number in NUMBERS]) == NUMBERS


def test_a_few_grids_keep_their_names() -> None:
    assert labels_of(["第一网格", "第二网格"]) == ["第一网格", "第二网格"]


def test_names_that_hold_one_another_are_left_whole() -> None:
    names = ["东", "东苑", *NUMBERS[:6]]
    assert labels_of(names) == names
