"""Diary numbers in the forms that Swedish municipalities write, and the key under which two forms are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A series and a number with its year: KS 2019/1899, KS 2019:1899, SLK-2023-00899, SLK 0416/23, N165-0681/23, TIL 2020/5.
# KF and KS stand before numbers of other things too (KF 2019-11-04): a date is not a diary number.
_SERIES = re.compile(
    r"(?<![\w/-])(?P<series>(?:S-)?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\d{0,3})[ .-]?"
    r"(?:(?P<year>(?:19|20)\d{2})[/:.-](?P<number>\d{1,6})(?!\d|[.-]\d)(?P<part>:\d{1,3})?"
    r"|(?:\d{2,3}-)?\d{1,5}/(?:19|20)\d{2}(?!\d)"
    r"|(?P<number2>\d{3,6})/(?P<year2>\d{2})(?!\d))",
)
_LABEL = re.compile(
    r"\b(?P<label>dnr|diarie?nummer|diarienr|ärendenummer|ärendenr|ärende nr|diarie nr|d\.?nr)\b[ .:]*(?=\S)", re.IGNORECASE
)
# After a label nearly anything with a digit is a number: 1.7.1-400/1899, 0571/23, 2014/KS 0012 001.
_LABELLED = re.compile(
    r"(?:[A-ZÅÄÖ][\wÅÄÖåäö-]{0,8} )?(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}[/-])?[A-Za-zÅÄÖåäö0-9.]*\d[\wÅÄÖåäö./:-]*"
    r"(?:(?<=/[A-ZÅÄÖ]{2}) \d{4})?(?: \d{3}\b)?"
)
# "Ärende nr 31", "Ärendenummer 3.4": the matter's place on an agenda.
_AGENDA = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_AND = re.compile(r"\s*(?:,|;|och|samt)\s*")
_MIXED = frozenset({"Ks", "Kf", "Ksn", "S-Dp", "Dp"})  # series of the executive board, the council and city plans in small letters
# Words that make letters before a number something else than a series.
_NOT_SERIES = frozenset(["motion", "motionen", "utlåtande", "sida", "prop", "sou", "ds", "sfs", "lag", "art", "kap", "punkt", "nr", "den", "år"])


@dataclass(frozen=True, slots=True)
class DiaryNumber:
    """A diary number as written, with its offset; ``labelled`` if a word such as Dnr stands before it."""

    text: str
    start: int
    labelled: bool


def diary_numbers(text: str) -> Iterator[DiaryNumber]:
    """The diary numbers in ``text``, in order. Numbers without a series count only after a label."""
    found: dict[int, DiaryNumber] = {}
    for label in _LABEL.finditer(text):
        match = _LABELLED.match(text, label.end())
        agenda = match and label["label"].lower().startswith("ärende") and _AGENDA.fullmatch(match.group().rstrip(".:,-/"))
        if match and not agenda and any(char.isdigit() for char in match.group()):
            found[match.start()] = DiaryNumber(match.group().rstrip(".:,-/"), match.start(), labelled=True)
    for match in _SERIES.finditer(text):
        covered = any(number.start <= match.start() < number.start + len(number.text) for number in found.values())
        series = match["series"]
        if covered or series.lower() in _NOT_SERIES or not (series.isupper() or series in _MIXED):
            continue
        # "Dnr FAR 2022/41, SKA 2022/37": the label goes for both.
        listed = any(number.labelled and _AND.fullmatch(text, number.start + len(number.text), match.start()) for number in found.values())
        found[match.start()] = DiaryNumber(match.group(), match.start(), labelled=listed)
    for start in sorted(found):
        yield found[start]


def number_key(written: str) -> str:
    """The key that two forms of one number share: "KS 2019/1899", "KS 2019:1899", "KS-2019-1899" → "ks 2019 1899"."""
    pieces = re.findall(r"[a-zåäö]+|\d+", written.lower())
    return " ".join(str(int(piece)) if piece.isdigit() else piece for piece in pieces)


def series_of(written: str) -> str:
    """The letters before a number: "KS 2019/1899" → "KS"; "" where there are none."""
    match = re.match(r"[A-Za-zÅÄÖåäö]+", written)
    return match.group().upper() if match else ""


def year_of(written: str) -> str | None:
    """The year in a diary number: "KS 2019/1899" → "2019"; None where there is none with four digits."""
    match = re.search(r"(?<!\d)((?:19|20)\d{2})(?!\d)", written)
    return match.group(1) if match else None
