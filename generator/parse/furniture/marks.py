"""Drawn lines, Word's error lines, and the lines in which a document says that it is a referat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line

_WORD_ERROR = re.compile(r"^(?:error|fel)!\s", re.IGNORECASE)
_RETOLD = re.compile(r"^(?:detta (?:dokument )?är ett |detta är en )?(?:referat|återberättelse)\b", re.IGNORECASE)
_RETOLD_MORE = re.compile(r"\b(?:original(?:et|dokumentet|handlingen)?|referat(?:et)?)\b", re.IGNORECASE)


def drawn(lines: Sequence[Line]) -> list[int]:
    """Lines without a letter or digit, and those the reader knows to be drawn."""
    return [
        index
        for index, line in enumerate(lines)
        if line.text.strip() and (line.style == "rule" or not any(char.isalnum() for char in line.text))
    ]


def word_errors(lines: Sequence[Line]) -> list[int]:
    """Word's message about a broken field, with the line on which its sentence ends."""
    claimed = []
    for index, line in enumerate(lines):
        if not _WORD_ERROR.match(line.text.strip()):
            continue
        claimed.append(index)
        if not line.text.rstrip().endswith("."):
            for other in range(index + 1, min(index + 4, len(lines))):
                text = lines[other].text.strip()
                if text and text[0].islower():
                    claimed.append(other)
                    if text.endswith("."):
                        break
                elif text:
                    break
    return claimed


def retold(lines: Sequence[Line]) -> list[int]:
    """The opening lines in which a document says that it is a referat, and where the original is kept."""
    claimed: list[int] = []
    full = [index for index, line in enumerate(lines) if line.text.strip()]
    if not full or not _RETOLD.match(lines[full[0]].text.strip(" *_>")):
        return claimed
    previous = full[0]
    for index in full[:12]:
        apart = index - previous > 1
        if apart and not _RETOLD_MORE.search(lines[index].text):
            break
        claimed.append(index)
        previous = index
    return claimed
