"""Workbooks as people and programs save them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl

HEADER = ["手机号", "姓名", "角色", "单位编码", "开始日期", "结束日期", "工作电话"]
LINE = ["13800139999", "新来的", "网格员", "ZJD-1", "2026-01-01", "", ""]


def saved(book: Any) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def book_of(*lines: Sequence[Any], header: Sequence[str] = HEADER) -> Any:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(list(header))
    for line in lines:
        sheet.append(list(line))
    return book


def workbook(*lines: Sequence[Any], header: Sequence[str] = HEADER) -> bytes:
    return saved(book_of(*lines, header=header))


def line(**changed: Any) -> list[Any]:
    """A good line of postings, with some cells changed; keys are the columns' headers."""
    return [changed.get(name, cell) for name, cell in zip(HEADER, LINE, strict=True)]


def rezipped(raw: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The archive with each part given to `change`, and with more parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(kept, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in more.items():
            new.writestr(name, content)
    return kept.getvalue()


def sheet_changed(raw: bytes, pattern: str, by: str) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return content
        changed, count = re.subn(pattern, by, content.decode(), count=1)
        assert count, f"{pattern} is not in {content.decode()[:2000]}"
        return changed.encode()

    return rezipped(raw, change)
