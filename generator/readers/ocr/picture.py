"""A picture of a page as recognition wants it: grey, at three hundred dots to the inch, upright, its lines level.

Everything is done with Pillow alone; a page of A4 takes a fifth of a second.
"""

from __future__ import annotations

import math
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

DPI = 300  # what Tesseract's models were trained at
# A page whose long side, by the file's own resolution, is outside these inches has a resolution that nobody set (cameras
# write 72); an A4's long side is then assumed.
_SHORTEST, _LONGEST, _A4 = 4.0, 25.0, 11.69
_NEAR = 1.25  # resolutions up to this factor from DPI are left as they are: resampling costs sharpness
_MOST_PIXELS = 40_000_000  # of a picture handed to recognition: A3 at 500 dots to the inch
_THUMB = 1200  # pixels of the long side of the picture in which the skew is measured: a tenth of a degree is two pixels
_STEPS = 12  # half degrees to each side that are tried
_TENTHS = 4  # then tenths around the best half degree
_SPOTS = 600  # pixels of the long side of the picture in which spots are looked for: half a millimetre each
_FAINT = 25  # levels from the paper's that a spot of ink has at the least,
_GRAINS = 9  # at the least so many times the middle grain's,
_INK = 60  # and at the most this: what may be ink is shown to recognition, which says so if it finds no words
_SPECKS = 4  # spots that are dust
_DARK_PAGE = 110  # levels
_COARSE = 16  # pixels of a spot of ground, a millimetre
_SHADOW = 50  # levels between the ground's darkest and lightest parts, from which there is a shadow
_SAMPLE = 800  # pixels of the side of the part in which specks are counted
_LONE, _SPECKLED = 100, 0.001  # levels between a lone dot and all its neighbours, and the share of the dots that are lone
_SOFT = 1.3  # pixels: takes the grain and leaves the letters
_GRAIN = 7  # levels; a clean page has 0, a good scan 2 or 3
_LEVEL = 0.15  # degrees of skew that recognition does not notice


def grey(image: Image.Image) -> Image.Image:
    """The picture in grey, what is see-through on white; sixteen-bit pictures keep their upper eight."""
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in {"I", "F"}:
        low, high = (float(end) for end in image.getextrema())  # type: ignore[arg-type]
        scale = 255 / (high - low) if high > low else 0.0
        return image.point(lambda value: value * scale - low * scale).convert("L")
    if image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(paper, image)
    return image.convert("L")


def resolution(size: tuple[int, int], dpi: int) -> float:
    """Dots per inch of a page of ``size`` pixels: ``dpi`` where it gives a page of a size that paper has, else as if A4."""
    longest = max(size)
    if dpi > 0 and _SHORTEST <= longest / dpi <= _LONGEST:
        return float(dpi)
    return longest / _A4


def sized(image: Image.Image, dpi: int) -> Image.Image:
    """The picture at about 300 dots to the inch, and never of more pixels than recognition has memory for."""
    factor = DPI / resolution(image.size, dpi)
    if 1 / _NEAR <= factor <= _NEAR:
        factor = 1.0
    factor = min(factor, (_MOST_PIXELS / (image.width * image.height)) ** 0.5)
    if factor == 1.0:
        return image
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS if factor < 1 else Image.Resampling.BICUBIC)


def cleaned(image: Image.Image) -> Image.Image:
    """A grey picture with dark letters on an even ground: a negative turned about, shadows lifted, specks and grain taken out."""
    return _smoothed(_unspecked(_lit(_positive(image))))


def _positive(image: Image.Image) -> Image.Image:
    """The picture, inverted where most of it is dark: a negative, or white letters on a dark page."""
    counts = image.histogram()
    return ImageOps.invert(image) if sum(counts[:_DARK_PAGE]) > 0.6 * sum(counts) else image


def _lit(image: Image.Image) -> Image.Image:
    """The picture with the same light everywhere, where a shadow (a fold, a lamp, a book's spine) lies over the page.

    The ground is the lightest there is within a few millimetres; each dot becomes its share of it.
    """
    ground = image.reduce(_COARSE).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    counts = ground.histogram()
    dark, light = _share_at(counts, 0.02), _share_at(counts, 0.9)
    if light - dark < _SHADOW:
        return image
    # A quotient of two pictures is a difference of their logarithms.
    logarithm = [round(255 * math.log1p(value) / math.log(256)) for value in range(256)]
    ground = ground.resize(image.size, Image.Resampling.BILINEAR).point(logarithm)
    share = ImageChops.subtract(ground, image.point(logarithm))
    return share.point([round(255 / 256 ** (value / 255)) for value in range(256)])


def _unspecked(image: Image.Image) -> Image.Image:
    """The picture without lone dots, where it has so many that they hide the letters, as an old fax has."""
    across, down = image.width // 3, image.height // 3
    middle = image.crop((across, down, across + min(_SAMPLE, across), down + min(_SAMPLE, down)))
    dark = ImageChops.subtract(middle.filter(ImageFilter.RankFilter(3, 1)), middle).histogram()
    light = ImageChops.subtract(middle, middle.filter(ImageFilter.RankFilter(3, 7))).histogram()
    lone = sum(dark[_LONE:]) + sum(light[_LONE:])
    return image.filter(ImageFilter.MedianFilter(3)) if lone > _SPECKLED * sum(dark) else image


def _smoothed(image: Image.Image) -> Image.Image:
    """The picture without its grain, where it has so much that recognition would take the grains for marks.

    Most of a page is paper, so the middle difference between a dot and what surrounds it is the paper's grain.
    """
    soft = image.filter(ImageFilter.GaussianBlur(_SOFT))
    return soft if _share_at(ImageChops.difference(image, soft).histogram(), 0.5) >= _GRAIN else image


def _share_at(counts: list[int], share: float) -> int:
    """The level that this share of the dots counted is at or under."""
    seen, wanted = 0, share * sum(counts)
    for level, count in enumerate(counts):
        seen += count
        if seen >= wanted and seen:
            return level
    return 255


def skew(image: Image.Image) -> float:
    """How many degrees counter-clockwise a page must be turned for its lines to be level: -6 to 6, 0 where none show.

    Lines of text that are level give a picture whose rows are now dark, now light: the turn is taken at which rows
    differ the most from the row above them.
    """
    small = image.copy()
    small.thumbnail((_THUMB, _THUMB), Image.Resampling.BILINEAR)
    small = ImageOps.invert(ImageOps.autocontrast(small, cutoff=1))
    small = small.point([255 if value > 110 else 0 for value in range(256)]).convert("F")
    # What stands at the edge is shadow or the neighbouring page, and turns out of the picture.
    small = ImageOps.crop(small, round(min(small.size) * 0.03))
    still = _unevenness(small, 0)
    best = max((step / 2 for step in range(-_STEPS, _STEPS + 1)), key=lambda angle: (_unevenness(small, angle), -abs(angle)))
    best = max((best + step / 10 for step in range(-_TENTHS, _TENTHS + 1)), key=lambda angle: (_unevenness(small, angle), -abs(angle)))
    return best if abs(best) >= _LEVEL and _unevenness(small, best) > still else 0.0


def levelled(image: Image.Image) -> Image.Image:
    """The picture turned so that its lines are level, the corners filled with the colour of the paper."""
    angle = skew(image)
    if not angle:
        return image
    return image.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=paper(image))


def is_blank(image: Image.Image) -> bool:
    """Whether a cleaned picture is of a page with nothing on it: no spot as large as a letter is darker or lighter than it."""
    small = image.copy()
    small.thumbnail((_SPOTS, _SPOTS), Image.Resampling.BOX)
    small = ImageOps.crop(small, round(min(small.size) * 0.03))
    counts, ground = small.histogram(), paper(small)
    grain = _share_at(ImageChops.difference(small, Image.new("L", small.size, ground)).histogram(), 0.5)
    faint = min(max(_FAINT, _GRAINS * grain), _INK)
    apart = sum(counts[: max(0, ground - faint)]) + sum(counts[ground + faint + 1 :])
    return apart <= _SPECKS


def paper(image: Image.Image) -> int:
    """The grey that most of a grey picture has."""
    counts = image.histogram()
    return max(range(256), key=lambda value: counts[value])


def _unevenness(image: Image.Image, angle: float) -> float:
    turned = image.rotate(angle, resample=Image.Resampling.NEAREST, fillcolor=0) if angle else image
    column = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    rows = memoryview(column).cast("f")
    return sum((one - other) ** 2 for one, other in pairwise(rows))
