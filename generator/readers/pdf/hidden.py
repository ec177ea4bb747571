"""Text that is in a page but not on it: every glyph's box is held against the page as it looks with and without its text.

Where taking all text away changes nothing inside a glyph's box, nobody sees that glyph: it lies under a box or a picture,
off the page, in a layer that is switched off, or is not drawn at all. A glyph in the very colour of what lies behind it is
as hidden although other text may show there. What looks hidden at low resolution is looked at again at a higher one, so that
thin and pale type is not taken for hidden. (Measured before: glyph boxes against pixels find all planted kinds.)

The exception is a scan with a layer of recognised text: there the letters are seen in the picture under the layer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from generator.readers.pdf.glyphs import Face, Frame, Glyph

_TINY = 2.0  # points: smaller type is not for reading
_CLEAR = 13  # of 255: fainter than this is as good as transparent
_CHANGE = 14  # of 255 by which ink changes a pixel, at low resolution
_SURE_CHANGE = 8  # the same at high resolution, on any channel
_SAME = 10  # of 255 within which two colours look the same
_FINE = 4.0  # pixels a point, at high resolution
_MOST_PIXELS = 4_000_000
_COMPANY = 2.5  # em within which hidden letters are of one word or line: one by itself is a speck
_INK = 40  # of 255 between paper and ink of a picture under recognised text
_LAYER = 0.5  # share of the page that is picture where recognised text may lie
_ON_INK = 0.8  # share of recognised letters that lie on ink
_REPEATED = 0.3  # em within which the same letter says the same once more
_BESIDE = 8  # letters in a row beside all ink: no speck is read as so much

OFF, UNDRAWN, CLEAR, TINY, SAME, COVERED = (
    "text utanför sidan",
    "text som inte ritas",
    "genomskinlig text",
    "text mindre än två punkter",
    "text i bakgrundens färg",
    "täckt eller avstängd text",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a page's glyphs is seen, in ``glyphs``. ``kinds`` names each kind of hidden text.

    ``layer`` holds the seen glyphs and those of recognised text that lies over a picture, where the page has such text.
    ``ink`` is the share of the page's pixels that are dark.
    """

    glyphs: tuple[Glyph, ...]
    kinds: tuple[str, ...] = ()
    layer: tuple[Glyph, ...] = ()
    ink: float = 0.0


@dataclass(frozen=True, slots=True)
class Views:
    """A page as it looks, and as it looks without its text, at so many pixels a point."""

    whole: Image.Image
    bare: Image.Image
    scale: float


class _Changed:
    """Where a grey picture is at ``level`` or above, to ask of many small boxes."""

    def __init__(self, image: Image.Image, level: int) -> None:
        self._bytes, self._width = image.point([value >= level for value in range(256)]).tobytes(), image.width

    def within(self, box: tuple[int, int, int, int]) -> bool:
        """Whether any pixel of the box is; the middle is asked first, where letters have ink."""
        x0, y0, x1, y1 = box
        middle = (y0 + y1) // 2
        for row in (*range(middle, y1), *range(y0, middle)):
            start = row * self._width
            if self._bytes.find(1, start + x0, start + x1) >= 0:
                return True
        return False


def scale_for(frame: Frame, wanted: float) -> float:
    """Pixels a point: as wanted, less for a page so large that it would take too many pixels; 0 for one without area."""
    if not (frame.width > 0 and frame.height > 0):
        return 0.0
    most = math.sqrt(_MOST_PIXELS / (frame.width * frame.height))
    return min(wanted, most, 20_000 / max(frame.width, frame.height))


def render(page: pdfium.PdfPage, scale: float, *, grey: bool) -> Image.Image:
    """The page as a picture of its own."""
    bitmap = page.render(scale=scale, grayscale=grey)
    try:
        image: Image.Image = bitmap.to_pil().convert("L" if grey else "RGB").copy()
    finally:
        bitmap.close()
    return image


def seen_on(low: Views, high: Sequence[Views], frame: Frame, glyphs: Sequence[Glyph], pictured: float) -> Seen:
    """Which of ``glyphs`` are seen. ``low`` is grey; ``high``, in colour, is asked for its only item where needed."""
    ink = _ink(low.whole)
    change = _Changed(ImageChops.difference(low.whole, low.bare), _CHANGE)
    doubtful: dict[int, str] = {}
    bare_levels = _near(low.bare.histogram())
    faces: dict[int, tuple[str, int | None]] = {}  # by identity: the glyphs of a page share a few
    for index, glyph in enumerate(glyphs):
        if glyph.text == " ":
            continue
        of_face = faces.get(id(glyph.face))
        if of_face is None:
            of_face = faces[id(glyph.face)] = _doubt_of_face(glyph.face, bare_levels)
        why = _doubt(glyph, frame, change, low, *of_face)
        if why:
            doubtful[index] = why
    if not doubtful:
        return Seen(tuple(glyphs), ink=ink)
    sharp = high[0]
    shown = [glyph for index, glyph in enumerate(glyphs) if index not in doubtful and glyph.text != " "]
    hidden = {index: why for index, why in doubtful.items() if _is_hidden(glyphs[index], sharp, why, shown)}
    letters = [index for index in hidden if glyphs[index].text.isalnum()]
    letters = _unrepeated(glyphs, hidden, letters)
    if pictured >= _LAYER and _is_layer(glyphs, letters, sharp):
        return _layer(glyphs, hidden, sharp, ink)
    alone = {index for at, index in enumerate(letters) if not _in_company(glyphs, letters, at)}
    kept = tuple(glyph for index, glyph in enumerate(glyphs) if index not in hidden)
    letters = [index for index in letters if index not in alone]
    if not letters:
        return Seen(kept, ink=ink)
    order = (OFF, UNDRAWN, CLEAR, TINY, SAME, COVERED)
    counts = {why: sum(hidden[index] == why for index in letters) for why in order}
    kinds = tuple(why for why in order if counts[why])
    return Seen(kept, kinds, ink=ink)


def _unrepeated(glyphs: Sequence[Glyph], hidden: Mapping[int, str], letters: Sequence[int]) -> list[int]:
    """The hidden ``letters`` without those that say what is seen in the same place: a shadow's carrier, or bold set twice."""
    if not letters:
        return []
    shown: dict[str, list[Glyph]] = {}
    for index, glyph in enumerate(glyphs):
        if index not in hidden:
            shown.setdefault(glyph.text, []).append(glyph)
    made: list[int] = []
    for index in letters:
        glyph = glyphs[index]
        room = _REPEATED * glyph.size
        if not any(abs(one.x0 - glyph.x0) < room and abs(one.y0 - glyph.y0) < room for one in shown.get(glyph.text, ())):
            made.append(index)
    return made


def _in_company(glyphs: Sequence[Glyph], letters: Sequence[int], at: int) -> bool:
    """Whether a hidden letter near the one at ``at``, in the order of the content, stands near it on its line."""
    glyph = glyphs[letters[at]]
    room = _COMPANY * max(glyph.size, 1.0)
    near = (glyphs[letters[other]] for other in range(max(at - 4, 0), min(at + 5, len(letters))) if other != at)
    return any(abs(one.left - glyph.left) < room and abs(one.base - glyph.base) < room / 6 for one in near)


def _doubt_of_face(face: Face, levels: Sequence[int]) -> tuple[str, int | None]:
    """Why all glyphs of a face may be hidden, "" where nothing says so; and their grey where much of the page is as grey."""
    if not face.drawn:
        return UNDRAWN, None
    if face.colour is not None and face.colour[3] < _CLEAR:
        return CLEAR, None
    if face.size < _TINY:
        return TINY, None
    level = None if face.colour is None or face.stroked else _grey(face.colour)
    return "", level if level is not None and levels[level] >= 12 else None


def _doubt(glyph: Glyph, frame: Frame, change: _Changed, low: Views, of_face: str, level: int | None) -> str:
    """Why a glyph may be hidden, "" where it is plainly seen."""
    if glyph.x1 <= 0 or glyph.y1 <= 0 or glyph.x0 >= frame.width or glyph.y0 >= frame.height:
        return OFF
    if of_face or not glyph.text.isalnum():
        return of_face
    box = _pixels(glyph, low.scale, low.whole.size)
    if level is not None:
        least, most = _range(low.bare.crop(box))
        if level - 16 <= least and most <= level + 16:
            return SAME
    return "" if change.within(box) else COVERED


def _is_hidden(glyph: Glyph, sharp: Views, why: str, shown: Sequence[Glyph]) -> bool:
    """Whether a doubtful glyph is hidden indeed.

    pdfium gives one of two equal letters in one place, and that may be the transparent one: where a letter that is not
    drawn has ink that belongs to no other letter, its twin is seen.
    """
    if why in {OFF, TINY}:
        return True
    if why in {UNDRAWN, CLEAR}:
        return not glyph.text.isalnum() or _unseen(glyph, sharp, why) or any(_overlap(glyph, one) for one in shown)
    return _unseen(glyph, sharp, why)


def _overlap(glyph: Glyph, other: Glyph) -> bool:
    return glyph.x0 < other.x1 and other.x0 < glyph.x1 and glyph.y0 < other.y1 and other.y0 < glyph.y1


def _unseen(glyph: Glyph, sharp: Views, why: str) -> bool:
    """Whether a glyph is as hidden at high resolution and in colour as it looked at low."""
    box = _pixels(glyph, sharp.scale, sharp.whole.size)
    if why == SAME:
        colour = glyph.face.colour or (0, 0, 0, 255)
        bands = sharp.bare.crop(box).getextrema()
        if all(
            abs(colour[channel] - limit) <= _SAME for channel, band in enumerate(bands) if isinstance(band, tuple) for limit in band
        ):
            return True
    change = ImageChops.difference(sharp.whole.crop(box), sharp.bare.crop(box))
    return _highest(change) < _SURE_CHANGE


def _is_layer(glyphs: Sequence[Glyph], letters: Sequence[int], sharp: Views) -> bool:
    """Whether the hidden letters are recognised text: most of the page's, and nearly all lie on ink of the picture."""
    whole = sum(glyph.text.isalnum() for glyph in glyphs)
    if len(letters) < 0.5 * whole or not letters:
        return False
    return sum(_on_ink(glyphs[index], sharp) for index in letters) >= _ON_INK * len(letters)


def _layer(glyphs: Sequence[Glyph], hidden: dict[int, str], sharp: Views, ink: float) -> Seen:
    """The page's text as the layer has it, without what lies beside all ink; much of that in a row is hidden text."""
    beside, longest = 0, 0
    kept: list[Glyph] = []
    for index, glyph in enumerate(glyphs):
        if index in hidden and glyph.text.isalnum():
            off = hidden[index] == OFF or not _on_ink(glyph, sharp)
            beside = beside + 1 if off else 0
            longest = max(longest, beside)
            if off:
                continue
        kept.append(glyph)
    kinds = (UNDRAWN,) if longest >= _BESIDE else ()
    seen = tuple(glyph for index, glyph in enumerate(glyphs) if index not in hidden)
    return Seen(seen, kinds, tuple(kept), ink=ink)


def _on_ink(glyph: Glyph, sharp: Views) -> bool:
    x0, y0, x1, y1 = _pixels(glyph, sharp.scale, sharp.whole.size)
    room = max(1, (y1 - y0) // 3)
    box = (max(x0 - room, 0), max(y0 - room, 0), min(x1 + room, sharp.whole.width), min(y1 + room, sharp.whole.height))
    least, most = _range(sharp.whole.crop(box).convert("L"))
    return most - least >= _INK


def _pixels(glyph: Glyph, scale: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The glyph's box in pixels, at least one each way, inside the picture."""
    x0, y0, x1, y1 = int(glyph.x0 * scale), int(glyph.y0 * scale), math.ceil(glyph.x1 * scale), math.ceil(glyph.y1 * scale)
    if 0 <= x0 < x1 <= size[0] and 0 <= y0 < y1 <= size[1]:
        return x0, y0, x1, y1  # so it is for nearly all
    x0, y0 = min(max(x0, 0), size[0] - 1), min(max(y0, 0), size[1] - 1)
    return x0, y0, min(max(x1, x0 + 1), size[0]), min(max(y1, y0 + 1), size[1])


def _range(image: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest level of a grey picture."""
    least, most = image.getextrema()
    if isinstance(least, tuple) or isinstance(most, tuple):
        raise TypeError(image.mode)
    return int(least), int(most)


def _highest(image: Image.Image) -> int:
    """The highest level on any channel."""
    if image.mode == "L":
        return _range(image)[1]
    return max(int(band[1]) for band in image.getextrema() if isinstance(band, tuple))


def _near(levels: Sequence[int]) -> list[int]:
    """For each level, how many pixels are within sixteen of it."""
    return [sum(levels[max(level - 16, 0) : level + 17]) for level in range(256)]


def _grey(colour: tuple[int, int, int, int]) -> int:
    return round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])


def _ink(image: Image.Image) -> float:
    levels = image.histogram()
    return sum(levels[:160]) / max(sum(levels), 1)
