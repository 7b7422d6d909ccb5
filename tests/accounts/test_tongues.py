"""Every run of Chinese on a page in another language names its language, and nothing else does."""

from __future__ import annotations

import pytest

from accounts.tongues import with_tongues

ZH = '<bdi lang="zh-hans">'


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("<p>Nothing to mark</p>", "<p>Nothing to mark</p>"),
        ("<b>王晓燕</b>", f"<b>{ZH}王晓燕</bdi></b>"),
        ("<a> Call 王晓燕 </a>", f"<a> <bdi>Call {ZH}王晓燕</bdi></bdi> </a>"),
        ("<p>3号楼, 珠玑路（东段） now</p>",
         f"<p><bdi>{ZH}3号楼</bdi>, {ZH}珠玑路（东段）</bdi> now</bdi></p>"),
        ('<span lang="zh-hans"><span>甲</span>乙</span><i>丙</i>',
         f'<span lang="zh-hans"><span>甲</span>乙</span><i>{ZH}丙</bdi></i>'),
        ('<p lang="zh-hans">甲</p><p>乙</p>', f'<p lang="zh-hans">甲</p><p>{ZH}乙</bdi></p>'),
        ("<textarea>甲</textarea><title>乙</title>", "<textarea>甲</textarea><title>乙</title>"),
        ("<script>if (1 < 2) a('甲')</script>", "<script>if (1 < 2) a('甲')</script>"),
        ('<option value="1">甲</option><option>A</option>',
         '<option value="1" lang="zh-hans">甲</option><option>A</option>'),
        ('<img alt="甲"><input value="乙">', '<img alt="甲"><input value="乙">'),
        ("<!-- 甲 --><p>&lt;甲&gt;</p>", f"<!-- 甲 --><p><bdi>&lt;{ZH}甲</bdi>&gt;</bdi></p>"),
    ],
)  # fmt: skip
def test_what_is_marked(page: str, sent: str) -> None:
    assert with_tongues(page) == sent
