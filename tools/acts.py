"""`make acts` writes docs/acts.md from `issues/acts.py`; with `--check` it only compares."""

import sys
from collections.abc import Iterator

from tools.checks.tracked import ROOT

PAGE = ROOT / "docs" / "acts.md"
HEAD = """\
# What can be done to an issue

Written by `make acts` from the rows of `issues/acts.py`; `docs/adding-an-act.md` tells how a row is
added. *Who* and *open while* are predicates of `issues/rules.py` and `issues/acts.py`: the first
refuses, the second only hides the button. Stages are those of `issues/enums.py`, in their order.

| act | button 按钮 | key | stages | who | open while |
|---|---|---|---|---|---|
"""


SITTINGS = """
## What a council's sitting has done to an issue

From `issues/mandate.py`: `council` hands over a `Mandate` of the issue's grid or community, after
it has asked its own rules; whoever records needs no post. A dispute comes before no council.

| act | stages | matters |
|---|---|---|
"""


def page() -> str:
    import django

    django.setup()
    return HEAD + "".join(rows()) + SITTINGS + "".join(sitting_rows())


def rows() -> Iterator[str]:
    from django.utils import translation

    from issues.acts import ACTS, always
    from issues.enums import Stage

    for act, row in ACTS.items():
        english, chinese = "", ""
        if row.label:
            with translation.override("en"):
                english = str(row.label)
            with translation.override("zh-hans"):
                chinese = str(row.label)
        stages = " ".join(stage.value for stage in Stage if stage in row.stages)
        is_open = "" if row.is_open is always else words(row.is_open.__name__)
        cells = (
            f"`{act.value}`",
            f"{english} {chinese}".strip(),
            row.key,
            stages if row.stages != frozenset(Stage) else "all",
            words(row.who.__name__),
            is_open,
        )
        yield "| " + " | ".join(cells) + " |\n"


def sitting_rows() -> Iterator[str]:
    from issues.enums import Stage
    from issues.mandate import SITTING_ACTS

    for act, row in SITTING_ACTS.items():
        stages = " ".join(stage.value for stage in Stage if stage in row.stages)
        shown = stages if row.stages != frozenset(Stage) else "all"
        yield f"| `{act.value}` | {shown} | {'public' if row.public_only else 'all'} |\n"


def words(name: str) -> str:
    return name.replace("_", " ")


def main(arguments: list[str]) -> int:
    written = page()
    if "--check" not in arguments:
        PAGE.write_text(written, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == written:
        return 0
    print(f"docs/{PAGE.name} is not what issues/acts.py says: run `make acts`")
    return 1


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    sys.exit(main(sys.argv[1:]))
