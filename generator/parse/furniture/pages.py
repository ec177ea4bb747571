"""What is printed on every page: its number, and the headers and footers that come again.

A header or footer is known by its reader (Word), by standing on the top or foot of two pages or more with the same words
(PDF), or, in a text without pages, by standing beside page numbers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from generator.model import Line
from generator.parse.headings import heading_kind

_SIDE = r"(?:sid(?:a|an|or)?|page)\b\.?:?\s*"
# "Sida 3 av 7", "3 (7)", "sid 3/7", "Sidan 5", "- 3 -"
_PAGE = re.compile(
    rf"^(?:{_SIDE})?\d{{1,4}}\s*(?:\(\s*\d{{1,4}}\s*\)|av \d{{1,4}})$|^{_SIDE}\d{{1,4}}(?:\s*/\s*\d{{1,4}})?$|^[-–—]\s*\d{{1,4}}\s*[-–—]$",
    re.IGNORECASE,
)
# What a document type, number or date looks like when it stands in a page header of its own.
_HEADER = re.compile(
    r"^(?:tjänsteutlåtande|yttrande|remissvar|protokollsutdrag|utlåtande|pm|promemoria)$"
    r"|^(?:dnr|diarienr|diarienummer|ärendenummer)\b.{1,40}$"
    r"|^(?:datum:?\s*)?\d{4}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
# A page number that ends a line with more in it: "Kulturförvaltningen, tjänsteutlåtande 3 (7)".
_TAIL = re.compile(rf"^(?P<words>.*[^\W\d_].*?)[\s,|]+(?:{_SIDE})?(?P<page>\d{{1,4}})\s*(?:\(\s*\d{{1,4}}\s*\)|av\s+\d{{1,4}}|/\s*\d{{1,4}})$", re.IGNORECASE)
_SAID = re.compile(rf"^\S.*(?: {{2,}}|\t){_SIDE}\d{{1,4}}(?:\s*(?:\(\s*\d{{1,4}}\s*\)|av\s+\d{{1,4}}|/\s*\d{{1,4}}))?$", re.IGNORECASE)
_NEAR = 6  # lines with text that a page header may hold on either side of the page number
_EDGE = 8  # lines with text at the top or foot of a page among which a header or footer stands
_TOP, _FOOT = 5, 3  # lines with text at the top and foot of a page among which its number may stand
_ALONE = re.compile(r"^\d{1,4}$")
_OF = re.compile(r"^\d{1,4}\s*/\s*\d{1,4}$")  # could be a day as well: a page number only at the edge of a page
_DAY = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_DIGITS = re.compile(r"\d+")
_RUN = 3  # lone numbers, each one more than the one before, that make page numbers in a text without pages
_OFTEN = 3  # pages on which a sentence or a known heading must stand to be a header or footer …
_NEARLY = 0.8  # … and their share of all pages
_TITLE = re.compile(r"\b(?:motion|remiss)", re.IGNORECASE)
_NEXT = 2  # pages apart at most: odd and even pages may have headers of their own
_WORDY = 9  # words of a line without a number that is as likely running text
_APART = 8  # lines with text between two of them at least
_WIDEST = 160  # characters of a header or footer
_TEXT = frozenset({"text", "heading", "header", "footer"})


def page_heads(lines: Sequence[Line]) -> list[int]:
    """Page numbers, and the header lines around them (document type, diary number, date)."""
    full = _full(lines)
    claimed = []
    for position, index in enumerate(full):
        if not _is_page(lines[index]):
            continue
        claimed.append(index)
        for step in (-1, 1):
            for other in full[position + step :: step][:_NEAR] if position + step >= 0 else ():
                text = lines[other].text.strip()
                if len(text) > _WIDEST or not _HEADER.match(text) or text[0].islower() or lines[other].page != lines[index].page:
                    break
                claimed.append(other)
    return claimed


def headers(lines: Sequence[Line]) -> list[int]:
    """Lines that the reader knows as page headers, that come again on the top of pages, or above or below page numbers."""
    known = [index for index, line in enumerate(lines) if line.style == "header" and line.text.strip()]
    return [*known, *_tailed(lines), *_again(lines, top=True), *_beside_numbers(lines)]


def _tailed(lines: Sequence[Line]) -> list[int]:
    """The first line of a page where it ends, set apart, in words that say which page it is; one page is enough to know it."""
    firsts = [indexes[0] for indexes in _pages(lines).values() if indexes]
    return [index for index in firsts if len(lines[index].text) <= _WIDEST and _SAID.match(lines[index].text.strip())]


def footers(lines: Sequence[Line]) -> list[int]:
    """Lines that the reader knows as page footers, or that come again at the foot of pages."""
    return [*(index for index, line in enumerate(lines) if line.style == "footer" and line.text.strip()), *_again(lines, top=False)]


def numbered(lines: Sequence[Line]) -> list[int]:
    """Numbers alone on a line that count the pages: at the edge of pages, or in the order 2, 3, 4 through a text."""
    pages = _pages(lines)
    if not pages:
        return _counted(lines)
    edges: defaultdict[int, set[int]] = defaultdict(set)  # number less page → indexes
    for page, indexes in pages.items():
        for index in {*indexes[:_TOP], *indexes[-_FOOT:]}:
            text = lines[index].text.strip()
            if _ALONE.match(text) or _OF.match(text):
                edges[int(text.split("/")[0]) - page].add(index)
    return sorted(index for found in edges.values() if len({lines[index].page for index in found}) > 1 for index in found)


def _counted(lines: Sequence[Line]) -> list[int]:
    full = _full(lines)
    lone = [(at, index, int(lines[index].text)) for at, index in enumerate(full) if _ALONE.match(lines[index].text.strip())]
    claimed: list[int] = []
    run: list[tuple[int, int, int]] = []
    for one in [*lone, (0, 0, -1)]:
        if run and one[2] == run[-1][2] + 1 and one[0] - run[-1][0] > _APART:
            run.append(one)
            continue
        if len(run) >= _RUN:
            claimed += [index for _, index, _ in run]
        run = [one]
    return claimed


def _again(lines: Sequence[Line], *, top: bool) -> list[int]:
    """The lines at one edge of pages that stand at the same height on a page beside too, but for a number that counts pages.

    Only an unbroken run from the edge counts: what stands below a line of text is text, whatever it says. Text may repeat
    itself: in a document of more than three pages a line without a page number near must come again twice, and a sentence (or
    a heading without a page number near) must stand on three pages and nearly all of them. A title stays text where it stands first, though later
    pages repeat it.
    """
    zones = {
        page: [index for index in (indexes if top else indexes[::-1])[:_EDGE] if lines[index].style in _TEXT]
        for page, indexes in _pages(lines).items()
    }
    first = min(zones, default=0)
    counted = {page for page, zone in zones.items() if any(_counts(lines[index].text.strip()) for index in zone)}
    standing = Counter((lines[index].text.strip(), height) for zone in zones.values() for height, index in enumerate(zone))

    def comes_again(index: int, height: int, page: int) -> bool:
        text = lines[index].text.strip()
        heading = lines[index].style == "heading" or bool(heading_kind(text))
        if _text_like(text[: _WIDEST + 1]) or (heading and page not in counted):
            pages = sum(standing[text, near] for near in (height - 1, height, height + 1))
            return len(text) <= _WIDEST and pages >= max(_OFTEN, _NEARLY * len(zones))
        others = sum(
            any(_same(lines[index], lines[other], near - page) for other in zones.get(near, ())[max(0, height - 1) : height + 2])
            for near in range(page - _NEXT, page + _NEXT + 1)
            if near != page
        )
        # In a long document twice is chance, but for what stands together with a page number.
        return others > (0 if page in counted or len(zones) <= _OFTEN else 1)

    claimed = []
    for page, zone in zones.items():
        for height, index in enumerate(zone):
            if _is_number(lines[index]):
                continue
            if not comes_again(index, height, page):
                break
            if not (top and page == first and _TITLE.search(lines[index].text)):
                claimed.append(index)
    return claimed


def _same(one: Line, other: Line, pages: int) -> bool:
    """Whether two lines say the same, but for numbers that are ``pages`` apart as the pages are; a day is the same day."""
    if _DAY.fullmatch(one.text.strip()):
        return one.text.strip() == other.text.strip()
    words = _words(one.text)
    if not words or words != _words(other.text):
        return False
    numbers = zip(_DIGITS.findall(one.text), _DIGITS.findall(other.text), strict=True)
    return all(before == after or int(after) - int(before) == pages for before, after in numbers)


@lru_cache(maxsize=4096)  # a header stands on every page
def _text_like(text: str) -> bool:
    """Whether a line could as well be a piece of a sentence."""
    wordy = len(text.split()) >= _WORDY and not any(char.isdigit() or char in "|\t" for char in text)
    return text.endswith((".", "!", "?", ":", ";", ",", "-")) or text[0].islower() or wordy


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    """The words of a line with every number as one sign; "" for what is too long to be a header, or holds no letter."""
    folded = " ".join(text.split()) if len(text) <= 2 * _WIDEST else ""
    return _DIGITS.sub("0", folded).lower() if len(folded) <= _WIDEST and any(char.isalpha() for char in folded) else ""


@lru_cache(maxsize=4096)
def _counts(text: str) -> bool:
    """Whether a line is a page number, or ends in one."""
    return len(text) <= _WIDEST and bool(_PAGE.match(text) or _ALONE.match(text) or _OF.match(text) or _TAIL.match(text))


def _is_page(line: Line) -> bool:
    return len(line.text) <= _WIDEST and bool(_PAGE.match(line.text.strip()))


def _is_number(line: Line) -> bool:
    text = line.text.strip()
    return len(text) <= _WIDEST and bool(_PAGE.match(text) or _ALONE.match(text) or _OF.match(text))


def _beside_numbers(lines: Sequence[Line]) -> list[int]:
    """In a text without pages: lines that end in a page number, and those that stand alike beside two page numbers or more."""
    if any(line.page is not None for line in lines):
        return []
    full = _full(lines)
    ended = set(_ended(lines, full))
    counted = {*_counted(lines)}
    numbers = [at for at, index in enumerate(full) if index in ended or index in counted or _is_page(lines[index])]
    claimed: set[int] = set(ended)
    for step in (-1, 1):
        live = numbers
        for distance in range(1, _NEAR + 1):
            beside = {at: " ".join(lines[full[at + step * distance]].text.split()) for at in live if 0 <= at + step * distance < len(full)}
            seen = Counter(beside.values())
            live = [
                at
                for at, text in beside.items()
                if seen[text] >= (_OFTEN if text.endswith((".", ",", ":", ";", "-")) or text[0].islower() else 2) and len(text) <= _WIDEST
            ]
            claimed.update(full[at + step * distance] for at in live)
    return sorted(claimed)


def _ended(lines: Sequence[Line], full: Sequence[int]) -> list[int]:
    """Lines of the same words that end in page numbers, each one more than the one before."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for index in full:
        tail = _TAIL.match(lines[index].text.strip()) if len(lines[index].text) <= _WIDEST else None
        if tail:
            found[" ".join(tail["words"].split())].append((index, int(tail["page"])))
    return [
        index
        for run in found.values()
        if len(run) > 1 and all(after == before + 1 for (_, before), (_, after) in itertools.pairwise(run))
        for index, _ in run
    ]


def _pages(lines: Sequence[Line]) -> dict[int, list[int]]:
    """The indexes of the lines with text on each page; empty for a text without pages."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None and line.text.strip():
            pages[line.page].append(index)
    return pages


def _full(lines: Sequence[Line]) -> list[int]:
    return [index for index, line in enumerate(lines) if line.text.strip()]
