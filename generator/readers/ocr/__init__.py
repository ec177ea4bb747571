"""A picture of a page → lines, by Tesseract's Swedish model, where it is installed.

Recognition is optional: without the program everything here imports, and ``available`` says no. Only the Swedish model is
used: with the English one beside it words lose å, ä and ö.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image
from pytesseract import pytesseract

from generator.findings import found
from generator.model import Document, Finding, Line
from generator.readers.ocr.columns import columns
from generator.readers.ocr.lines import lines_of
from generator.readers.ocr.picture import DPI, cleaned, grey, is_blank, levelled, paper, sized
from generator.readers.ocr.tables import Grid, Table, filled, grids, unruled
from generator.readers.ocr.words import Box, Word, rows_of, words_of

LANGUAGE = "swe"
TIME_LIMIT = 120  # seconds for one run of Tesseract; a dense page takes three on an idle core
_WHOLE_PAGE, _ONE_BLOCK = 3, 6  # Tesseract's names (--psm) for how it is to divide a picture
_GOOD = 80.0  # mean confidence from which a page stands the right way up: turned pages get under 60
_POOR = 45.0  # mean confidence under which what was recognised is no text: pictures, handwriting, a page turned askew
_TURN_SURE = 1.0  # Tesseract's own confidence in a turn, from which it is tried first
_FEW = 0.02  # share of unsure words that the marks on the page tell of well enough
# What Tesseract needs to start, and nothing that tunes it: a build gives the same text whoever runs it.
_NEEDED = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What recognition made of one page: its lines, how many words they hold, and how many of those it is unsure of.

    A row's ``level`` is the number of its table on the page.
    No lines: the page is ``blank``, or recognition gave it up.
    """

    lines: tuple[Line, ...] = ()
    words: int = 0
    unsure: int = 0
    blank: bool = False


@cache
def installed() -> str:
    """The version of Tesseract, "" where it is not installed or older than the wrapper can use; asked once."""
    _settle()
    try:
        return str(pytesseract.get_tesseract_version())
    except (OSError, SystemExit):  # the wrapper refuses an old version by leaving the program
        return ""


@cache
def available() -> bool:
    """Whether Tesseract and its Swedish model are installed; asked once."""
    if not installed():
        return False
    try:
        return LANGUAGE in pytesseract.get_languages()
    except OSError:
        return False


def version() -> str:
    """The version of Tesseract that recognises, "" where it is not available: another version may read other words."""
    return installed() if available() else ""


def quality(words: int, unsure: int) -> float:
    """The share of words that were read without doubt; 1 where there are no words."""
    return 1 - unsure / words if words else 1.0


def remarks(document: Document) -> tuple[Finding, ...]:
    """What staff should know of a document with recognised pages: F125 for each page given up, F138 for many unsure words."""
    found_pages = tuple(found("F125", document.file, page=page) for page in document.unread)
    if document.unsure_words <= _FEW * document.words:
        return found_pages
    return (*found_pages, found("F138", document.file, unsure=document.unsure_words, words=document.words))


def recognise(image: Image.Image, page: int, dpi: int) -> Recognised:
    """The text in the picture of page ``page``; ``dpi`` is its dots per inch, 0 where nobody knows.

    The picture may lie on its side or upside down, and be askew by up to six degrees. Recognition that fails, takes too
    long or makes nothing readable gives no lines.
    """
    _settle()
    upright = cleaned(sized(grey(image), dpi))
    if is_blank(upright):
        return Recognised(blank=True)
    best: _Reading | None = None
    try:
        best = _read(upright)
        if best.trust < _GOOD:
            for turn in _turns(upright):
                best = max(best, _read(upright.rotate(turn, expand=True)), key=lambda reading: reading.weight)
                if best.trust >= _GOOD:
                    break
    except RuntimeError:  # Tesseract failed, or did not finish in time
        if best is None:
            return Recognised()
    if best.trust < _POOR:
        return Recognised()
    ruled = [(grid, table) for grid in grids(best.picture, paper(best.picture), best.rules) if (table := _table(best, grid))]
    running = tuple(word for word in best.words if not any(grid.holds(word) for grid, _ in ruled))
    return Recognised(*lines_of(columns(rows_of(running)), [table for _, table in ruled], page))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One run of recognition: the picture it saw, what it found there, and how far to trust it (0 to 100)."""

    picture: Image.Image
    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    trust: float

    @property
    def weight(self) -> float:
        """How much text there is that can be trusted."""
        return sum(len(word.text) for word in self.words if word.confidence >= _GOOD)


def _read(picture: Image.Image) -> _Reading:
    level = levelled(picture)
    words, rules = words_of(_told(level, _WHOLE_PAGE), level)
    return _Reading(level, words, rules, _trust(words))


def _table(reading: _Reading, grid: Grid) -> Table | None:
    """The table in a grid: as read with the page, or as read again without its rules, whichever is the surer."""
    words = [word for word in reading.words if grid.holds(word)]
    table = filled(grid, words)
    if table is None:
        return None
    alone = unruled(reading.picture, paper(reading.picture), grid)
    try:
        again, _ = words_of(_told(alone, _ONE_BLOCK), alone, (grid.box.left, grid.box.top))
    except RuntimeError:
        return table
    return filled(grid, again) if _trust(again) > _trust(words) else table


def _told(picture: Image.Image, layout: int) -> str:
    """Tesseract's table of the words in a picture; RuntimeError where it fails or takes too long."""
    picture.format = "PPM"  # what the wrapper writes for Tesseract; packing it would take longer than reading it
    return str(pytesseract.image_to_data(picture, lang=LANGUAGE, config=f"--psm {layout} --dpi {DPI}", timeout=TIME_LIMIT))


def _trust(words: Sequence[Word]) -> float:
    """The mean confidence of the words' letters; 0 where there are no words."""
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0


def _turns(picture: Image.Image) -> list[int]:
    """The quarter turns (degrees counter-clockwise) to try, the one that Tesseract believes in first."""
    turns = [90, 270, 180]
    try:
        said = pytesseract.image_to_osd(picture, config=f"--dpi {DPI}", timeout=TIME_LIMIT, output_type=pytesseract.Output.DICT)
    except RuntimeError:  # too little text to tell, or its model for turns is missing
        return turns
    turn = -int(said.get("rotate", 0)) % 360
    return [turn, *(other for other in turns if other != turn)] if turn else turns


def _settle() -> None:
    """Give the wrapper an environment in which Tesseract runs on one core and is tuned by nothing else."""
    inherited = pytesseract.environ
    pytesseract.environ = {name: inherited[name] for name in _NEEDED if name in inherited} | {"OMP_THREAD_LIMIT": "1"}
