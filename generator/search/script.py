"""The script of the search page: lunr and our own files joined into one, without comments, so that one request brings all."""

from __future__ import annotations

from importlib.resources import files

from rjsmin import jsmin

from generator.model import DataFile

PATH = "assets/sok.js"
# In the order in which they build on each other; each is also a module of its own for Node.
PARTS = (
    "sok-packat.js", "sok-ord.js", "sok-skivor.js", "sok-nycklar.js", "sok-fraser.js", "sok-utdrag.js", "sok-urval.js",
    "sok-lunr.js", "sok-motor.js",
    "sok-sida-text.js", "sok-sida-traffar.js", "sok-sida-ark.js", "sok-sida-urval.js", "sok-sida-csv.js", "sok-sida-forslag.js", "sok.js",
)  # fmt: skip


def search_script(lunr: str) -> DataFile:
    """The browser code of lunr (given as text, from an installed package) and of this room (``browser/``) as one file.

    lunr's own notice stays on top, as its licence asks.
    """
    notice = lunr[: lunr.index("*/") + 2] if "*/" in lunr else ""
    own = (files(__package__).joinpath("browser", name).read_text(encoding="utf-8") for name in PARTS)
    return DataFile(PATH, "\n".join((notice, *(f"{jsmin(part)};" for part in (lunr, *own)), "")).encode())
