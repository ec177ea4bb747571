"""The script of the search page: lunr and our own files joined into one, without comments, so that one request brings all."""

from __future__ import annotations

from collections.abc import Mapping

from rjsmin import jsmin

from generator.model import DataFile

PATH = "assets/sok.js"
# In the order in which they build on each other; each is also a module of its own for Node.
PARTS = ("sok-skivor.js", "sok-ord.js", "sok-nycklar.js", "sok-urval.js", "sok-motor.js", "sok.js")


def search_script(lunr: str, parts: Mapping[str, str]) -> DataFile:
    """lunr's browser code and ``parts`` (name → text) as one file; KeyError for a part that is missing.

    lunr's own notice stays on top, as its licence asks.
    """
    notice = lunr[: lunr.index("*/") + 2] if "*/" in lunr else ""
    joined = ";\n".join(str(jsmin(text)) for text in (lunr, *(parts[name] for name in PARTS)))
    return DataFile(PATH, f"{notice}\n{joined}\n".encode())
