"""RTF tokens → lines: groups on a stack of our own, each with its destination and its look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.readers.delivery import UnreadableError
from generator.readers.gathering import Piece, has_words, raised
from generator.readers.rtf.flow import Flow
from generator.readers.rtf.tokens import SIGNS, SYMBOLS, Token, codepage, meant

_DEEPEST = 5000  # groups in groups; Word itself writes some tens
_LARGE = 20_000  # bytes of a picture that is more than a line or a logo
_ENCODINGS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

# Destinations whose text is text of the document, each to be gathered in its own way. Any other destination is stepped over.
_GATHERED = {
    "footnote": "note", "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "listtext": "label", "pntext": "label", "fldinst": "field", "fonttbl": "fonts", "colortbl": "colours", "stylesheet": "styles",
    "shptxt": "box", "dptxbxtext": "box", "fldrslt": "same", "result": "same", "shp": "same", "field": "same", "object": "object",
}  # fmt: skip
_SKIPPED = {
    "info", "pict", "objdata", "nonshppict", "shprslt", "annotation", "atnid", "atnauthor", "xe", "tc", "tcn", "rxe",
    "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "latentstyles", "bkmkstart",
    "bkmkend", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonesttables", "private", "template", "passwordhash",
    "do", "sp", "sn", "sv", "pn", "keywords", "comment", "operator", "pgdsctbl", "pgdscno", "objclass", "objname", "formfield",
    "txe", "falt", "panose", "fontemb", "mmath", "background", "userprops", "docvar", "wgrffmtfilter", "blipuid", "picprop",
}  # fmt: skip
_THROUGH = {"shpinst", "shp", "do", "dptxbx", "shpgrp"}  # starred, or stepped over, but with text boxes inside
# Words that switch a look on, or with a nought off.
_FLAGS = {
    "v": "hidden", "deleted": "deleted", "mvf": "deleted", "revised": "revised", "mvt": "revised", "strike": "struck", "striked": "struck",
    "b": "bold",
}  # fmt: skip
_NUMBERS_OF_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class _Group:
    """What holds inside one group; a new group begins as a copy of the one around it."""

    into: str = "body"
    outer: str = "body"  # where the text of \\ud goes
    opened: bool = False  # whether this group is the destination's own
    font: int | None = None
    skip: int = 1  # characters that stand after \\u for programs of old
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    struck: bool = False
    raised: bool = False
    bold: bool = False
    white: bool = False
    shaded: bool = False  # on a ground of its own
    size: float = 12.0


@dataclass(slots=True)
class Walk:
    """One walk through the tokens. Afterwards the counts tell what was left out of the text."""

    file: str
    flow: Flow
    hidden: int = 0
    deleted: int = 0
    revised: int = 0
    comments: int = 0
    objects: int = 0
    pictures: int = 0
    left_open: int = 0
    _groups: list[_Group] = field(default_factory=list)
    _now: _Group = field(default_factory=_Group)
    _bytes: bytearray = field(default_factory=bytearray)
    _passing: int = 0  # characters to step over after \\u
    _high: int = 0  # the first half of a character beyond U+FFFF
    _star: bool = False
    _begun: bool = False  # whether the group has just been opened
    _skipped: int = 0  # bytes in the destination that is stepped over
    _field: str = ""
    _row_shaded: bool = False
    _backdrop: bool = False  # the pages have a ground of their own
    _was: tuple[bool, bool, bool] = (False, False, False)

    def over(self, stream: Iterable[Token]) -> None:
        """Walk through all tokens, to the brace that closes the first."""
        for token in stream:
            begun, self._begun = self._begun, False
            if token.kind in {"text", "byte"}:
                self._take(token)
                continue
            if token.kind == "open":
                self._decode()
                self._open()
            elif token.kind == "close":
                self._decode()
                if self._close():
                    break
            elif self._passing and token.kind in {"sign", "word"} and token.word != "u":
                self._passing -= 1
            elif token.kind == "sign":
                self._sign(token.data, begun=begun)
            elif token.kind == "word":
                if token.word != "u":
                    self._decode()
                self._word(token.word, token.number, begun=begun or self._star)
            else:
                self._skipped += token.size
                self._passing = max(0, self._passing - 1)
            if token.kind != "sign" or token.data != b"*":
                self._star = False
        self.left_open = len(self._groups)
        self._decode()
        self.flow.finish()

    # --- groups -----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise UnreadableError("F123", self.file, why=f"mer än {_DEEPEST} grupper i varandra")
        self._groups.append(self._now)
        self._now = replace(self._now, opened=False)
        self._begun, self._passing = True, 0

    def _close(self) -> bool:
        """End a group; True if it was the outermost."""
        if not self._groups:
            return True
        ended, self._now = self._now, self._groups.pop()
        self._passing = 0
        if ended.opened:
            if ended.into in {"note", "header", "footer", "label", "box"}:
                self.flow.end_side()
            elif ended.into == "skip":
                self.pictures += self._skipped > _LARGE
                self._skipped = 0
        if ended.into == "styles" and not ended.opened:
            self.flow.tables.style_end()
        return not self._groups

    def _destination(self, word: str, *, starred: bool) -> bool:
        """Go to another destination, if the word names one; True if it did."""
        now = self._now
        if now.into == "skip":
            if word in {"shptxt", "dptxbxtext"} and now.outer in {"body", "note"}:
                now.into, now.opened = "box", True
                self.flow.begin_side("box")
                return True
            if word == "ud":
                now.into = now.outer
                return True
            return word in _GATHERED
        if word == "upr" or word in _SKIPPED or (starred and word not in _GATHERED):
            self.comments += word == "annotation"
            self.objects += word == "objdata"
            self._backdrop = self._backdrop or word == "background"
            # The plain text inside \upr is the poorer twin of what \ud has.
            within = now.into if word == "upr" or word in _THROUGH else ""
            now.into, now.outer, now.opened = "skip", within, word != "upr"
            self._skipped = 0
            return True
        if word not in _GATHERED:
            return False
        into = _GATHERED[word]
        if into in {"same", "object"}:
            if (
                word == "fldrslt"
                and self._field.split(maxsplit=1)[:1]
                and self._field.split()[0].upper() in _NUMBERS_OF_PAGES
            ):
                now.into, now.opened = "skip", True
            return True
        now.into, now.opened = into, True
        if into == "field":
            self._field = ""
        elif into not in {"fonts", "styles", "colours"}:
            self.flow.begin_side(into)
            now.raised = now.hidden = now.struck = False
        return True

    # --- characters -------------------------------------------------------------------------------------------

    def _take(self, token: Token) -> None:
        data = token.data
        if self._passing:
            stepped = min(self._passing, len(data))
            data, self._passing = data[stepped:], self._passing - stepped
        if self._now.into == "skip":
            self._skipped += len(data)
        else:
            self._bytes += data

    def _decode(self) -> None:
        """Turn the bytes that have come together into text."""
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        self._text(meant(data, self.flow.tables.encoding_of(self._now.font)))

    def _unicode(self, number: int) -> None:
        self._decode()
        self._passing = self._now.skip
        unit = number & 0xFFFF
        if 0xD800 <= unit < 0xDC00:
            self._lone()
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            high, self._high = self._high, 0
            self._text(chr(0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00) if high else "�")
        else:
            self._text(chr(unit))

    def _lone(self) -> None:
        if self._high:
            self._high = 0
            self._text("�")

    def _text(self, text: str) -> None:
        now = self._now
        self._lone()
        if now.into == "skip":
            return
        if now.into == "styles":
            self.flow.tables.style_text(text)
        elif now.into == "colours":
            self.flow.tables.colour_text(text)
        elif now.into == "field":
            self._field = (self._field + text)[:400]
        elif now.into != "fonts":
            unseen = now.hidden or (now.white and not self._on_ground())
            state = (unseen, now.deleted, now.revised)
            if has_words(text):
                self._count(state)
            if not (unseen or now.deleted) or now.into == "label":
                text = raised(text) if now.raised else text
                self.flow.paragraph.pieces.append(Piece(text, now.struck, now.bold, now.size))

    def _on_ground(self) -> bool:
        """Whether the text may stand on something that is not white: white letters are then as good as any."""
        return (
            self._now.shaded
            or self._now.into == "box"
            or self._backdrop
            or self.flow.paragraph.shaded
            or (self._row_shaded and self.flow.paragraph.in_table)
        )

    def _count(self, state: tuple[bool, bool, bool]) -> None:
        """Count stretches of hidden, deleted and inserted text, not every piece of them."""
        hidden, deleted, revised = (one and not before for one, before in zip(state, self._was, strict=True))
        self.hidden += hidden
        self.deleted += deleted
        self.revised += revised
        self._was = state

    def _sign(self, sign: bytes, *, begun: bool) -> None:
        if sign == b"*":
            self._star = begun
        elif sign in SYMBOLS:
            self._decode()
            self._text(SYMBOLS[sign])

    # --- words ------------------------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None, *, begun: bool) -> None:
        if word == "u" and number is not None:
            self._unicode(number)
        elif (begun or word == "ud") and self._destination(word, starred=self._star):
            pass
        elif self._now.into == "fonts":
            self.flow.tables.font_word(word, number)
        elif self._now.into == "styles":
            self.flow.tables.style_word(word, number)
        elif self._now.into == "colours":
            self.flow.tables.colour_word(word, number)
        elif word in SIGNS:
            self._text(SIGNS[word])
        elif not self._look(word, number) and self._now.into != "skip" and not self._setting(word, number):
            self._structure(word)

    def _look(self, word: str, number: int | None) -> bool:
        """A word that changes how characters look; True if it was one."""
        now, on = self._now, number != 0
        if word in _FLAGS:
            setattr(now, _FLAGS[word], on)
        elif word == "uc":
            now.skip = max(0, min(number if number is not None else 1, 20))
        elif word == "f":
            now.font = number
        elif word in {"super", "nosupersub", "sub"}:
            now.raised = word == "super" and on
        elif word == "cf":
            now.white = number in self.flow.tables.whites
        elif word in {"highlight", "cb", "chcbpat", "chshdng"}:
            now.shaded = bool(number)
        elif word == "fs":
            now.size = (number or 24) / 2
        elif word == "plain":
            now.font, now.size = self.flow.tables.default_font, 12.0
            now.hidden = now.struck = now.raised = now.bold = now.deleted = now.revised = now.white = now.shaded = False
        else:
            return False
        return True

    def _setting(self, word: str, number: int | None) -> bool:
        """A word that changes the paragraph or the document; True if it was one."""
        if word in _ENCODINGS:
            self.flow.tables.encoding = _ENCODINGS[word]
        elif word == "ansicpg" and number:
            self.flow.tables.encoding = codepage(number)
        elif word == "deff":
            self.flow.tables.default_font = self._now.font = number
        elif word == "aftnnrlc":
            self.flow.roman = True
        elif word == "trowd":
            self._row_shaded = False
            self.flow.begin_row()
        elif word == "cellx" and number is not None:
            self.flow.edge(number)
        elif word in {"clcbpat", "trcbpat", "clshdng", "clcbpatraw"}:
            self._row_shaded = self._row_shaded or bool(number)
        else:
            return self.flow.paragraph.set(word, number)
        return True

    def _structure(self, word: str) -> None:
        """A word that ends something, or stands for something that is counted."""
        if word in {"par", "sect", "page", "column"}:
            if not (self._now.deleted and word == "par"):
                self.flow.end_paragraph()
        elif word == "cell":
            self.flow.end_cell()
        elif word == "nestcell":
            self.flow.into_cell()
        elif word == "row":
            self.flow.end_row()
        elif word == "chftn":
            self.flow.note_mark()
        elif word == "ftnalt":
            self.flow.endnote()
