import os
import sys

import django

from tools.checks.tracked import ROOT

PAGE = ROOT / "docs" / "acts.md"


def main(arguments: list[str]) -> int:
    from tools.acts import council, issues

    written = issues.page() + council.page()
    if "--check" not in arguments:
        PAGE.write_text(written, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == written:
        return 0
    print(f"docs/{PAGE.name} is not what the tables of acts say: run `make acts`")
    return 1


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    sys.exit(main(sys.argv[1:]))
