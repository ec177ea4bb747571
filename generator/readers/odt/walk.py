"""The body of an OpenDocument text → lines: one walk from top to bottom, without recursion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from generator.model import LineStyle
from generator.readers.counting import BULLET
from generator.readers.delivery import UnreadableError
from generator.readers.gathering import MOST_COLUMNS, MOST_LINES, Gathering, Piece, has_words, note_mark, raised
from generator.readers.odt.names import attribute, full, name_of, whole
from generator.readers.odt.styles import Level, Look, Styles, label

# No text that is shown: the author's machinery, the twins of what is shown, descriptions for those who do not see a picture.
_DROPPED = {
    "office:forms", "office:event-listeners", "office:annotation-end", "text:tracked-changes", "text:script", "svg:title", "svg:desc",
    "text:ruby-text", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "table:shapes",
    "text:note-citation", "text:linenumbering-configuration", "office:binary-data", "draw:glue-point", "table:title", "table:desc",
}  # fmt: skip
_EMBEDDED = {"draw:object", "draw:object-ole", "draw:applet", "draw:plugin", "draw:floating-frame"}
_NUMBERS_OF_PAGES = {"text:page-number", "text:page-count", "text:page-continuation"}
_REPEATED_MOST = 1000  # equal rows with text; more than that is no table
_MOST_CELLS = 500_000  # in a document, repetitions counted


@dataclass(slots=True)
class _Paragraph:
    pieces: list[Piece] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)
    style: LineStyle = "text"
    level: int = 0
    label: str = ""
    hidden: bool = False


@dataclass(slots=True)
class _Sink:
    """Where finished paragraphs go instead of the body: a "cell", "note", "header" or "footer"."""

    kind: str
    element: etree._Element | None
    texts: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    style: str
    name: str
    label: str = ""


@dataclass(slots=True)
class _Table:
    rows: list[list[str]] = field(default_factory=list)
    refs: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """One walk through a body or a header. Afterwards the counts tell what was left out."""

    styles: Styles
    gathering: Gathering
    backdrop: bool = False  # the pages have a ground of their own
    hidden: int = 0
    comments: int = 0
    objects: int = 0
    pictures: int = 0
    _looks: list[Look] = field(default_factory=lambda: [Look()])
    _grounds: list[bool] = field(default_factory=list)  # of the elements around
    _paragraphs: list[_Paragraph] = field(default_factory=list)
    _sinks: list[_Sink] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _tables: list[_Table | None] = field(default_factory=list)
    _counts: dict[str, list[int]] = field(default_factory=dict)  # list style, or a list's own name → numbers by level
    _outline: list[int] = field(default_factory=list)
    _notes: int = 0
    _cells: int = 0

    def over(self, root: etree._Element, into: str = "body") -> None:
        """Walk through ``root``; ``into`` is "body", "header" or "footer"."""
        if into != "body":
            self._sinks.append(_Sink(into, None))
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                continue
            name = name_of(element)
            if event == "start":
                if self._enter(element, name):
                    self._text(element.text)
                else:
                    walker.skip_subtree()
            else:
                self._leave(element, name)
                if element is not root:
                    self._text(element.tail)
        if into != "body":
            sink = self._sinks.pop()
            for text in sink.texts:
                (self.gathering.header if into == "header" else self.gathering.footer)(text)

    def _enter(self, element: etree._Element, name: str) -> bool:
        """Begin an element; False if nothing in it is to be read."""
        self._looks.append(self._looks[-1])
        self._grounds.append(self._ground(element, name))
        if name in _DROPPED or name.endswith("-source") or self._hides(element, name):
            return False
        if name in _EMBEDDED:
            self.objects += 1
            return False
        if name == "office:annotation":
            self.comments += 1
            return False
        if name in _NUMBERS_OF_PAGES and any(sink.kind in {"header", "footer"} for sink in self._sinks):
            return False
        if name in {"text:p", "text:h"}:
            self._begin(element, name)
        elif name == "text:span":
            self._looks[-1] = self.styles.look("text", attribute(element, "text:style-name"), self._looks[-1])
        elif name in {"text:list", "text:list-item", "text:list-header"}:
            self._listed(element, name)
        elif name == "text:note":
            self._note(element)
        elif name.startswith("table:"):
            self._tabled(element, name)
            return name != "table:covered-table-cell"  # what it holds is covered by another cell
        else:
            self._put(element, name)
        return True

    def _ground(self, element: etree._Element, name: str) -> bool:
        """Whether an element puts a ground of its own under its text; what is drawn may, and is taken to."""
        if name in {"text:p", "text:h"}:
            return self.styles.ground("paragraph", attribute(element, "text:style-name"))
        if name == "text:section":
            return self.styles.ground("section", attribute(element, "text:style-name"))
        if name in {"table:table", "table:table-row", "table:table-cell"}:
            return self.styles.ground(name.partition(":")[2], attribute(element, "table:style-name"))
        return name.startswith("draw:")

    def _hides(self, element: etree._Element, name: str) -> bool:
        """Whether an element and all in it is hidden."""
        if name == "text:section":
            gone = (
                attribute(element, "text:display") == "none"
                or attribute(element, "text:is-hidden") == "true"
                or self.styles.gone("section", attribute(element, "text:style-name"))
            )
        elif name in {"table:table-row", "table:table-column"}:
            gone = attribute(element, "table:visibility") in {"collapse", "filter"}
        elif name == "text:hidden-text":
            told = attribute(element, "text:string-value") or ""
            gone = attribute(element, "text:is-hidden") != "false"
            self.hidden += gone and has_words(told)
            return gone
        elif name == "text:hidden-paragraph":
            if self._paragraphs and attribute(element, "text:is-hidden") != "false":
                self._paragraphs[-1].hidden = True
            return True
        else:
            return False
        self.hidden += gone and any(has_words(str(text)) for text in element.itertext())
        return gone

    def _put(self, element: etree._Element, name: str) -> None:
        """What stands for a character or two."""
        if name == "text:s":
            self._text(" ")
        elif name == "text:tab":
            self._text("\t")
        elif name == "text:line-break":
            self._text("\n")
        elif name == "draw:image":
            self.pictures += 1
        elif name == "text:note-ref":
            self._looks[-1] = replace(self._looks[-1], raised=True)
        del element

    def _leave(self, element: etree._Element, name: str) -> None:
        self._looks.pop()
        self._grounds.pop()
        if name in {"text:p", "text:h"}:
            self._end()
        elif name == "text:list":
            self._lists.pop()
        elif name == "text:list-item" and self._lists:
            self._lists[-1].label = ""
        elif self._sinks and self._sinks[-1].element is element:
            self._close(self._sinks.pop(), element, name)
        elif name == "table:table-row" and (table := self._table):
            times = whole(attribute(element, "table:number-rows-repeated"), 1, _REPEATED_MOST)
            if table.rows and any(table.rows[-1]):
                again = min(times, MOST_LINES) - 1
                self._weigh(again * len(table.rows[-1]))
                table.rows.extend([table.rows[-1]] * again)
                table.refs.extend([[]] * again)
        elif name == "table:table" and self._tables and (table := self._tables.pop()):
            self._lay(table)

    # --- paragraphs -------------------------------------------------------------------------------------------

    def _begin(self, element: etree._Element, name: str) -> None:
        """Begin a paragraph or a heading, with the mark of the list it stands in."""
        style = attribute(element, "text:style-name")
        self._looks[-1] = self.styles.look("paragraph", style, Look())
        made = _Paragraph()
        level = whole(attribute(element, "text:outline-level"), 1, 6) if name == "text:h" else self.styles.level(style)
        if self._lists and self._lists[-1].label:
            made.label, self._lists[-1].label = self._lists[-1].label, ""
            made.style, made.level = "item", len(self._lists)
        if level:
            made.style, made.level = "heading", level
            if (
                not made.label
                and name == "text:h"
                and self.styles.told("paragraph", style, "style:list-style-name") != ""
            ):
                made.label = self._numbered(element, level)
        self._paragraphs.append(made)

    def _numbered(self, element: etree._Element, level: int) -> str:
        """The number before a heading, where the document numbers its headings."""
        mark = self.styles.outline.get(level)
        if mark is None or not mark.kind or attribute(element, "text:is-list-header") == "true":
            return ""
        numbers = self._outline[:level]
        while len(numbers) < level:
            numbers.append(self.styles.outline.get(len(numbers) + 1, Level("1")).first - 1)
        numbers[-1] = whole(attribute(element, "text:start-value"), numbers[-1] + 1, 1_000_000)
        self._outline = numbers
        return label(mark, [max(number, 1) for number in numbers], self.styles.outline)

    def _text(self, text: str | None) -> None:
        """Take in text as it looks; what is hidden is counted and left out. White space between elements is none."""
        if not text or not self._paragraphs:
            return
        look = self._looks[-1]
        if look.hidden or (look.white and not (look.shaded or self.backdrop or any(self._grounds))):
            self.hidden += has_words(text)
            return
        if text not in {"\n", "\t"}:
            text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
        self._paragraphs[-1].pieces.append(
            Piece(raised(text) if look.raised else text, look.struck, look.bold, look.size)
        )

    def _end(self) -> None:
        done = self._paragraphs.pop()
        if done.hidden:
            self.hidden += any(has_words(piece.text) for piece in done.pieces)
            return
        if not self._sinks:
            heading = done.style == "heading" and done.label
            pieces = [Piece(f"{done.label} "), *done.pieces] if heading and done.pieces else done.pieces
            self.gathering.paragraph(pieces, done.style, done.level, "" if heading else done.label, done.refs)
            return
        sink = self._sinks[-1]
        sink.refs.extend(done.refs)
        text = self.gathering.text(done.pieces)
        if sink.kind not in {"header", "footer"}:
            text = " ".join(text.split())
        if text.strip():
            sink.texts.append(f"{done.label} {text}" if done.label else text)

    # --- lists ------------------------------------------------------------------------------------------------

    def _listed(self, element: etree._Element, name: str) -> None:
        if name == "text:list":
            outer = self._lists[-1] if self._lists else None
            style = attribute(element, "text:style-name") or (outer.style if outer else "")
            own = attribute(element, "xml:id") or ""
            if outer is None:
                before = attribute(element, "text:continue-list")
                goes_on = attribute(element, "text:continue-numbering") == "true"
                numbers = self._counts.get(f"#{before}" if before else style) if before or goes_on else None
                self._counts[style] = numbers if numbers is not None else []
                if own:
                    self._counts[f"#{own}"] = self._counts[style]
            self._lists.append(_List(style, outer.name if outer else style))
        elif self._lists:
            self._lists[-1].label = self._mark(element) if name == "text:list-item" else ""

    def _mark(self, element: etree._Element) -> str:
        """The mark of the next item; an item that only holds a list of its own has none and is not counted."""
        children = [name_of(child) for child in element]
        if children and children[0] == "text:list":
            return ""
        current, depth = self._lists[-1], len(self._lists)
        marks = self.styles.marks(current.style)
        mark = marks.get(depth, Level(BULLET))
        numbers = self._counts.setdefault(current.name, [])
        del numbers[depth:]
        while len(numbers) < depth:
            numbers.append(marks.get(len(numbers) + 1, Level("1")).first - 1)
        numbers[-1] = whole(attribute(element, "text:start-value"), numbers[-1] + 1, 1_000_000)
        return label(mark, [max(number, 1) for number in numbers], marks)

    # --- notes and tables -------------------------------------------------------------------------------------

    def _note(self, element: etree._Element) -> None:
        """Put a note's mark into the text and gather what the note says."""
        citation = element.find(full("text:note-citation"))
        mark = "".join(str(text) for text in citation.itertext()).strip() if citation is not None else ""
        self._notes += 1
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            if paragraph.pieces:
                paragraph.pieces[-1] = replace(paragraph.pieces[-1], text=paragraph.pieces[-1].text.rstrip(" "))
            look = self._looks[-1]
            if not look.hidden:
                paragraph.pieces.append(Piece(note_mark(mark), look.struck, look.bold, look.size))
            paragraph.refs.append(f"{self._notes}:{mark}")
        self._sinks.append(_Sink("note", element, refs=[]))
        self._sinks[-1].refs.append(f"{self._notes}:{mark}")

    @property
    def _table(self) -> _Table | None:
        return self._tables[-1] if self._tables else None

    def _tabled(self, element: etree._Element, name: str) -> None:
        if name == "table:table":
            self._tables.append(_Table() if not self._sinks else None)
        elif name == "table:table-row" and self._table:
            self._table.rows.append([])
            self._table.refs.append([])
        elif name == "table:covered-table-cell" and self._table and self._table.rows and not self._sinks:
            row = self._table.rows[-1]
            times = whole(attribute(element, "table:number-columns-repeated"), 1, MOST_COLUMNS)
            row.extend([""] * min(times, MOST_COLUMNS - len(row)))
        elif name == "table:table-cell" and self._table and self._table.rows and not self._sinks:
            self._sinks.append(_Sink("cell", element))

    def _close(self, sink: _Sink, element: etree._Element, name: str) -> None:
        text = " ".join(sink.texts)
        if sink.kind == "note":
            key, _, mark = sink.refs[0].partition(":")
            self.gathering.note(f"{key}:{mark}", mark, text)
        elif name == "table:table-cell" and (table := self._table):
            row = table.rows[-1]
            times = whole(attribute(element, "table:number-columns-repeated"), 1, MOST_COLUMNS)
            again = min(times, MOST_COLUMNS - len(row))
            self._weigh(again)
            row.extend([text] * again)
            table.refs[-1].extend(sink.refs)

    def _weigh(self, cells: int) -> None:
        """Count cells; UnreadableError where repetitions make more of them than any document has."""
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise UnreadableError("F123", self.gathering.file, why=f"tabeller med mer än {_MOST_CELLS} celler")

    def _lay(self, table: _Table) -> None:
        if max((len(row) for row in table.rows), default=0) > 1:
            self.gathering.table(table.rows, table.refs)
            return
        for row, refs in zip(table.rows, table.refs, strict=True):  # a single column is a frame around paragraphs
            self.gathering.paragraph([Piece(text) for text in row], refs=refs)
