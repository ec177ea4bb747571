"""Dates as Swedish documents write them: "den 1:a oktober 2020", "2020-10-01", "1/10 2020", "2/12"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_WORDS = re.compile(
    r"\b(?P<day>\d{1,2})(?::?(?:a|e))?\s+(?P<month>" + "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + r")"
    r"(?:\s+(?P<year>\d{4}))?\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_SLASH = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[ /-](?P<year>(?:19|20)\d{2}))?(?!\d|/\d)")
UNKNOWN_YEAR = "XXXX"


def dates(text: str) -> Iterator[tuple[str, int]]:
    """Each date in ``text`` as (ISO date, offset), in order; the year is XXXX where none is written.

    What is no day of the calendar (31 februari, 45/2) is passed over.
    """
    found = [
        (match, form)
        for form, pattern in (("words", _WORDS), ("iso", _ISO), ("slash", _SLASH))
        for match in pattern.finditer(text)
    ]
    for match, form in sorted(found, key=lambda pair: pair[0].start()):
        month = _month(match["month"]) if form == "words" else int(match["month"])
        year = match["year"]
        try:
            day = datetime.date(int(year or 2000), month, int(match["day"]))
        except ValueError:
            continue
        yield (day.isoformat() if year else f"{UNKNOWN_YEAR}-{day:%m-%d}"), match.start()


def first_date(text: str) -> tuple[str, int] | None:
    """The first date in ``text`` with its offset, or None."""
    return next(dates(text), None)


def _month(word: str) -> int:
    short = word.lower()[:3]
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(short))
