"""Dates as Swedish documents write them: "den 1:a oktober 2020", "2020-10-01", "1/10 2020", "1.10.2020", "2/12"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_ORDINALS = (
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte", "trettonde",
    "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde", "tjugoförsta", "tjugoandra", "tjugotredje",
    "tjugofjärde", "tjugofemte", "tjugosjätte", "tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde", "trettioförsta",
)  # fmt: skip
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_MONTH = "|".join([*(f"{name}|{name[:3]}\\b\\.?" for name in MONTHS), r"sept\b\.?"])
# A day before a hyphen is one of several ("den 4–5 juni"): which of them is meant is not for us to say.
_WORDS = re.compile(
    rf"(?:(?<![\d–-])|(?<=[a-zåäö]-))\b(?P<day>\d{{1,2}})(?:\s?:?\s?(?:a|e|dje|de)\b|\.(?=\s))?\s+(?P<month>{_MONTH})(?:,?\s+{_YEAR})?\b", re.IGNORECASE
)
_SPELLED = re.compile(rf"\bden\s+(?P<day>{'|'.join(_ORDINALS)})\s+(?P<month>{_MONTH})(?:,?\s+{_YEAR})?\b", re.IGNORECASE)
_ISO = re.compile(rf"(?<![\d-]){_YEAR}(?P<mark> ?[-–] ?|[./])(?P<month>\d{{2}})(?:(?P=mark)| ?[-–] ?)(?P<day>\d{{2}})(?![\d-]|[./]\d)")
# 1/10 2020, 1/10-20, 25/10 -22; "§ 5/12", "nr 3/4" and "2/3 av" are something else.
_SLASH = re.compile(
    r"(?<![\d/])(?<!§)(?<!§ )(?<!nr )(?<!nr\. )(?P<day>\d{1,2})/(?P<month>\d{1,2})"
    rf"(?:(?:[ /-]| -){_YEAR}(?!\d)|(?:-| -|–)(?P<short>\d{{2}})(?!\d|\s?/))?(?!\d|/\d|\s+(?:av|del(?:ar)?)\b|-del)"
)
_DOTTED = re.compile(rf"(?<![\d.])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}(?![\d]|\.\d)")
# Eight figures are a day only after a word that says so.
_SOLID = re.compile(
    rf"(?:\b(?:datum|daterad|date|den|ink(?:om|ommen|ommet)?|inlämna[dt]|sammanträdesdatum|svarsdatum|senast)\b[ .:]*|^){_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?!\d|-\d)",
    re.IGNORECASE,
)
_FORMS = (_WORDS, _SPELLED, _ISO, _SLASH, _DOTTED, _SOLID)
_NEAR = 60  # days from a document's own day within which a day without a year can only be of one year
UNKNOWN_YEAR = "XXXX"


def dates(text: str) -> Iterator[tuple[str, int]]:
    """Each date in ``text`` as (ISO date, offset), in order; the year is XXXX where none is written.

    What is no day of the calendar (31 februari, 45/2) is passed over, and so is a month without its day.
    """
    found = sorted(((match.start("year") if pattern is _SOLID else match.start(), match) for pattern in _FORMS for match in pattern.finditer(text)), key=lambda pair: (pair[0], -pair[1].end()))
    read = 0
    for start, match in found:
        if start < read:
            continue
        parts = match.groupdict()
        year = parts["year"] or (f"20{parts['short']}" if parts.get("short") else None)
        try:
            day = datetime.date(int(year or 2000), _month(parts["month"]), _day(parts["day"]))
        except ValueError:
            continue
        read = match.end()
        yield (day.isoformat() if year else f"{UNKNOWN_YEAR}-{day:%m-%d}"), start


def first_date(text: str) -> tuple[str, int] | None:
    """The first date in ``text`` with its offset, or None."""
    return next(dates(text), None)


def dated_near(day: str, own: str) -> str | None:
    """``day`` (XXXX-10-01) with its year, where ``own``, the document's ISO date, leaves a single one; None where it does not.

    The year is certain only of a day that falls within sixty days of the document's own: every other year is ten months off.
    A day that has a year comes back as it is.
    """
    if not day.startswith(UNKNOWN_YEAR):
        return day
    try:
        base = datetime.date.fromisoformat(own)
    except ValueError:
        return None
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            made = datetime.date.fromisoformat(day.replace(UNKNOWN_YEAR, str(year)))
        except ValueError:
            continue
        if abs((made - base).days) <= _NEAR:
            return made.isoformat()
    return None


def _day(written: str) -> int:
    return int(written) if written.isdigit() else _ORDINALS.index(written.lower()) + 1


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    short = written.lower()[:3]
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(short))
