"""Which pages are right for a query, decided without this project's lemmas, splitter or index.

``golden.tsv`` holds the queries; its header says how their rules were written. A rule is one or more regular expressions
joined by `` && ``; a page is right if each of them matches somewhere in what the page's document says, in any case of
letters and only at the borders of words. That text is read from the built pages, and the peers index the same text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

KINDS = (
    "inflection", "compound head", "compound tail", "umlaut plural", "no dots", "damaged text", "diary number", "name",
    "phrase", "several words",
)  # fmt: skip
TUNED, ASIDE = "tuned", "aside"
COMPOUNDS = {"compound head", "compound tail"}  # here one compound of the word is as good as another
PLACES = 10
SAME_CASE = "@case"  # in "also": a page of a case where another page is right; an answer bears its case's number
_COMPARISON = "jamforelse"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_LEFT_OUT = {"evidence", "permalink", "same-link", "after", "vh", "copy"}  # what the archive adds to a document's words
# The facts on a page that give the document's own words; the others are the archive's, or tell of the file.
_FACTS = (
    "instans", "rubrik", "partier", "handlagt av", "undertecknat av", "bilagor", "eget diarienummer", "ärendets diarienummer",
    "andra nummer",
)  # fmt: skip
_CASE = "ärende"
_UNKNOWN = "framgår inte"
_EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A document's page: its address under the site ("motioner/x/y/"), its heading, what the document says, in blocks.

    ``motion`` is the title of the motion that an answer, a statement or an attachment belongs to, "" on the motion's own page.
    """

    url: str
    title: str
    motion: str
    blocks: tuple[str, ...]

    @property
    def case(self) -> str:
        """The address of the case the page belongs to."""
        return "/".join(self.url.split("/")[:2])

    @property
    def text(self) -> str:
        """What the document says, a line for each block, as a reader sees it: composed letters, no ligatures."""
        return _seen("\n".join((self.title, *self.blocks)))


@dataclass(frozen=True, slots=True)
class Query:
    """A query with its rules: ``wanted`` pages are to be found, ``also`` pages are not wrong when they are."""

    kind: str
    half: str
    text: str
    wanted: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and the addresses of its right pages: those to be found, those as good by their case, all that are not wrong."""

    query: Query
    wanted: frozenset[str]
    as_good: frozenset[str]
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """One query in one engine: recall at ten, precision at ten (None where nothing was found), and what went wrong."""

    recall: float
    precision: float | None
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_LIGATURES)


def read_queries(text: str) -> tuple[Query, ...]:
    """The queries of a tab-separated list; empty lines and lines with # first are left out. ValueError for a faulty line."""
    made = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) not in (4, 5) or parts[0] not in KINDS or parts[1] not in (TUNED, ASIDE):
            raise ValueError(f"line {number}: kind, half, query, wanted and also are expected, with tabs between")
        made.append(Query(*parts))
    return tuple(made)


def judge(
    queries: Iterable[Query], pages: Sequence[Page], besides: Mapping[str, str] | None = None
) -> tuple[Judged, ...]:
    """Each query with its right pages. ``besides`` holds, by address, more text that a page's document is known to say.

    What stands for a whole case, the title of its motion and its own diary number, makes a page as good as a wanted one when
    it is shown, but not wanted: the document itself may say nothing of the matter.
    """
    texts = {page.url: page.text + "\n" + _seen((besides or {}).get(page.url, "")) for page in pages}
    titled = {page.url: texts[page.url] + "\n" + _seen(page.motion) for page in pages}
    cases = {page.url: page.case for page in pages}
    made = []
    for query in queries:
        wanted = _matching(query.wanted, texts)
        as_good = _matching(query.wanted, titled)
        right = set(as_good)
        if query.also == SAME_CASE:
            held, own = {cases[url] for url in wanted}, {cases[url] for url in wanted if url.strip("/") == cases[url]}
            as_good |= {url for url, case in cases.items() if case in own}
            right |= {url for url, case in cases.items() if case in held}
        elif query.also:
            right |= _matching(query.also, titled)
            if query.kind in COMPOUNDS:
                as_good |= right
        made.append(Judged(query, frozenset(wanted), frozenset(as_good - wanted), frozenset(right)))
    return tuple(made)


def _matching(rule: str, texts: Mapping[str, str]) -> set[str]:
    # A blank in a rule stands for any white space: the page's lines are broken where the document's were.
    parts = [part.replace(" ", r"\s+") for part in rule.split(" && ")]
    patterns = [re.compile(rf"(?<!\w)(?:{part})(?!\w)", re.IGNORECASE) for part in parts]
    return {url for url, text in texts.items() if all(pattern.search(text) for pattern in patterns)}


def score(judged: Judged, found: Sequence[str]) -> Score:
    """How the first ten of ``found``, addresses best first, stand against the right ones; a page counts once.

    Recall is the number of wanted pages among the first ten, of as many as could be there; a page as good takes the place of
    one. Precision is the share of the pages shown that are not wrong.
    """
    shown = list(dict.fromkeys(found))[:PLACES]
    hits = [url for url in shown if url in judged.wanted]
    wrong = tuple(url for url in shown if url not in judged.right)
    possible = min(PLACES, len(judged.wanted))
    filled = len(hits) + (sum(url in judged.as_good for url in shown) if len(shown) == PLACES else 0)
    missed = tuple(sorted(judged.wanted - set(hits))) if filled < possible else ()
    return Score(
        min(1.0, filled / possible) if possible else 1.0,
        (len(shown) - len(wrong)) / len(shown) if shown else None,
        missed,
        wrong,
    )


def read_pages(site: Path) -> tuple[Page, ...]:
    """The pages of motions, answers, statements and attachments of a built site, by address."""
    made = []
    for file in sorted((site / "motioner").glob("*/**/index.html")):
        if file.parent.name == _COMPARISON:
            continue
        reader = _Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        reader.close()
        if reader.blocks:
            made.append(
                Page(f"{file.parent.relative_to(site).as_posix()}/", reader.title, reader.motion, tuple(reader.blocks))
            )
    return tuple(made)


class _Reader(HTMLParser):
    """Collects the heading, the facts and the passages of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.motion = ""
        self.blocks: list[str] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._taking: list[str] | None = None
        self._depth = 0  # of the element that is being taken
        self._skipped = 0  # depth of the element that is being left out, 0 for none
        self._label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            self._break(tag)
            return
        classes = frozenset((dict(attrs).get("class") or "").split())
        self._open.append((tag, classes))
        if self._skipped:
            return
        if classes & _LEFT_OUT:
            self._skipped = len(self._open)
        elif self._taking is None and self._wanted(tag, classes):
            self._taking, self._depth = [], len(self._open)
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if all(tag != name for name, _ in self._open):
            return
        while self._open:
            depth, (last, _) = len(self._open), self._open.pop()
            if depth == self._skipped:
                self._skipped = 0
            if depth == self._depth and self._taking is not None:
                self._taken(last, " ".join("".join(self._taking).split()))
            self._break(last)
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._taking is not None and not self._skipped:
            self._taking.append(data)

    def _break(self, tag: str) -> None:
        if self._taking is not None and tag not in _INLINE:
            self._taking.append(" ")

    def _wanted(self, tag: str, classes: frozenset[str]) -> bool:
        inside = {name for _, names in self._open[:-1] for name in names}
        return (
            tag == "h1"
            or "passage" in classes
            or "byline" in classes
            or (tag in {"dt", "dd"} and "facts" in inside)
            or (tag == "li" and "demands" in inside)
        )

    def _taken(self, tag: str, text: str) -> None:
        self._taking, self._depth = None, 0
        if tag == "h1":
            self.title = text
        elif tag == "dt":
            self._label = text.lower()
        elif tag == "dd" and self._label == _CASE:
            self.motion = text
        elif text and (tag != "dd" or (self._label.startswith(_FACTS) and text != _UNKNOWN)):
            self.blocks.append(text)
