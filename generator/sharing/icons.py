"""The site's icons for phones, old browsers and feed readers, and the manifest that names them."""

from __future__ import annotations

import io
import json
from typing import Final

from PIL import Image

from generator.model import DataFile, Settings
from generator.sharing.drawing import mark_masks

SIZES: Final = (180, 192, 512)  # Apple's, and the two that a manifest is to have
_COLOURS: Final = {"accent": "#0e5a63", "white": "#ffffff", "sun": "#f2c14e"}
_PAPER: Final = "#fbf9f4"


def icon_files(settings: Settings) -> tuple[DataFile, ...]:
    """The icons as PNG and ICO, and the web manifest with the site's name."""
    made = [DataFile(f"assets/ikon-{size}.png", _png(_whole_square(size))) for size in SIZES]
    small = io.BytesIO()
    _rounded(48).save(small, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return (*made, DataFile("favicon.ico", small.getvalue()), DataFile("manifest.webmanifest", _manifest(settings)))


def _manifest(settings: Settings) -> bytes:
    """Names and icons, nothing that makes the site an app: a bookmark on a phone gets the right name and picture."""
    values = {
        "name": settings.site_name,
        "short_name": settings.site_name,
        "lang": "sv",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": _PAPER,
        "theme_color": _COLOURS["accent"],
        "icons": [
            {"src": f"assets/ikon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in SIZES[1:]
        ],
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _rounded(size: int) -> Image.Image:
    """The mark on nothing, with its rounded corners."""
    made = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    for ink, mask in mark_masks(size):
        made.paste(_COLOURS[ink], (0, 0), mask)
    return made


def _whole_square(size: int) -> Image.Image:
    """The mark on a ground that fills the square: phones round the corners themselves."""
    made = Image.new("RGB", (size, size), _COLOURS["accent"])
    inner = size * 4 // 5
    for ink, mask in mark_masks(inner)[1:]:
        made.paste(_COLOURS[ink], ((size - inner) // 2, (size - inner) // 2), mask)
    return made


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=9)
    return out.getvalue()
