"""The language's own data: tab-separated files beside this module, read once as part of the program."""

from __future__ import annotations

import pkgutil
from functools import cache


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``name`` without its header, empty lines and comments (#); FileNotFoundError if there is none."""
    data = pkgutil.get_data("generator.swedish", name)
    lines = (data or b"").decode("utf-8").splitlines()[1:]
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
