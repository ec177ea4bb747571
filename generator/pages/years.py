"""The year of a motion, as lists and pictures divide motions by it."""

from __future__ import annotations

import re
from typing import Final

from generator.model import Motion
from generator.pages import words

_FULL_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[/:-]\d|\d[/:-]((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)\d{1,5}/(\d\d)(?!\d)")


def year_of(motion: Motion) -> tuple[int, bool]:
    """The year of a motion, and whether it is the one in which it was filed.

    Where that is not known it is the year in the case's diary number, by which the case was registered, if all its numbers agree; 0
    where neither says.
    """
    if filed := words.year(motion.filed):
        return int(filed), True
    found = {year for fact in motion.diary_numbers if (year := _registered(fact.value))}
    return (found.pop(), False) if len(found) == 1 else (0, False)


def year_in_words(motion: Motion) -> str:
    """The year of a motion in four digits; "" where it is not known."""
    year, _ = year_of(motion)
    return f"{year:04}" if year else ""


def _registered(number: str) -> int:
    """The year in a diary number: "KS 2019/1899", "0262/23"; 0 for one without."""
    if found := _FULL_YEAR.search(number):
        return int(found[1] or found[2])
    short = _SHORT_YEAR.search(number)
    return (1900 if int(short[1]) >= 70 else 2000) + int(short[1]) if short else 0  # no archive of this kind is older than 1970
