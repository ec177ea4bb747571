"""The comparison's table read back out of a page, cell by cell, as a reader or a program of somebody else's would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

KNOWN = frozenset(["again", "badge", "shape", "basis", "near", "score", "quote", "note", "read", "person", "referat", "vh", "cell-link", "quiet", "stated", "when", "nearest"])
VOID = frozenset(["br", "img", "input", "meta", "link", "hr"])


ROW = " (rad i en tabell)"  # what the page adds to words that are the cells of one row


@dataclass(slots=True)
class Cell:
    """A cell: its attributes, the texts by the class of the element they stand in, the links of each, and all of its text."""

    attributes: dict[str, str]
    texts: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    plain: str = ""  # what stands in none of the known classes
    time: str = ""

    def one(self, name: str) -> str:
        """The text of the only element with this class, "" where there is none."""
        found = self.texts.get(name, [])
        assert len(found) < 2, (name, found)
        return " ".join(found[0].split()) if found else ""

    @property
    def quote(self) -> str:
        """The quotation without its marks, or an editor's words, which have none."""
        if "stated" in self.texts:
            return self.one("stated")
        return self.unmarked("quote")

    def unmarked(self, name: str) -> str:
        """The text of the only element with this class without its quotation marks; a table's row has none."""
        said = self.one(name)
        if said.endswith(ROW):
            return said.removesuffix(ROW)
        assert not said or (said[0], said[-1]) == ("”", "”"), said
        return said[1:-1]

    @property
    def notes(self) -> list[str]:
        """What stands beside the cell's own words."""
        return [" ".join(text.split()) for text in self.texts.get("note", [])]


@dataclass(slots=True)
class Row:
    """A row: its attributes, its head, and its cells by the key of their column."""

    attributes: dict[str, str]
    head: Cell
    cells: dict[str, Cell] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.heads: list[str] = []
        self.caption = ""
        self.inside = False
        self.open: list[tuple[str, str]] = []  # (element, known class or "")
        self.cell: Cell | None = None
        self.into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table" and "data-comparison" in given:
            self.inside = True
        if not self.inside or tag in VOID:
            return
        classes = KNOWN.intersection(given.get("class", "").split())
        self.open.append((tag, min(classes) if classes else ""))
        if tag == "tr" and "data-body" in given:
            self.rows.append(Row(given, Cell({})))
        elif tag in ("th", "td") and self.rows:
            self.cell = Cell(given)
            if tag == "th":
                self.rows[-1].head = self.cell
            else:
                assert given["data-column"] not in self.rows[-1].cells
                self.rows[-1].cells[given["data-column"]] = self.cell
        elif tag == "th":
            self.heads.append("")
        elif self.cell and classes:
            self.cell.texts.setdefault(min(classes), []).append("")
        elif self.cell and tag == "a":
            self.cell.links.setdefault(self._class(), []).append(given["href"])
        elif self.cell and tag == "time" and self._class() != "when":
            self.cell.time = given["datetime"]

    def handle_endtag(self, tag: str) -> None:
        if not self.inside:
            return
        assert self.open[-1][0] == tag, (self.open, tag)
        self.open.pop()
        if tag in ("th", "td"):
            self.cell = None
        self.inside = tag != "table"

    def handle_data(self, data: str) -> None:
        if not self.inside:
            return
        data = data.replace("\u00ad", "")  # where a long name may be parted
        if any(tag == "caption" for tag, _ in self.open):
            self.caption += data
        elif self.cell is None:
            if any(tag == "th" for tag, _ in self.open):
                self.heads[-1] += data
        elif self._class():
            for name in {name for _, name in self.open if name}:
                self.cell.texts[name][-1] += data if name == self._class() or name not in ("badge", "near") else ""
        else:
            self.cell.plain += data

    def _class(self) -> str:
        return next((name for _, name in reversed(self.open) if name), "")


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a page: its caption, its headings in order and its rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(text: str) -> Table:
    """The comparison's table in a page's HTML or Markdown; without rows where there is none."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Table(reader.caption, tuple(reader.heads), tuple(reader.rows))
