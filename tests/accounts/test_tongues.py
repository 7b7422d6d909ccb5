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
        ("<b>换 30 米管</b>", f"<b>{ZH}换 30 米管</bdi></b>"),
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
        ("<svg><text x=1>珠玑东<tspan>二</tspan>网格</text><text>3</text></svg><p>乙</p>",
         f'<svg><text x=1 lang="zh-hans">珠玑东<tspan>二</tspan>网格</text><text>3</text></svg>'
         f"<p>{ZH}乙</bdi></p>"),
        ('<svg><text/><text lang="zh-hans">甲</text><text>1<tspan>乙</tspan></text></svg>',
         '<svg><text/><text lang="zh-hans">甲</text>'
         '<text lang="zh-hans">1<tspan>乙</tspan></text></svg>'),
        ("<svg><title>甲</title><textPath>乙</textPath></svg>",
         '<svg><title>甲</title><textPath lang="zh-hans">乙</textPath></svg>'),
        ('<a title="3 > 2 甲">乙</a>', f'<a title="3 > 2 甲">{ZH}乙</bdi></a>'),
        ("<a title='x > \"甲'>乙</a>", f"<a title='x > \"甲'>{ZH}乙</bdi></a>"),
        ("<a title = \"甲 > '\" hidden>乙</a>",
         f"<a title = \"甲 > '\" hidden>{ZH}乙</bdi></a>"),
        ("<p title=it's>甲</p><p title=it's>乙</p>",
         f"<p title=it's>{ZH}甲</bdi></p><p title=it's>{ZH}乙</bdi></p>"),
        ("<script>for (i=0;i<n;i++) a='甲'</script><p>乙</p>",
         f"<script>for (i=0;i<n;i++) a='甲'</script><p>{ZH}乙</bdi></p>"),
        ('<textarea>a<b "甲</textarea><p>乙</p>',
         f'<textarea>a<b "甲</textarea><p>{ZH}乙</bdi></p>'),
        ("<script>'<!-- 甲'</SCRIPT><p>乙</p>", f"<script>'<!-- 甲'</SCRIPT><p>{ZH}乙</bdi></p>"),
        ("<p>甲</p><!-- 乙 <p>丙</p>", f"<p>{ZH}甲</bdi></p><!-- 乙 <p>丙</p>"),
        ("<!--><p>甲</p><!-- -->", f"<!--><p>{ZH}甲</bdi></p><!-- -->"),
        ('<p>甲</p><a title="乙', f'<p>{ZH}甲</bdi></p><a title="乙'),
        ("<!-- 甲 --><p>&lt;甲&gt;</p>", f"<!-- 甲 --><p><bdi>&lt;{ZH}甲</bdi>&gt;</bdi></p>"),
    ],
)  # fmt: skip
def test_what_is_marked(page: str, sent: str) -> None:
    assert with_tongues(page) == sent


@pytest.mark.parametrize(
    "part", ["<!--", "<a ", '<a b="', "<a b='", "<", "<script>", "<text>", "="]
)
def test_a_page_that_is_never_closed_is_read_once(part: str) -> None:
    """Read again from each of its signs, this page would take many minutes."""
    page = f"<p>甲</p>{part * (200_000 // len(part))}"
    assert with_tongues(page) == page.replace("甲", f"{ZH}甲</bdi>")
