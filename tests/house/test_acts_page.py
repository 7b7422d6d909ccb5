"""docs/acts.md has every table of acts."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import council.acts
import issues.acts
from tools.acts import council as of_council
from tools.acts import issues as of_issues


def tables(package: ModuleType) -> Iterator[tuple[str, Mapping[Any, Any]]]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for name, table in vars(module).items():
            if name.endswith("ACTS") and isinstance(table, Mapping):
                yield f"{found.name}.{name}", table


def test_every_table_of_acts_is_on_the_page() -> None:
    page = of_issues.page() + of_council.page()
    found = dict(tables(council.acts)) | dict(tables(issues.acts))
    assert len(found) == 9
    for name, table in found.items():
        for act in table:
            assert f"| `{act.value}` |" in page, f"{act} of {name}"


def test_every_table_of_the_council_has_its_part() -> None:
    page = of_council.page()
    for name, _table in tables(council.acts):
        assert f"`{name.rpartition('.')[0].replace('.', '/')}.py`" in page
