from __future__ import annotations

import difflib
import random
from collections.abc import Callable, Sequence

import pytest
from PIL import Image, ImageChops, ImageOps
from pytesseract import pytesseract

from generator.model import Line
from generator.readers import ocr
from generator.readers.ocr.columns import columns
from generator.readers.ocr.lines import UNSURE, lines_of
from generator.readers.ocr.picture import cleaned, grey, is_blank, resolution, sized, skew
from generator.readers.ocr.tables import Table, filled, grids, unruled
from generator.readers.ocr.words import Box, Word, row_of, rows_of, words_of
from tests.letter_text import ANSWER
from tests.letters import letter_pdf
from tests.scans import pages_of, scanned, text_pdf

PARAGRAPHS = (
    "Kultur- och fritidsnämnden har fått motionen på remiss från kommunstyrelsen och ska svara senast den 14 oktober 2031. "
    "Motionären, Åke Sjölin (V), vill att simhallen i Ekvik hålls öppen även under sommaren, och att avgiften för barn under "
    "tolv år tas bort.",
    "Förvaltningen anser att förslaget är angeläget. Under de tre senaste somrarna har omkring 4 300 barn i kommunen saknat "
    "ett bad på gångavstånd, och köerna till simskolan är längst i de områden där färre familjer har tillgång till bil. Att "
    "hålla hallen öppen i tio veckor kostar 1,2 miljoner kronor, varav hälften är löner.",
    "Samtidigt behöver bassängens reningsverk bytas ut, ett arbete som enligt tekniska förvaltningen bara kan göras när "
    "hallen är tömd. Nämnden bedömer därför att en öppen sommar är möjlig tidigast år 2033, sedan ombyggnaden är färdig. Fram "
    "till dess kan badbussen till Norrsjön gå oftare, och Öster Malms skolbad hyras på lördagar.",
    "Frågan om avgiften är en fråga för hela kommunen. Nämnden föreslår att den prövas i arbetet med nästa års budget, och "
    "att motionen med detta anses besvarad.",
)
WORDS = " ".join(PARAGRAPHS).split()
GOAL = 0.985


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """A page of a letter at 300 dots to the inch, its text in the upper half."""
    whole = pages_of(text_pdf(PARAGRAPHS))[0]
    return whole.crop((0, 150, whole.width, 1650))


def _text(lines: Sequence[Line]) -> list[str]:
    return " ".join(line.text for line in lines).split()


def _share(read: Sequence[str], wanted: Sequence[str] = WORDS) -> float:
    """The share of the wanted words that were read, in their order."""
    matcher = difflib.SequenceMatcher(None, wanted, read, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)


def _peppered(picture: Image.Image) -> Image.Image:
    """The page with lone black and white dots, as an old fax has them."""
    dots = Image.frombytes("L", picture.size, random.Random(7).randbytes(picture.width * picture.height))  # noqa: S311 - grain
    dark, light = ([255 if value in one else 0 for value in range(256)] for one in (range(3), range(253, 256)))
    return ImageChops.add(ImageChops.subtract(picture, dots.point(dark)), dots.point(light))


def _shaded(picture: Image.Image) -> Image.Image:
    """The page under a shadow that grows towards one side, as at the spine of a book."""
    ramp = Image.linear_gradient("L").rotate(90).resize(picture.size)
    return ImageChops.multiply(picture, ramp.point([90 + value * 165 // 255 for value in range(256)]))


SCANS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "clean": lambda page: page,
    "skewed": lambda page: scanned(page, skew=1.5),
    "skewed far the other way": lambda page: scanned(page, skew=-4.5, noise=15),
    "noisy": lambda page: scanned(page, noise=60, blur=1),
    "faint": lambda page: scanned(page, ink=120, paper=225, noise=40, blur=1, skew=0.8),
    "on grey paper": lambda page: scanned(page, paper=200, ink=60, noise=25, blur=0.8),
    "on its side": lambda page: scanned(page, turn=90, skew=0.7),
    "on its other side": lambda page: scanned(page, turn=270),
    "upside down": lambda page: scanned(page, turn=180, noise=20),
    "peppered": _peppered,
    "shaded": _shaded,
    "negative": ImageOps.invert,
}


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("kind", SCANS)
def test_a_scan_gives_its_words(page: Image.Image, kind: str) -> None:
    """Of the words of a 300-dpi scan of a letter at least 98.5 % are read right and in order, however it was scanned."""
    read = ocr.recognise(SCANS[kind](page), 1, 300)
    assert _share(_text(read.lines)) >= GOAL
    assert read.words == len(_text(read.lines))
    assert read.unsure == sum(len(line.restored) for line in read.lines) <= 0.1 * read.words


@pytest.mark.usefixtures("tesseract")
def test_a_stamp_takes_no_word_away() -> None:
    """A registrar's stamp in the corner leaves the letter's words as they are."""
    whole = pages_of(text_pdf(PARAGRAPHS))[0]
    read = _text(ocr.recognise(scanned(whole, stamp=True, skew=0.5, noise=15, blur=0.6), 1, 300).lines)
    assert _share(read) >= GOAL
    assert "registraturen" in " ".join(read)


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("dpi", [150, 600])
def test_another_resolution_gives_its_words(page: Image.Image, dpi: int) -> None:
    """A page scanned at half or twice the usual resolution gives the same words, also where the file does not say which."""
    other = page.resize((page.width * dpi // 300, page.height * dpi // 300), Image.Resampling.BICUBIC)
    assert _share(_text(ocr.recognise(other, 1, dpi).lines)) >= GOAL


@pytest.mark.usefixtures("tesseract")
def test_every_letter_with_dots_is_read(page: Image.Image) -> None:
    """Every word with å, ä or ö in it is read letter for letter."""
    wanted = [word for word in WORDS if set("åäöÅÄÖ") & set(word)]
    read = set(_text(ocr.recognise(scanned(page, noise=30, blur=0.8), 1, 300).lines))
    assert len(wanted) > 40
    assert [word for word in wanted if word not in read] == []


@pytest.mark.usefixtures("tesseract")
def test_the_scan_of_a_letter_keeps_its_shape() -> None:
    """Headings, items, columns and the rows of a ruled table come out of a scan as such, and no line mixes two columns."""
    pages = [scanned(page, skew=0.6, noise=20, blur=0.7) for page in pages_of(letter_pdf(ANSWER))]
    read = [ocr.recognise(page, number, 300) for number, page in enumerate(pages, 1)]
    lines = [line for page in read for line in page.lines]
    headings = {line.text for line in lines if line.style == "heading"}
    assert {piece.text for piece in ANSWER.pieces if piece.sort == "heading"} <= headings
    table = next(piece.rows for piece in ANSWER.pieces if piece.sort == "table")
    assert tuple(line.cells for line in lines if line.style == "row") == table
    assert {line.level for line in lines if line.style == "row"} == {1}
    items = [piece.text for piece in ANSWER.pieces if piece.sort == "item" and piece.text.startswith("•")]
    assert [line.text for line in lines if line.style == "item"] == items
    (left,) = [number for number, line in enumerate(lines) if line.text.startswith("Ärendet har beretts inom")]
    (right,) = [number for number, line in enumerate(lines) if line.text.startswith("Föreningarna vid Norrsjön")]
    assert not any("Föreningarna" in line.text for line in lines[left:right])
    assert {line.opens for line in lines[left + 1 : right]} == {False}
    (names,) = [line.text for line in lines if "Rut Malmsten" in line.text]
    assert names.split("   ") == ["Rut Malmsten", "Elof Brännlund"]
    assert [line.number for line in read[0].lines] == list(range(1, len(read[0].lines) + 1))


@pytest.mark.usefixtures("tesseract")
def test_a_photograph_is_given_up() -> None:
    """A picture with no text in it gives no lines, and is not called blank."""
    shapes = Image.effect_mandelbrot((900, 700), (-2, -1.5, 1, 1.5), 60)
    assert ocr.recognise(shapes, 1, 100) == ocr.Recognised()


@pytest.mark.usefixtures("tesseract")
def test_recognition_that_takes_too_long_gives_the_page_up(page: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which Tesseract does not finish in time gives no lines, and none of anybody's words about it."""
    monkeypatch.setattr(ocr, "TIME_LIMIT", 0.01)
    assert ocr.recognise(page, 1, 300) == ocr.Recognised()


@pytest.mark.parametrize("noise", [0, 60])
def test_an_empty_page_is_blank(noise: int) -> None:
    """A page of paper and its grain is blank, and recognition is not asked."""
    empty = scanned(Image.new("L", (1240, 1754), 255), paper=215, noise=noise)
    assert ocr.recognise(empty, 1, 150) == ocr.Recognised(blank=True)


def test_a_page_with_one_short_line_is_not_blank(page: Image.Image) -> None:
    """A single word is enough for a page not to be blank, in dark on light or light on dark."""
    one = Image.new("L", (2480, 3508), 255)
    one.paste(page.crop((290, 140, 700, 200)), (400, 900))
    assert not is_blank(one)
    assert not is_blank(ImageOps.invert(one))


def test_nothing_tunes_tesseract_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the environment only what Tesseract needs to start reaches it, and it runs on one core."""
    monkeypatch.setattr(pytesseract, "environ", {"PATH": "/bin", "OMP_THREAD_LIMIT": "8", "SCROLLVIEW_PATH": "x"})
    ocr._settle()
    assert pytesseract.environ == {"PATH": "/bin", "OMP_THREAD_LIMIT": "1"}


@pytest.mark.parametrize("fault", [OSError, SystemExit])
def test_a_tesseract_that_does_not_answer_is_not_there(monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]) -> None:
    """Where the program is missing, or older than the wrapper can use, recognition is not available."""

    def refuse(**_: object) -> str:
        raise fault

    for asked in (ocr.installed, ocr.available):
        asked.cache_clear()
    try:
        monkeypatch.setattr(pytesseract, "get_tesseract_version", refuse)
        assert not ocr.available()
        assert ocr.version() == ""
    finally:
        for asked in (ocr.installed, ocr.available):
            asked.cache_clear()


# --- the picture --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [-5.0, -1.5, -0.3, 0.0, 0.4, 2.0, 5.5])
def test_skew_is_measured_to_a_tenth_of_a_degree(page: Image.Image, degrees: float) -> None:
    """The angle a page must be turned back by is the one it was turned by."""
    assert skew(scanned(page, skew=degrees, noise=30)) == pytest.approx(-degrees, abs=0.11)


@pytest.mark.parametrize(
    ("size", "dpi", "wanted"),
    [((2480, 3508), 300, 300.0), ((2480, 3508), 72, 300.1), ((2480, 3508), 0, 300.1), ((1240, 1754), 150, 150.0), ((3000, 4000), 1, 342.2)],
)
def test_a_resolution_that_no_paper_has_is_not_believed(size: tuple[int, int], dpi: int, wanted: float) -> None:
    """Where a file's resolution would make a page of half a metre or a stamp, its long side is taken for an A4's."""
    assert resolution(size, dpi) == pytest.approx(wanted, abs=0.05)


def test_a_very_large_picture_is_made_smaller() -> None:
    """No picture of more than forty million dots is handed to recognition."""
    made = sized(Image.new("L", (9000, 8000), 255), 300)
    assert made.width * made.height <= 40_100_000


def test_what_is_clean_is_left_as_it_is(page: Image.Image) -> None:
    """A clean page is handed on dot for dot: smoothing it would cost letters."""
    assert cleaned(page).tobytes() == page.tobytes()


def test_what_is_seen_through_is_paper() -> None:
    """A dot that is see-through is white, whatever colour lies under it."""
    assert grey(Image.new("RGBA", (2, 2), (0, 0, 0, 0))).tobytes() == bytes([255] * 4)


# --- words, columns, tables ---------------------------------------------------------------------------------------


def _row(y: int, *words: tuple[int, str], confidence: float = 96.0, block: int = 1) -> list[Word]:
    """Words of forty-pixel type that stand at ``y``, each beginning at its place across the page."""
    return [Word(text, Box(x, y - 27, x + 18 * len(text), y), confidence, block, 1, y) for x, text in words]


def _lines(*rows: list[Word]) -> list[Line]:
    return list(lines_of(columns(rows_of(tuple(word for row in rows for word in row))), (), 1)[0])


def test_an_unsure_word_is_marked_as_it_stands() -> None:
    """A word under the confidence is marked where it stands, as unsure, with its letters unchanged."""
    words = [*_row(100, (100, "Nämnden")), *_row(100, (240, "avsatyrker"), confidence=UNSURE - 1)]
    (line,) = lines_of((row_of(words),), (), 3)[0]
    (mark,) = line.restored
    assert line.text[mark.start : mark.end] == mark.original == "avsatyrker"
    assert (mark.sure, mark.by, line.page) == (False, "ocr", 3)


def test_a_table_that_cannot_be_read_gives_no_words() -> None:
    """Rows of Tesseract's answer that are cut short are left out."""
    picture = Image.new("L", (200, 60), 255)
    answer = "level\tpage\n5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t93.5\tMotion\n5\t1\t1\t1\t1\t2\t70\t10\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n"
    words, rules = words_of(answer, picture)
    assert ([word.text for word in words], rules) == (["Motion"], ())


def test_columns_of_text_that_were_read_across_are_taken_apart() -> None:
    """Rows with a gutter at one place and much text on both sides are two columns, the left one first."""
    rows = [_row(100 + 50 * n, (100, f"vänster{n} spalten"), (400, "går vidare"), (700, f"höger{n} spalten"), (1000, "går också")) for n in range(3)]
    assert [line.text.split()[0] for line in _lines(*rows)] == ["vänster0", "vänster1", "vänster2", "höger0", "höger1", "höger2"]


def test_columns_of_little_text_stay_on_their_row() -> None:
    """Names over titles stand three spaces apart on their row, and are not made into columns."""
    rows = [_row(100, (100, "Siv"), (172, "Ek"), (700, "Bo"), (754, "Ål")), _row(150, (100, "ordförande"), (700, "sekreterare"))]
    assert [line.text for line in _lines(*rows)] == ["Siv Ek   Bo Ål", "ordförande   sekreterare"]


def test_a_wide_gap_in_one_sentence_is_no_column() -> None:
    """A gap that stands on a single row takes nothing apart."""
    full = (100, "Nämnden"), (244, "har"), (316, "behandlat"), (496, "frågan"), (622, "om"), (676, "hallarna"), (838, "under"), (946, "våren")
    rows = [_row(100, *full), _row(150, (100, "Nämnden"), (244, "har"), (500, "frågan"), (622, "om"), (676, "hallarna")), _row(200, *full)]
    assert len(_lines(*rows)) == 3


@pytest.mark.parametrize(("low", "wanted"), [(True, "• Nämnden avslår motionen"), (False, "e Nämnden avslår motionen")])
def test_a_low_mark_at_the_head_of_a_line_is_a_bullet(*, low: bool, wanted: str) -> None:
    """A round mark lower than the letters is a bullet whatever letter it was read as; a letter is the letter."""
    mark = Word("e", Box(60, 84, 70, 94) if low else Box(60, 80, 80, 100), 70.0, 1, 1, 100)
    (line,) = _lines([mark, *_row(100, (100, "Nämnden"), (240, "avslår"), (360, "motionen"))])
    assert line.text == wanted


@pytest.mark.parametrize(("width", "wanted"), [(20, "–"), (38, "—")])
def test_a_dash_is_as_long_as_it_is(width: int, wanted: str) -> None:
    """A dash of half a letter's height is an en dash, though the model reads all as em dashes."""
    words = [*_row(100, (100, "Norrköping")), Word("—", Box(300, 88, 300 + width, 91), 95.0, 1, 1, 100), *_row(100, (360, "Linköping"))]
    assert _lines(words)[0].text == f"Norrköping {wanted} Linköping"


def _ruled(across: Sequence[int], down: Sequence[int]) -> tuple[Image.Image, list[Box]]:
    """A picture of a grid of rules, and the rules."""
    picture = Image.new("L", (900, 500), 255)
    boxes = [Box(across[0], y, across[-1], y + 3) for y in down] + [Box(x, down[0], x + 3, down[-1]) for x in across]
    for box in boxes:
        picture.paste(0, (box.left, box.top, box.right, box.bottom))
    return picture, boxes


def _tables(picture: Image.Image, words: list[Word], rules: list[Box]) -> list[Table]:
    return [table for grid in grids(picture, 255, rules) if (table := filled(grid, words))]


def test_a_grid_without_words_is_no_table() -> None:
    """A grid in which fewer than two columns or two rows hold words is no table, and without its rules nothing is left of it."""
    picture, rules = _ruled((50, 350, 800), (50, 150, 250))
    (grid,) = grids(picture, 255, rules)
    assert filled(grid, _row(110, (80, "Svar"), (400, "Datum"))) is None
    assert set(unruled(picture, 255, grid).tobytes()) == {255}


def test_a_rule_that_tesseract_missed_still_parts_two_rows() -> None:
    """Rows are parted where the picture has a rule, also where Tesseract names none."""
    picture, rules = _ruled((50, 350, 800), (50, 150, 250, 350))
    words = [*_row(110, (80, "Svar"), (400, "Datum")), *_row(210, (80, "Bifall"), (400, "maj")), *_row(310, (80, "Avslag"), (400, "juni"))]
    missed = [rule for rule in rules if rule.top != 150]
    (table,) = _tables(picture, words, missed)
    lines = lines_of((), (table,), 1)[0]
    assert [line.cells for line in lines] == [("Svar", "Datum"), ("Bifall", "maj"), ("Avslag", "juni")]
    assert [line.text for line in lines] == ["Svar\tDatum", "Bifall\tmaj", "Avslag\tjuni"]


def test_the_lines_of_a_cell_are_joined_and_an_empty_cell_is_empty() -> None:
    """A cell of two lines has them with a space between, marks in the right place; a cell without words is ""."""
    picture, rules = _ruled((50, 350, 800), (50, 200, 350))
    words = [*_row(110, (80, "Norra")), *_row(160, (80, "nämnden"), confidence=10), *_row(110, (400, "Bifall")), *_row(300, (400, "Avslag"))]
    (table,) = _tables(picture, words, rules)
    first, second = lines_of((), (table,), 1)[0]
    assert first.cells == ("Norra nämnden", "Bifall")
    assert [first.text[mark.start : mark.end] for mark in first.restored] == ["nämnden"]
    assert second.cells == ("", "Avslag")


@pytest.mark.parametrize(("across", "down"), [((50, 800), (50, 350)), ((50, 800), (50, 200, 350)), ((50, 400, 800), (50, 350))])
def test_a_frame_is_no_table(across: Sequence[int], down: Sequence[int]) -> None:
    """A frame, a frame of one column and a frame of one row are no tables."""
    picture, rules = _ruled(across, down)
    assert _tables(picture, [*_row(110, (80, "Till")), *_row(310, (500, "nämnden"))], rules) == []


def test_doubt_is_told_of() -> None:
    """Many unsure words are a finding, a few are not, and each page given up is one."""
    from generator.model import Document

    few = Document("a.png", "0", "image/png", (), words=1000, unsure_words=20)
    many = Document("a.png", "0", "image/png", (), words=1000, unsure_words=21, unread=(2, 5))
    assert ocr.remarks(few) == ()
    assert [finding.code for finding in ocr.remarks(many)] == ["F125", "F125", "F138"]
    assert (ocr.quality(1000, 20), ocr.quality(0, 0)) == (0.98, 1.0)
