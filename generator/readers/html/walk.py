"""The tree of an HTML document → lines: one walk from top to bottom, without recursion."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from generator.model import LineStyle
from generator.readers.counting import BULLET, counted, label_of
from generator.readers.gathering import Gathering, Piece, has_words, note_mark, raised
from generator.readers.html.looks import Look, Rules, inner, look_of
from generator.readers.html.notes import Notes, text_of_note
from generator.readers.html.tables import Table, arranges, span

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = {
    *_HEADINGS, "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    "blockquote", "pre", "address", "article", "section", "main", "aside", "header", "footer", "nav", "figure", "figcaption",
    "form", "fieldset", "legend", "details", "summary", "hr", "center", "body", "html", "option", "optgroup", "menu", "dir",
    "textarea", "listing", "xmp", "plaintext", "dialog", "hgroup", "search", "v:textbox", "w:sdt", "multicol",
}  # fmt: skip
# No text of the document: machinery, or what is shown only where scripts or players are missing.
_DROPPED = {
    "head", "script", "style", "template", "noscript", "title", "meta", "link", "base", "xml", "iframe", "noframes", "object",
    "applet", "audio", "video", "canvas", "map", "datalist", "desc", "metadata", "input", "rp",
}  # fmt: skip
_ORDERS = {
    "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
_MOST_COUNTED = 1_000_000
_WORD_GAP = 'font:7.0pt"timesnewroman"'
_WORD_MARK = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)\]]?|[^\w\s]|[o§\ue000-\uf8ff]")
_COMMENT = re.compile(r"#(?:cmnt|_msocom_)\d+")
_COMMENT_BACK = re.compile(r"#(?:cmnt_ref|_msoanchor_)\d+")
_WORD_LIST = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)


@dataclass(slots=True)
class _List:
    kind: str  # "1", "a", … for numbers, "•" for bullets, "" for a list without marks
    next: int
    step: int


@dataclass(slots=True)
class _Sink:
    """Where finished paragraphs go: the document itself ("body"), or a text in the making."""

    kind: str
    element: etree._Element
    texts: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """One walk through a tree.

    Afterwards ``hidden`` counts what nobody sees, by why; ``tucked`` the same in menus and the like; ``deleted`` the deletions
    inside paragraphs that were left out; ``comments`` and ``pictures`` those.
    """

    rules: Rules
    notes: Notes
    gathering: Gathering
    keep_header: bool = False
    hidden: Counter[str] = field(default_factory=Counter)
    tucked: int = 0
    deleted: int = 0
    comments: int = 0
    pictures: int = 0
    _pieces: list[tuple[Piece, bool]] = field(default_factory=list)  # with whether it is a deletion
    _refs: list[str] = field(default_factory=list)
    _looks: list[Look] = field(default_factory=lambda: [Look()])
    _sinks: list[_Sink] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _tables: list[Table | None] = field(default_factory=list)
    _label: str = ""
    _word_label: bool = False  # Word's own: it belongs to one paragraph, not to a list item
    _level: int = 0
    _heading: int = 0

    def over(self, root: etree._Element) -> None:
        """Walk through ``root`` and all in it."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):  # a comment or an instruction that the parser let through
                if event == "end":
                    self._text(element.tail, self._looks[-1])
                continue
            if event == "start":
                if self._enter(element):
                    self._text(element.text, self._looks[-1])
                else:
                    walker.skip_subtree()
            else:
                self._leave(element)
                if element is not root:
                    self._text(element.tail, self._looks[-1])
        self._flush()

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; False if nothing in it is to be read."""
        tag = element.tag.lower()
        look = look_of(element, self._looks[-1], self.rules)
        self._looks.append(look)
        if tag in _DROPPED or element in self.notes.backs:
            return False
        if _is_comment(element):
            self.comments += tag in {"p", "div"}
            return False
        if tag == "br":
            self._pieces.append((Piece("\n"), False))
        elif tag in {"img", "v:imagedata", "picture"}:
            self.pictures += 1
        elif tag == "q":
            self._text("”", look)
        elif element in self.notes.marks and not look.hidden:
            name, mark = self.notes.marks[element]
            self._trim()
            self._text(note_mark(mark), look)
            self._refs.append(name)
            return False
        style = (element.get("style") or "").lower().replace(" ", "")
        if "mso-list:ignore" in style:
            self._label, self._word_label = label_of(inner(element)), True
            return False
        if _WORD_GAP in style and not inner(element).strip():
            return not self._labelled()
        if tag in _BLOCKS:
            self._flush()
            self._open(tag, element)
        return True

    def _labelled(self) -> bool:
        """Take what stands in the paragraph so far for a list's mark, where it is one; True if it was.

        Word's filtered export has no other sign of a list than the gap of small type between mark and text.
        """
        mark = "".join(piece.text for piece, _ in self._pieces).strip()
        if not _WORD_MARK.fullmatch(mark):
            return False
        self._label, self._level, self._word_label = label_of(mark), 1, True
        self._pieces = []
        return True

    def _open(self, tag: str, element: etree._Element) -> None:
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "p" and (match := _WORD_LIST.search(element.get("style") or "")):
            self._level = int(match[1])
        elif tag == "hr" and self._sink == "body":
            self.gathering.rule()
        elif tag in {"ul", "ol", "menu", "dir"}:
            self._lists.append(self._list(tag, element))
        elif tag == "li":
            self._item(element)
        elif tag == "table":
            self._tables.append(None if self._sink != "body" or arranges(element) else Table())
        elif tag == "tr" and self._table:
            self._table.row()
        if tag in {"td", "th", "caption"} and self._table and self._sink == "body":
            self._sinks.append(_Sink("caption" if tag == "caption" else "cell", element))
        elif element in self.notes.blocks:
            self._sinks.append(_Sink("note", element))
        elif self._sink == "body" and (kind := self._furniture(tag, element)):
            self._sinks.append(_Sink(kind, element))

    def _furniture(self, tag: str, element: etree._Element) -> str:
        """Whether an element is the head or foot of the page: "header", "footer" or ""."""
        if tag == "div":  # LibreOffice writes them so
            title = (element.get("title") or "").lower()
            return title if title in {"header", "footer"} else ""
        if tag not in {"nav", "footer", "header"} or (tag == "header" and self.keep_header):
            return ""
        if any(one.tag in {"article", "main", "section"} for one in element.iterancestors()):
            return ""
        return "footer" if tag == "footer" else "header"

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag.lower()
        if tag == "q" and len(self._looks) > 1:
            self._text("”", self._looks[-1])
        if tag in _BLOCKS:
            self._flush()
            if self._sinks and self._sinks[-1].element is element:
                self._close(self._sinks.pop())
            self._shut(tag)
        self._looks.pop()

    def _shut(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in {"ul", "ol", "menu", "dir"} and self._lists:
            self._lists.pop()
            self._label = ""
        elif tag == "li" or self._word_label:
            self._label, self._word_label = "", False
        elif tag == "table" and self._tables:
            table = self._tables.pop()
            if table:
                if table.caption:
                    self.gathering.paragraph([Piece(table.caption)])
                self.gathering.table(table.rows, table.refs)

    def _close(self, sink: _Sink) -> None:
        text = " ".join(sink.texts)
        if sink.kind == "cell" and self._table:
            self._table.cell(text, sink.refs, span(sink.element, "colspan"), span(sink.element, "rowspan"))
        elif sink.kind == "caption" and self._table:
            self._table.caption = text
        elif sink.kind == "note":
            name = self.notes.blocks[sink.element]
            mark = next(mark for other, mark in self.notes.marks.values() if other == name)
            self.gathering.note(name, mark, text_of_note(text, mark))
        elif sink.kind in {"header", "footer"}:
            for one in sink.texts:
                (self.gathering.header if sink.kind == "header" else self.gathering.footer)(one)

    @property
    def _sink(self) -> str:
        return self._sinks[-1].kind if self._sinks else "body"

    @property
    def _table(self) -> Table | None:
        return self._tables[-1] if self._tables else None

    def _list(self, tag: str, element: etree._Element) -> _List:
        style = (element.get("style") or "").lower().replace(" ", "")
        plain = "list-style:none" in style or "list-style-type:none" in style
        if tag != "ol":
            return _List("" if plain else BULLET, 1, 1)
        kind = next(
            (kind for name, kind in _ORDERS.items() if f"list-style-type:{name}" in style), element.get("type") or "1"
        )
        step = -1 if element.get("reversed") is not None else 1
        first = _whole(element.get("start"), 1 if step > 0 else sum(1 for child in element if child.tag == "li"))
        return _List("" if plain else (kind if kind in {"1", "a", "A", "i", "I"} else "1"), first, step)

    def _item(self, element: etree._Element) -> None:
        if not self._lists:  # an item without a list around it is shown with a bullet
            self._label, self._level = BULLET, 1
            return
        current = self._lists[-1]
        number = _whole(element.get("value"), current.next)
        current.next = number + current.step
        self._level = len(self._lists)
        self._label = f"{counted(number, current.kind)}." if current.kind not in {"", BULLET} else current.kind

    def _text(self, text: str | None, look: Look) -> None:
        """Take in text as it looks; what nobody can see is counted and left out."""
        if not text:
            return
        if why := look.hidden:
            if has_words(text):
                if any(sink.kind in {"header", "footer"} for sink in self._sinks):
                    self.tucked += 1
                else:
                    self.hidden[why] += 1
            return
        if not look.kept:
            text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
        text = raised(text) if look.raised else text
        self._pieces.append((Piece(text, look.struck, look.bold, look.size), look.deleted))

    def _trim(self) -> None:
        """Take the space before a note's mark away: the mark stands directly after its word."""
        if self._pieces:
            piece, deleted = self._pieces[-1]
            self._pieces[-1] = Piece(piece.text.rstrip(" "), piece.struck, piece.bold, piece.size), deleted

    def _flush(self) -> None:
        """End the paragraph in the making and send it where it belongs."""
        pieces, refs = self._pieces, self._refs
        self._pieces, self._refs = [], []
        inked = [deleted for piece, deleted in pieces if piece.text.strip()]
        if any(inked) and not all(inked):
            self.deleted += 1
            pieces = [one for one in pieces if not one[1]]
        told = [piece for piece, _ in pieces]
        if not inked and not refs:
            return
        if self._sinks:
            sink = self._sinks[-1]
            text = " ".join(self.gathering.text(told).split())
            sink.texts.append(f"{self._label} {text}" if self._label and text.strip() else text)
            sink.refs.extend(refs)
            self._label = "" if text.strip() else self._label
            return
        style: LineStyle = "heading" if self._heading else "item" if self._label else "text"
        level = self._heading or (self._level if self._label else 0)
        if self.gathering.paragraph(told, style, level, self._label, refs):
            self._label = ""


def _is_comment(element: etree._Element) -> bool:
    """Whether the element is a reviewer's comment or its mark, as Word and Google's editor export them."""
    if "mso-element:comment" in (element.get("style") or "").replace(" ", "") or "msocom" in (
        element.get("class") or ""
    ):
        return True
    if element.tag not in {"a", "sup", "p"}:
        return False
    # A mark, a raised mark, or a paragraph that begins with the way back to a mark.
    link = element if element.tag == "a" else next((child for child in element if child.tag == "a"), None)
    leads = (link.get("href") or "") if link is not None else ""
    if element.tag == "p":
        return bool(_COMMENT_BACK.fullmatch(leads)) and link is element[0] and not (element.text or "").strip()
    return bool(_COMMENT.fullmatch(leads))


def _whole(written: str | None, otherwise: int) -> int:
    """A whole number as an attribute gives it, or ``otherwise``."""
    bare = (written or "").strip()
    if bare.removeprefix("-").isascii() and bare.removeprefix("-").isdigit() and len(bare) < 9:
        return max(-_MOST_COUNTED, min(int(bare), _MOST_COUNTED))
    return otherwise
