from council.order.lacks import lacks
from council.order.notice import DEFAULT_NOTICE, notice_class


def test_the_class_with_the_longest_notice_counts() -> None:
    assert notice_class(["small", "major", "hard"], DEFAULT_NOTICE) == "major"
    assert notice_class(["urgent", ""], DEFAULT_NOTICE) == "small"
    assert notice_class(["urgent"], DEFAULT_NOTICE) == "urgent"
    assert notice_class([], DEFAULT_NOTICE) == "small"


def test_a_hard_or_major_matter_is_looked_into_first() -> None:
    for matter_class, missing in (("hard", 1), ("major", 1), ("small", 0), ("urgent", 0)):
        found = [
            lacks(matter_class=matter_class, findings=findings, is_public=True, is_open=True)
            for findings in (0, 1)
        ]
        assert [len(one) for one in found] == [missing, 0]
    assert len(lacks(matter_class="", findings=0, is_public=False, is_open=False)) == 3
