"""Personal identity numbers, which may never be on a public site.

A number counts with twelve digits, or with ten and a delimiter (YYMMDD-NNNN), if its date is a day of the calendar
(coordination numbers add 60 to the day) and its check digit is right by the Luhn formula (Skatteverket, SKV 704).
"""

from __future__ import annotations

import datetime
import re

from generator.findings import found, found_at
from generator.model import Document, Finding, Place

_NUMBER = re.compile(
    r"(?<![\d-])(?:(?P<century>18|19|20)(?P<long>\d{6})[-+ ]?(?P<last>\d{4})|(?P<short>\d{6})[-+](?P<end>\d{4}))(?![\d-])"
)
_COORDINATION = 60  # added to the day in a coordination number


def personal_numbers(document: Document) -> tuple[Finding, ...]:
    """One finding (F601) for each line of ``document``, or its name, that holds a personal number."""
    made = [found_at("F601", Place(document.file, line.page, line.number)) for line in document.lines if holds_personal_number(line.text)]
    if holds_personal_number(document.file):
        made.append(found("F601", document.file))
    return tuple(made)


def holds_personal_number(text: str) -> bool:
    """Whether ``text`` holds a personal or coordination number."""
    return any(_is_one(match) for match in _NUMBER.finditer(text))


def _is_one(match: re.Match[str]) -> bool:
    date = match["long"] or match["short"]
    last = match["last"] or match["end"]
    century = match["century"] or "20"
    day = int(date[4:6])
    day = day - _COORDINATION if day > _COORDINATION else day
    try:
        # A two-digit year may belong to either century: 29 February is a day in one of them if it is one at all.
        datetime.date(int(century + date[:2]), int(date[2:4]), day)
    except ValueError:
        return False
    return _luhn(date + last)


def _luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(digits):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
