"""A quotation short enough for a cell: whole sentences from its beginning, and an ellipsis where something is left out."""

from __future__ import annotations

import re
from typing import Final

from generator.swedish.words import sentences

LIMIT: Final = 200  # letters: about ten lines of a narrow column
CUT: Final = " …"
_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[a-zåäö])[.)]?")  # the number of a point is no sentence of its own


def excerpt(text: str, limit: int = LIMIT) -> str:
    """``text`` on one line: all of it where it has at most ``limit`` letters, else its first whole sentences, else its first words.

    What is cut ends with " …", which counts for nothing. Blank text gives "".
    """
    whole = " ".join(text.split())
    if len(whole) <= limit:
        return whole
    kept = 0
    for sentence in sentences(whole):
        if sentence.end > limit:
            break
        if not _NUMBER.fullmatch(sentence.text):
            kept = sentence.end
    if kept < limit / 3:  # a short opening alone would say too little
        kept = max(kept, whole.rfind(" ", 0, limit + 1)) if " " in whole[: limit + 1] else limit
    return whole[:kept].rstrip(" ,;:–-") + CUT
