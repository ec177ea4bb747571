"""HTML tables: the cells in their columns, and which tables only arrange the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from generator.readers.gathering import MOST_COLUMNS

_MOST_ROWS_SPANNED = 1000  # a span beyond what the table has is written as 65534


@dataclass(slots=True)
class Table:
    """A table being read: rows of cells, a cell that spans several with its text in the first and "" in the others."""

    rows: list[list[str]] = field(default_factory=list)
    refs: list[list[str]] = field(default_factory=list)
    caption: str = ""
    _reaching: dict[int, int] = field(default_factory=dict)  # column → rows that a cell from above still covers

    def row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self.refs.append([])
        self._cover()

    def cell(self, text: str, refs: list[str], columns: int, rows: int) -> None:
        """Add a cell to the row."""
        if not self.rows:
            self.row()
        row = self.rows[-1]
        self.refs[-1].extend(refs)
        for index in range(min(columns, MOST_COLUMNS - len(row))):
            if rows > 1:
                self._reaching[len(row)] = rows - 1
            row.append(text if index == 0 else "")
        self._cover()

    def _cover(self) -> None:
        """Fill the columns that cells from above still cover."""
        row = self.rows[-1]
        while self._reaching.get(len(row), 0) > 0 and len(row) < MOST_COLUMNS:
            self._reaching[len(row)] -= 1
            row.append("")


def span(element: etree._Element, name: str) -> int:
    """How many columns or rows a cell covers: at least one, and never more than any table has."""
    written = (element.get(name) or "1").strip()
    return (
        max(1, min(int(written), _MOST_ROWS_SPANNED))
        if written.isascii() and written.isdigit() and len(written) < 7
        else 1
    )


def arranges(table: etree._Element) -> bool:
    """Whether the table only arranges the page: it says so, has a single cell or column, or holds tables or headings.

    Its cells are then read as the paragraphs they are.
    """
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if next(table.iter("th"), None) is not None:
        return False
    if next(table.iterdescendants("table", "h1", "h2", "h3", "h4"), None) is not None:
        return True
    widest = 0
    for row in table.iter("tr"):
        widest = max(widest, sum(1 for cell in row if cell.tag == "td"))
    return widest <= 1
