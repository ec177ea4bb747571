"""Both tables of search, quality and speed: ``python -m bench.search [SHARED] [--only=quality|speed] [--sizes=…] [--engines=…] [--runs=…]``.

They are printed and written to quality.md and speed.md beside this file, with the date and the machine. ``--sizes``,
``--engines``, ``--profiles`` (lists with commas) and ``--runs`` narrow what is measured of speed; what was measured before
stays in the table.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from bench.search import quality, report, speed

HERE: Final = Path(__file__).parent


def main(arguments: list[str]) -> None:
    """Measure, print and write."""
    options = dict(argument[2:].partition("=")[::2] for argument in arguments if argument.startswith("--"))
    only = options.pop("only", "")
    if only != "speed":
        quality.main([argument for argument in arguments if not argument.startswith("--")])
    if only != "quality":
        words = [part for name, value in options.items() for part in (f"--{name}", *value.split(","))]
        text = report.page(speed.main(words))
        print(text)
        (HERE / "speed.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
