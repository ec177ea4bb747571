"""The ledger of a document: what became of every character that its reader delivered.

It is counted from what the draft carries, not from what the rules meant to do: the text of every passage, with restored
words put back as they stood, the headings, the quotes of the facts and the furniture by its words are each looked for on the
lines where they say they stand. What nothing is found for is unaccounted, with its line and its words.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.findings import found_at
from generator.model import Document, Draft, DraftKind, Fact, Finding, Ledger, Line, Passage, Place, Restored, Stretch

# The kinds of account, in the order in which they are told. Furniture has its own names after "furniture:".
KINDS = ("passage", "table", "note", "heading", "fact", "label", "separator", "heading-number")
FURNITURE = "furniture:"
_NEAR = 12  # lines before and after a fact's place that its quote may hold
_ROW_LINES = 60  # lines that the last row of a table may reach over
_TITLE_NEAR = 3  # lines between a name and its title
_STATED = 3  # the strength of a clue that states whose an answer is
_SMALL = frozenset({"och", "samt", "av", "från"})  # what stands between names and says nothing
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"[^\W\d][\w /_-]{0,40}:")  # the page has labels of its own
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|§\s*\d+)")
# The facts that the archive carries of a document, by its kind; of what is unknown it shows the text alone.
_FACTS: dict[DraftKind, tuple[str, ...]] = {
    "motion": ("titles", "motion_number", "diary_numbers", "filed", "deadlines", "retold"),
    "response": (
        "titles", "diary_numbers", "cited_numbers", "filed", "deadlines", "date", "prepared_by", "proposed_decision",
        "board_decision", "attachments", "parties", "retold",
    ),
    "statement": ("date", "parties"),
    "unknown": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Threshold:
    """The shares of accounted text below which a document is published with a warning, and not published at all."""

    warns: float
    holds: float


# Of a thousand real documents all but three have every character accounted for, and those three 99.8 % of them: a share below
# 98 % is a rule that went wrong, not a bad day. A motion or an answer of which a fifth is gone says something else
# than its document. A party's paper is short, so that its letterhead weighs more. An unknown document is shown as it stands
# and nothing is read out of it: to hold it back would hide more than it lost.
THRESHOLDS: dict[DraftKind, Threshold] = {
    "motion": Threshold(0.98, 0.80),
    "response": Threshold(0.98, 0.80),
    "statement": Threshold(0.95, 0.60),
    "unknown": Threshold(0.95, 0.0),
}
_Entry = tuple[int, int]


@dataclass(slots=True)
class _Form:
    """A line's text without white space and hyphens, and for each character the stretch of the line that it stands for."""

    text: str
    spans: list[_Entry]


@dataclass(slots=True)
class _Sheet:
    """The lines of a document while their characters are accounted for; ``marks`` has a kind's number for each character."""

    lines: Sequence[Line]
    stood: list[_Form] = field(default_factory=list)
    said: list[_Form] = field(default_factory=list)
    marks: list[bytearray] = field(default_factory=list)
    kinds: list[str] = field(default_factory=lambda: [""])
    at: dict[tuple[int | None, int | None], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, line in enumerate(self.lines):
            self.stood.append(_form(line.text, line.restored))
            self.said.append(_form(line.text, ()))
            self.marks.append(bytearray(len(line.text)))
            self.at.setdefault((line.page, line.number), []).append(index)

    def claim(self, index: int, start: int, end: int, kind: str) -> None:
        """Give the characters of a stretch that are nothing yet to ``kind``."""
        if kind not in self.kinds:
            self.kinds.append(kind)
        number, marks = self.kinds.index(kind), self.marks[index]
        for position in range(start, end):
            marks[position] = marks[position] or number

    def take(self, place: Place, form: _Form, kind: str) -> bool:
        """Claim the first stretch of the line at ``place`` that reads as ``form`` and is nothing yet; False if none is.

        One between spaces goes before one inside other words: "24" is the number after the date, not its day.
        """
        inside: tuple[int, int, int] | None = None
        for index in self.at.get((place.page, place.line), ()):
            held, marks, text = self.stood[index], self.marks[index], self.lines[index].text
            at = held.text.find(form.text) if form.text else -1
            while at >= 0:
                start, end = held.spans[at][0], held.spans[at + len(form.text) - 1][1]
                if not any(marks[start:end]):
                    if not text[start - 1 : start].strip() and not text[end : end + 1].strip():
                        self.claim(index, start, end, kind)
                        return True
                    inside = inside or (index, start, end)
                at = held.text.find(form.text, at + 1)
        if inside:
            self.claim(*inside, kind)
        return inside is not None

    def quote(self, place: Place | None, text: str, kind: str, near: int = _NEAR, *, fresh: bool = False) -> bool:
        """Claim what is nothing yet of the words ``text`` where they stand nearest to ``place``, over several lines maybe.

        ``near`` is how many lines away that may be; ``fresh``: rather farther off than where they are something already.
        Lines between that are something already (a page's foot, a footnote) may be skipped. False if they do not stand there.
        """
        needle = _form(text, ()).text
        own = self.at.get((place.page, place.line), []) if place else [0]
        if not needle or not own or not self.lines:
            return False
        indexes = range(max(0, own[0] - near), min(len(self.lines), own[-1] + near + 1))
        if self._found(needle, own, indexes, kind, fresh=fresh):
            return True
        left = [index for index in indexes if index in own or _runs(self.lines[index].text, self.marks[index])]
        return len(left) < len(indexes) and self._found(needle, own, left, kind, fresh=fresh)

    def _found(self, needle: str, own: Sequence[int], indexes: Sequence[int], kind: str, *, fresh: bool) -> bool:
        whole, begins = "", []
        for index in indexes:
            begins.append(len(whole))
            whole += self.said[index].text
        start = begins[indexes.index(own[0])]
        end = start + sum(len(self.said[index].text) for index in own)
        best: tuple[tuple[int, int, int], list[tuple[int, int, int]]] | None = None
        at = whole.find(needle)
        while at >= 0:
            distance = max(0, at - end + 1, start - at - len(needle) + 1)
            if best is None or fresh or distance <= best[0][fresh]:
                stretches = list(self._stretches(begins, indexes, at, len(needle)))
                known = int(all(any(self.marks[index][low:high]) for index, low, high in stretches))
                rank = (known, distance, abs(at - start)) if fresh else (distance, known, abs(at - start))
                if best is None or rank < best[0]:
                    best = rank, stretches
                if not any(rank):
                    break
            at = whole.find(needle, at + 1)
        for index, low, high in best[1] if best else ():
            self.claim(index, low, high, kind)
        return best is not None

    def _stretches(self, begins: Sequence[int], indexes: Sequence[int], at: int, length: int) -> Iterator[tuple[int, int, int]]:
        for begin, index in zip(begins, indexes, strict=True):
            spans = self.said[index].spans[max(0, at - begin) : max(0, at + length - begin)]
            if spans:
                yield index, spans[0][0], spans[-1][1]


def accounts(document: Document, drafts: Sequence[Draft]) -> tuple[Ledger, ...]:
    """The ledger of each of ``drafts``, what ``document`` or its parts in order say; each line of it is in one of them."""
    starts = [_start(document, draft) for draft in drafts]
    ends = [*starts[1:], len(document.lines)]
    starts[:1] = [0] if starts else []
    return tuple(
        account(document.file, document.lines[start:end], draft) for draft, start, end in zip(drafts, starts, ends, strict=True)
    )


def account(file: str, lines: Sequence[Line], draft: Draft) -> Ledger:
    """What became of ``lines``, as the reader delivered them, in ``draft``."""
    sheet = _Sheet(lines)
    segments = [piece for section in draft.sections for passage in section.passages for piece in _segments(passage)]
    # The longest first: a short one may stand in a long one on the same line.
    missed = [place for place, form, kind in sorted(segments, key=lambda one: -len(one[1].text)) if not sheet.take(place, form, kind)]
    _scattered(sheet, draft, frozenset(missed))
    for aside in draft.asides:
        if not sheet.take(aside.place, _form(aside.text, aside.restored), f"{FURNITURE}{aside.kind}"):
            _drawn(sheet, aside.place, aside.text, f"{FURNITURE}{aside.kind}")
    quotes = [(one.place, one.heading, "heading") for one in draft.sections if one.heading and one.place]
    quotes += [(fact.place, fact.quote, "fact") for fact in _facts(draft) if fact.place]
    spoken = draft.senders if draft.kind == "response" else ()
    quotes += [(clue.mention.place, clue.quote, "fact") for clue in spoken if clue.strength == _STATED]
    for place, words, kind in sorted(quotes, key=lambda one: -len(one[1])):
        sheet.quote(place, words, kind)
    _people(sheet, draft)
    for index, line in enumerate(lines):
        _between(sheet, index, line)
    return _counted(file, sheet)


def together(ledgers: Iterable[Ledger]) -> Ledger:
    """One ledger for the parts of a file."""
    made = tuple(ledgers)
    counts: Counter[str] = Counter()
    for ledger in made:
        counts.update(dict(ledger.kinds))
    return Ledger(sum(one.total for one in made), _ordered(counts), tuple(stretch for one in made for stretch in one.unaccounted))


def weigh(drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    """The drafts of which enough is accounted for to be published, and a finding for each that is below a threshold of its kind.

    A draft without a ledger is kept.
    """
    kept: list[Draft] = []
    findings: list[Finding] = []
    for draft in drafts:
        ledger, threshold = draft.ledger or Ledger(), THRESHOLDS[draft.kind]
        held = ledger.share < threshold.holds
        if ledger.share < threshold.warns:
            place = next((one.place for one in ledger.unaccounted), Place(draft.document.file))
            findings.append(found_at("F132" if held else "F131", place, share=percent(1 - ledger.share)))
        if not held:
            kept.append(draft)
    return tuple(kept), tuple(findings)


def percent(share: float) -> str:
    """A share (0..1) in Swedish, with a decimal below ten percent: "0,4 %"; never 0 for more than nothing, or 100 for less than all."""
    if share in {0, 1}:
        return f"{share * 100:.0f}\u00a0%"
    made = min(max(share * 100, 0.1), 99.9)
    return f"{made:.{0 if 9.95 <= made < 99 else 1}f}\u00a0%".replace(".", ",")


def _start(document: Document, draft: Draft) -> int:
    part = draft.document.part
    if part is None:
        return 0
    return next(i for i, line in enumerate(document.lines) if (line.page, line.number) == (part.first.page, part.first.line))


# --- what the draft carries ----------------------------------------------------------------------------------------


def _form(text: str, restored: Iterable[Restored]) -> _Form:
    """``text`` with its restored words as they stood, without white space and hyphens (but a text of nothing else keeps them)."""
    made: list[tuple[str, int, int]] = []
    position = 0
    for mark in sorted(restored, key=lambda one: one.start):
        made += [(text[at], at, at + 1) for at in range(position, mark.start)]
        made += [(char, mark.start, mark.end) for char in mark.original]
        position = max(position, mark.end)
    made += [(text[at], at, at + 1) for at in range(position, len(text))]
    kept = [one for one in made if not one[0].isspace() and one[0] != "-"]
    return _Form("".join(char for char, _, _ in kept), [(start, end) for _, start, end in kept])


def _segments(passage: Passage) -> Iterator[tuple[Place, _Form, str]]:
    """What of a passage stands on each line, and what kind of account it is."""
    kind = passage.style if passage.style in {"table", "note"} else "passage"
    starts = passage.starts or ((0, passage.place.line or 0),)
    ends = [*(start for start, _ in starts[1:]), len(passage.text)]
    marks, pages = deque(sorted(passage.restored, key=lambda one: one.start)), deque(passage.pages)
    page, start = passage.place.page, 0
    for (begin, number), end in zip(starts, ends, strict=True):
        while pages and pages[0][0] <= begin:
            page = pages.popleft()[1]
        own = []
        while marks and marks[0].start < end:
            one = marks.popleft()
            own.append(Restored(one.start - start, min(one.end, end) - start, one.original))
        yield Place(passage.place.file, page, number), _form(passage.text[start:end], own), kind
        start = end


def _scattered(sheet: _Sheet, draft: Draft, missed: frozenset[Place]) -> None:
    """Claim word by word the rows that begin at ``missed``: a table that was set with spaces stands row among row in its source.

    A row reaches as far as the line that the next one begins on; a word that a cell's edge cut in two is two words there.
    """
    for passage in (one for section in draft.sections for one in section.passages if one.style == "table"):
        places = [place for place, _, _ in _segments(passage)]
        for place, after, row in zip(places, [*places[1:], None], passage.text.split("\n"), strict=False):
            first = min(sheet.at.get((place.page, place.line), ()), default=None)
            if place not in missed or first is None:
                continue
            last = max(sheet.at.get((after.page, after.line), (first,)) if after else (first + _ROW_LINES,))
            free: dict[str, list[tuple[int, int, int]]] = {}
            for index in range(first, min(last + 1, len(sheet.lines))):
                for token in re.finditer(r"\S+", sheet.lines[index].text):
                    if not any(sheet.marks[index][token.start() : token.end()]):
                        free.setdefault(token.group().strip("-"), []).append((index, *token.span()))
            for word in row.split():
                halves = [(word[:at].strip("-"), word[at:].strip("-")) for at in range(len(word))]
                pieces = next((pair for pair in halves if all(free.get(half) for half in pair if half)), ())
                for half in filter(None, pieces):
                    if free[half]:
                        sheet.claim(*free[half].pop(0), passage.style)


def _facts(draft: Draft) -> Iterator[Fact]:
    yield from draft.titles[:1] if draft.kind == "statement" else ()
    for name in _FACTS[draft.kind]:
        value = getattr(draft, name)
        yield from value if isinstance(value, tuple) else [value] if value else []


def _people(sheet: _Sheet, draft: Draft) -> None:
    """Claim the names of a draft, with what stands beside them: their parties and titles, and what a party's paper is called."""
    for proposer in draft.proposers:
        party = proposer.party or ""
        beside = (f"{proposer.name} ({party})", f"{proposer.name}, {party}", f"{proposer.name} {party}") if party else ()
        if not any(sheet.quote(proposer.place, words, "fact", 0) for words in beside):
            sheet.quote(proposer.place, proposer.name, "fact", 0)
            sheet.quote(proposer.place, f"({party})" if party else "", "fact", _TITLE_NEAR, fresh=True)
        sheet.quote(proposer.place, proposer.note or "", "fact", _TITLE_NEAR)
    for one in draft.signatories:
        sheet.quote(one.place, one.name, "fact", 0)
        sheet.quote(one.place, one.title or "", "fact", _TITLE_NEAR, fresh=True)
    if draft.statement and draft.parties:
        for word in (draft.statement, draft.statement.capitalize(), draft.statement.upper()):
            sheet.quote(draft.parties.place, word, "fact", 0)


def _drawn(sheet: _Sheet, place: Place, text: str, kind: str) -> None:
    """Claim a whole line that is furniture and has nothing but hyphens."""
    for index in sheet.at.get((place.page, place.line), ()):
        if sheet.lines[index].text.strip() == text.strip() and not sheet.said[index].text:
            sheet.claim(index, 0, len(text), kind)


# --- what is left ---------------------------------------------------------------------------------------------------


def _between(sheet: _Sheet, index: int, line: Line) -> None:
    """Name what is left at the edges: hyphens of words cut in two, signs and small words between facts, a heading's number."""
    marks = sheet.marks[index]
    for start, end in _runs(line.text, marks):
        words = line.text[start:end]
        before = next((marks[at] for at in range(start - 1, -1, -1) if marks[at]), 0)
        after = next((marks[at] for at in range(end, len(marks)) if marks[at]), 0)
        beside = {sheet.kinds[number] for number in (before, after) if number}
        if beside and not words.strip("- \t"):
            sheet.claim(index, start, end, sheet.kinds[before or after])
        elif beside & {"fact", "heading"} and not {word.lower() for word in _WORD.findall(words)} - _SMALL:
            sheet.claim(index, start, end, "separator")
        elif not before and sheet.kinds[after] == "fact" and _LABEL.fullmatch(words.strip()):
            sheet.claim(index, start, end, "label")
        elif not before and sheet.kinds[after] == "heading" and _NUMBER.fullmatch(words.strip()):
            sheet.claim(index, start, end, "heading-number")


def _runs(text: str, marks: bytearray) -> list[_Entry]:
    """The stretches of a line that are nothing yet, without white space around."""
    made: list[_Entry] = []
    start: int | None = None
    for at, char in enumerate(text):
        if char.isspace():
            continue
        if marks[at]:
            start = None
        elif start is None:
            start = at
            made.append((at, at + 1))
        else:
            made[-1] = (start, at + 1)
    return made


def _counted(file: str, sheet: _Sheet) -> Ledger:
    counts: Counter[str] = Counter()
    left: list[Stretch] = []
    for line, marks in zip(sheet.lines, sheet.marks, strict=True):
        counts.update(sheet.kinds[number] for char, number in zip(line.text, marks, strict=True) if not char.isspace())
        left += [Stretch(Place(file, line.page, line.number), line.text[start:end]) for start, end in _runs(line.text, marks)]
    total = sum(counts.values())
    del counts[""]
    return Ledger(total, _ordered(counts), tuple(left))


def _ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The kinds that have characters: the page's own first, then furniture by name."""
    order = {kind: at for at, kind in enumerate(KINDS)}
    return tuple(sorted(((kind, count) for kind, count in counts.items() if count), key=lambda one: (order.get(one[0], len(order)), one[0])))
