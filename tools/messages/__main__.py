"""`python -m tools.messages` writes the catalogue; with `--check` it only compares."""

import sys

from tools.messages.catalogue import MO, PO, build, mo_bytes, po_bytes, translations
from tools.messages.problems import problems
from tools.messages.sources import all_strings


def main(arguments: list[str]) -> int:
    catalog = build(all_strings(), translations())
    found = list(problems(catalog))
    outputs = {PO: po_bytes(catalog), MO: mo_bytes(catalog)}
    if "--check" in arguments:
        found += [
            f"{path.name} is not what the sources say: run `make messages`"
            for path, content in outputs.items()
            if not path.exists() or path.read_bytes() != content
        ]
    else:
        PO.parent.mkdir(parents=True, exist_ok=True)
        for path, content in outputs.items():
            path.write_bytes(content)
    for problem in found:
        print(problem)
    print(f"{len(catalog)} strings in Chinese, {len(found)} problems.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
