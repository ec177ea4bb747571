"""A page that would be too heavy becomes several: cut where its template says that it may be, each part with its own address.

No page has more than 100 kB of HTML beyond the words it shows. Nearly every page is far from that and comes out as it is. One
that is not is first made leaner (what a script can add is left to it), and only then split: its first part keeps the address, the
rest stand at ``sida-2/`` and so on. Templates mark where a cut may be with ``can_cut``. A mark is made of control characters,
which no text of a document can hold (``escape`` writes them by their numbers).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator import addresses
from generator.model import Page

# Bytes beyond its words that a page's own Markdown may come to. What is left of 100 kB is for the frame around it: head, menus,
# foot, list of headings, and what a builder adds.
BUDGET: Final = 88_000
_HEADING: Final = 200  # bytes that a heading costs beyond its line: its anchor, and its row in the list of headings
_CUT: Final = re.compile("\x01([^\x01-\x03]*)\x02([^\x01-\x03]*)\x03")
_TAIL: Final = "\x04"
_CONTENTS: Final = "\x05"
_MOST: Final = 14  # headings that the list of what stands on which part may have; a long text has its own list beside it
_HEADED: Final = re.compile(r"^## (.+?)(, fortsättning)?$", re.MULTILINE)
_FRONT: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_LINES: Final = re.compile(r"\n{3,}")
_BLANK: Final = re.compile(r"\s+")
_HEADINGS: Final = re.compile(r"^#{2,3} ", re.MULTILINE)
_ID: Final = re.compile(r' id="([^"]+)"')
_OWN_LINK: Final = re.compile(r'href="#([^"]+)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the parts that a page is shown in, as its template knows it: its address, which it is, and of how many.

    ``lean``: what a script can add is left out. ``total`` is 0 while it is not known.
    """

    address: str
    number: int = 1
    total: int = 1
    lean: bool = False


def can_cut(close: str = "", reopen: str = "") -> Markup:
    """The mark of a place where a page may be cut: ``close`` ends what is open there, ``reopen`` begins it on the next part."""
    return Markup(f"\x01{close}\x02{reopen}\x03")  # noqa: S704 - both are the template's own words, and escaped where they are not


def tail() -> Markup:
    """The mark that what follows stands at the foot of every part."""
    return Markup("\x04")


def contents() -> Markup:
    """The mark of where each part tells what stands on the others."""
    return Markup("\x05")


def weight(text: str) -> int:
    """How many bytes of a page's Markdown are not words that it shows; headings count what they become.

    What stands in the front matter goes to the page's head, where nobody sees it.
    """
    shown = _BLANK.sub(" ", html.unescape(_TAG.sub("", _FRONT.sub("", text))))
    return len(text.encode()) - len(shown.encode()) + _HEADING * len(_HEADINGS.findall(text))


def sheets(address: str, make: Callable[[Sheet], Page], budget: int = BUDGET, *, lean_first: bool = True) -> Iterator[Page]:
    """The page at ``address``, in as many parts as it needs.

    ``make`` renders it for a part, always with the same marks in the same order; what stands before the first mark is the part's
    head. A page without marks comes out whole whatever it weighs. Every link to a place of the page leads to the part that has it.
    ``lean_first``: rather leaner than in parts; else it is made leaner only where some piece is too much for a part of its own.
    """
    page = make(Sheet(address))
    lean = False
    if not _fits(page, budget) and lean_first:
        page, lean = make(Sheet(address, lean=True)), True
    if _fits(page, budget):
        yield _whole(page)
        return
    spans, heaviest = _spans(address, make, budget, lean=lean)
    if heaviest > budget and not lean:
        lean = True
        spans, _ = _spans(address, make, budget, lean=lean)
    if len(spans) < 2:
        yield _whole(make(Sheet(address, lean=lean)))
        return
    made = [make(Sheet(addresses.paged(address, number), number, len(spans), lean=lean)) for number in range(1, len(spans) + 1)]
    texts = [_part(one.text, span) for one, span in zip(made, spans, strict=True)]
    owner = {name: number for number, text in reversed(list(enumerate(texts, 1))) for name in _ID.findall(text)}
    headings = [[found[1] for found in _HEADED.finditer(text)] for text in texts]
    for number, (page, text) in enumerate(zip(made, texts, strict=True), 1):
        told = text.replace(_CONTENTS, _told(headings, number, address))
        yield Page(page.path, _LINES.sub("\n\n", _led(told, number, owner, address)))


def _fits(page: Page, budget: int) -> bool:
    return len(page.text) <= budget or weight(_CUT.sub("", page.text)) <= budget


def _whole(page: Page) -> Page:
    return Page(page.path, _LINES.sub("\n\n", _CUT.sub("", page.text).replace(_TAIL, "").replace(_CONTENTS, "")))


def _pieces(text: str) -> tuple[str, list[tuple[str, str, str]], str]:
    """Head, pieces (what closes what stood before, what reopens it, the text) and foot of a page."""
    body, _, foot = text.partition(_TAIL)
    parts = _CUT.split(body)
    return parts[0], [(parts[at], parts[at + 1], parts[at + 2]) for at in range(1, len(parts), 3)], foot


def _spans(address: str, make: Callable[[Sheet], Page], budget: int, *, lean: bool) -> tuple[list[tuple[int, int]], int]:
    """From which piece to which each part goes, as many as fit and at least one; and what the heaviest part weighs.

    Further parts lie one folder deeper, so that their links are longer: what is cut to fit there fits everywhere.
    """
    first, later = (_pieces(make(Sheet(addresses.paged(address, number), number, 0, lean=lean)).text) for number in (1, 2))
    frame = weight(later[0]) + weight(later[2])
    costs = [weight(text) for _, _, text in later[1]]
    spans: list[tuple[int, int]] = []
    start, used, heaviest = 0, weight(first[0]) + weight(first[2]), 0
    while True:
        end, room = start, budget - used
        while end < len(costs) and (end == start or costs[end] <= room):
            room -= costs[end]
            end += 1
        if end < len(costs):
            end = _better(later[1], costs, start, end, budget)
        spans.append((start, end))
        heaviest = max(heaviest, used + sum(costs[start:end]))
        if end == len(costs):
            return spans, heaviest
        start, used = end, frame + weight(later[1][end][1])


def _better(pieces: list[tuple[str, str, str]], costs: list[int], start: int, end: int, budget: int) -> int:
    """Where to cut rather than at ``end``: before the last heading, where what comes before it fills half a part or more."""
    for at in range(end, start, -1):
        if pieces[at][2].lstrip().startswith("## "):
            return at if sum(costs[start:at]) > budget / 2 else end
    return end


def _part(text: str, span: tuple[int, int]) -> str:
    head, pieces, foot = _pieces(text)
    held = pieces[span[0] : span[1]]
    reopened = held[0][1] if span[0] else ""
    closed = pieces[span[1]][0] if span[1] < len(pieces) else ""
    return f"{head}{reopened}{''.join(piece[2] for piece in held)}{closed}{foot}"


def _told(headings: Sequence[Sequence[str]], number: int, address: str) -> str:
    """What stands on which part, by its headings, as a list; "" where they are too many to help."""
    if sum(map(len, headings)) > _MOST:
        return ""
    rows = []
    for at, names in enumerate(headings, 1):
        where = f"Sida {at}" if at == number else f'<a href="{addresses.relative(addresses.paged(address, at), addresses.paged(address, number))}">Sida {at}</a>'
        rows.append(f"<li>{where}: {', '.join(names) or 'fortsättning'}</li>")
    return f'<ul class="on-parts">{"".join(rows)}</ul>'


def _led(text: str, number: int, owner: dict[str, int], address: str) -> str:
    """``text`` with the links to its own page that now lead to another part."""
    here = addresses.paged(address, number)

    def led(found: re.Match[str]) -> str:
        there = owner.get(found[1], number)
        if there == number:
            return found[0]
        return f'href="{addresses.relative(addresses.paged(address, there), here)}#{found[1]}"'

    return _OWN_LINK.sub(led, text)


def numbers(sheet: Sheet) -> Sequence[int]:
    """The parts to show a way to: all of a few, else the first, the last and those around this one; 0 where some are passed over."""
    if sheet.total <= 7:
        return range(1, sheet.total + 1)
    near = sorted({1, sheet.total, *range(max(1, sheet.number - 1), min(sheet.total, sheet.number + 1) + 1)})
    made: list[int] = []
    for one in near:
        if made and one - made[-1] > 1:
            made.append(0)
        made.append(one)
    return made
