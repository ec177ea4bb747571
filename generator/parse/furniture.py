"""Lines that belong to the page or the file rather than to the text: page headers, Word's error lines, drawn lines.

Each is named, so that a reader can be told what was left out. A kind of furniture is a function from the lines to the
indexes it claims; a new kind is one function and one line in ``KINDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.model import Line

_PAGE = re.compile(r"^(?:sid(?:a|an)?\.?\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av \d{1,4})$|^sid(?:a|an)?\.?\s*\d{1,4}$", re.IGNORECASE)
# What a document type, number or date looks like when it stands in a page header of its own.
_HEADER = re.compile(
    r"^(?:tjänsteutlåtande|yttrande|remissvar|protokollsutdrag|utlåtande|pm|promemoria)$"
    r"|^(?:dnr|diarienr|diarienummer|ärendenummer)\b.{1,40}$"
    r"|^(?:datum:?\s*)?\d{4}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
_WORD_ERROR = re.compile(r"^(?:error|fel)!\s", re.IGNORECASE)
_RETOLD = re.compile(r"^(?:detta (?:dokument )?är ett |detta är en )?(?:referat|återberättelse)\b", re.IGNORECASE)
_RETOLD_MORE = re.compile(r"\b(?:original(?:et|dokumentet|handlingen)?|referat(?:et)?)\b", re.IGNORECASE)
_NEAR = 6  # lines with text that a page header may hold on either side of the page number


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The kind of furniture by index in ``lines``, for those that are furniture; blank lines never are."""
    claimed: dict[int, str] = {}
    for name, rule in KINDS:
        for index in rule(lines):
            claimed.setdefault(index, name)
    return claimed


def _rules(lines: Sequence[Line]) -> list[int]:
    return [
        index
        for index, line in enumerate(lines)
        if line.text.strip() and (line.style == "rule" or not any(char.isalnum() for char in line.text))
    ]


def _pages(lines: Sequence[Line]) -> list[int]:
    """Page numbers, and the header lines around them (document type, diary number, date)."""
    full = [index for index, line in enumerate(lines) if line.text.strip()]
    claimed = []
    for position, index in enumerate(full):
        if not _PAGE.match(lines[index].text.strip()):
            continue
        claimed.append(index)
        for step in (-1, 1):
            for other in full[position + step :: step][:_NEAR]:
                if not _HEADER.match(lines[other].text.strip()):
                    break
                claimed.append(other)
    return claimed


def _word_errors(lines: Sequence[Line]) -> list[int]:
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


KINDS: tuple[tuple[str, Callable[[Sequence[Line]], list[int]]], ...] = (
    ("referat", retold),
    ("sidhuvud", _pages),
    ("felrad från Word", _word_errors),
    ("linje", _rules),
)
