"""Swedish endings as data: what a query's word that the archive does not hold is tried without."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Inflection endings and what may stand in their place, shortest ending first (``endings.tsv``)."""
    text = files(__package__).joinpath("endings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return tuple(sorted(((row[0], row[1]) for row in rows), key=lambda rule: len(rule[0])))
