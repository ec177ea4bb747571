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
# The years of a series may stand first: 2014/KS 0012 001, 2025.368 KS; and a plan of files last: Bun/2016:424 611.
_PLANNED = re.compile(
    r"(?<![\w/-])(?:\d{4}/[A-ZÅÄÖ]{2,5} \d{3,5}(?: \d{3}(?![\w-]|[ -]\d{2,3}\b))?|(?:19|20)\d{2}[./]\d{1,6} [A-ZÅÄÖ]{2,4}"
    r"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}/(?:19|20)\d{2}:\d{1,6}(?: \d{3}(?![\w-]|[ -]\d{2,3}\b))?)(?![\w-])"
)
# Who the number belongs to stands before the label: "Ert dnr", "Vår beteckning", "KS diarienummer", "Nämndens dnr".
_WHOSE = (
    r"(?:vårt?|våra|ert?|era|edert?|eget|egen|ks|kf|ksf|ksn|ksk|klk|slk|stk|[a-zåäö]*(?:nämnden|styrelsen|fullmäktige|förvaltningen|kontoret|bolaget|förbundet|stiftelsen)s?"
    r"|motionens|remissens|remiss)"
)
_WORDS = (
    rf"(?P<whose>{_WHOSE}\s+)?(?P<label>d\.?nr|diarie?nummer|diarie ?nr|diariebeteckning|ärendenummer|ärende ?nr|ärendebeteckning"
    r"|(?:beteckning|referens(?:nummer)?))"
)
_LABEL = re.compile(rf"\b{_WORDS}\b[ .:]*(?=\S)", re.IGNORECASE)
# Minutes put the matter's number after that of the paragraph: "§ 162, 1024/23".
_AFTER_PARAGRAPH = re.compile(r"§\s*\d{1,4},\s+(?P<number>\d{2,5}/\d{2})(?![\d/])")
_ALONE = re.compile(rf"(?:datum:?\s+)?{_WORDS}:?(?:\s+(?:datum|sida|sidan):?)*", re.IGNORECASE)
# After a label nearly anything with a digit is a number: 1.7.1-400/1899, 0571/23, 303-225-04.
_LABELLED = re.compile(
    r"(?!(?:Sida|Datum|Tel|Telefon|Blad)\b)(?:[A-ZÅÄÖ][\wÅÄÖåäö-]{0,8} )?(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}[/-])?[A-Za-zÅÄÖåäö0-9.]*\d[\wÅÄÖåäö./:-]*"
)
_LOOSE = frozenset({"beteckning", "referens", "referensnummer"})  # words of many things: they name a number where they open a line, or after "Er"
_DAY = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_OVER = re.compile(rf"{_DAY.pattern}\s+(?=[\w.-]*[/:.-][\w.-]*\d)(?!{_DAY.pattern})")
# "Ärende nr 31", "Ärendenummer 3.4": the matter's place on an agenda.
_AGENDA = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_AND = re.compile(r"\s*(?:,|;|och|samt)\s*")
_MIXED = frozenset({"Ks", "Kf", "Ksn", "S-Dp", "Dp"})  # series of the executive board, the council and city plans in small letters
# Words that make letters before a number something else than a series.
_NOT_SERIES = frozenset(["motion", "motionen", "utlåtande", "sida", "prop", "sou", "ds", "sfs", "lag", "art", "kap", "punkt", "nr", "den", "år"])


_OLD = 70  # two digits from here on are of the last century


@dataclass(frozen=True, slots=True)
class DiaryNumber:
    """A diary number as written, with its offset; ``labelled`` if a word such as Dnr stands before it.

    ``label`` is that word in lower case with what says whose the number is ("ert dnr"), ``opens`` the offset where it begins.
    """

    text: str
    start: int
    labelled: bool
    label: str = ""
    opens: int = -1


def diary_numbers(text: str) -> Iterator[DiaryNumber]:
    """The diary numbers in ``text``, in order. Numbers without a series count only after a label."""
    found: dict[int, DiaryNumber] = {}
    for label in _LABEL.finditer(text):
        if label["label"].lower() in _LOOSE and not label["whose"] and label.start() > 0:
            continue
        words = " ".join(f"{label['whose'] or ''}{label['label']}".lower().split())
        for start, number in _listed(text, label.end(), agenda=label["label"].lower().startswith("ärende")):
            found[start] = DiaryNumber(number, start, labelled=True, label=words, opens=label.start())
    for match in _AFTER_PARAGRAPH.finditer(text):
        found.setdefault(match.start("number"), DiaryNumber(match["number"], match.start("number"), labelled=True, label="§", opens=match.start()))
    for match in (*_PLANNED.finditer(text), *_SERIES.finditer(text)):
        covered = any(number.start <= match.start() < number.start + len(number.text) for number in found.values())
        series = match.groupdict().get("series") or ""
        if covered or (series and (series.lower() in _NOT_SERIES or not (series.isupper() or series in _MIXED))):
            continue
        # "Dnr FAR 2022/41, SKA 2022/37": the label goes for both.
        before = next((one for one in found.values() if one.labelled and _AND.fullmatch(text, one.start + len(one.text), match.start())), None)
        opens = before.opens if before else match.start()
        found[match.start()] = DiaryNumber(match.group(), match.start(), bool(before), before.label if before else "", opens)
    for start in sorted(found):
        yield found[start]


def is_label(text: str) -> bool:
    """Whether ``text`` is a label of a diary number, alone or beside that of a date: "Ert dnr:", "Datum Diarienummer"."""
    return bool(_ALONE.fullmatch(text.strip()))


def is_day(text: str) -> bool:
    """Whether ``text`` is a day in figures and nothing else: "2023-05-04"."""
    return bool(_DAY.fullmatch(text.strip()))


def _listed(text: str, start: int, *, agenda: bool) -> Iterator[tuple[int, str]]:
    """The numbers that stand right after a label: one, or several with "och" or a comma between."""
    at = start
    while match := _PLANNED.match(text, at) or _LABELLED.match(text, at):
        number = match.group().rstrip(".:,-/")
        if _DAY.fullmatch(number) and at == start and (over := _OVER.match(text, match.start())):
            at = start = over.end()  # two labels over two values: "Datum Diarienummer 2023-05-04 0571/23"
            continue
        plain = number.isalnum() and at > start  # "Dnr 0571/23 och 3 bilagor"
        if plain or _DAY.fullmatch(number) or (agenda and _AGENDA.fullmatch(number)):
            return
        yield match.start(), number
        more = _AND.match(text, match.start() + len(number))
        if not more or more.end() == more.start():
            return
        at = more.end()


def number_key(written: str) -> str:
    """The key that two forms of one number share: "KS 2019/1899", "KS-2019-01899", "2019.1899 KS" → "ks 2019 1899"."""
    pieces = re.findall(r"[a-zåäö]+|\d+", written.lower())
    letters = [piece for piece in pieces if not piece.isdigit()]
    if len(letters) == 1 and pieces[0].isdigit() and (pieces[-1] in letters or pieces[1] in letters):
        pieces = [*letters, *(piece for piece in pieces if piece.isdigit())]
    return " ".join(str(int(piece)) if piece.isdigit() else piece for piece in pieces)


def bare_number(key: str) -> tuple[str, str] | None:
    """(year, running number) of a key from ``number_key``, whatever series stands before them: "1363 22" and "slk 2022 1363".

    None where the key does not hold exactly one year and one number: "0363/22" written without its series is what the same
    number is called inside its own office, but which of two other numbers is meant nobody can tell.
    """
    figures = [piece for piece in key.split(" ") if piece.isdigit()]
    if len(figures) != 2:
        return None
    first, last = figures
    if len(first) == 4 and first[:2] in {"19", "20"}:
        return first, last
    return (f"20{last}", first) if len(last) == 2 and int(last) < _OLD else None


def series_of(written: str) -> str:
    """The letters before a number, or after its year: "KS 2019/1899", "2014/KS 0012" and "2025.368 KS" → "KS"; "" for none."""
    match = re.match(r"(?:\d{4}/)?([A-Za-zÅÄÖåäö]+)", written) or re.search(r"(?<=\d) ([A-ZÅÄÖ]{2,4})$", written)
    return match.group(1).upper() if match else ""


def year_of(written: str) -> str | None:
    """The year in a diary number: "KS 2019/1899" → "2019", "0571/23" → "2023"; None where it says none for certain.

    Four digits that can be a year are one, unless two different do. Two digits are one only at the end, after a slash.
    """
    whole = set(re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", written))
    if whole:
        first = re.match(r"[^\d]*((?:19|20)\d{2})[/:.-]", written)  # KS 2019/2001: the year goes before the number
        return first.group(1) if first else whole.pop() if len(whole) == 1 else None
    short = re.search(r"(?<=\d/)(\d{2})$", written)
    if not short:
        return None
    return f"{'19' if int(short.group(1)) >= _OLD else '20'}{short.group(1)}"
