"""Giving a damaged text its å ä ö back, word by word, with every change marked.

The words of the undamaged documents of the batch help: a case's documents share their words. The method and its
measurements: docs of ``candidates`` (weights), ``confusions`` (what is read for what) and ``damage`` (the gate).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from generator.model import Document, Line, Restored
from generator.swedish.candidates import Guess, Vocabulary
from generator.swedish.confusions import LOST, confusable, cut
from generator.swedish.damage import GATE, damage, tokens, word_count
from generator.swedish.dictionary import looked_up
from generator.swedish.lexicon import WORD_LIMIT, zipf
from generator.swedish.tables import rows

__all__ = ["damage", "restore"]

_DEFINITE = frozenset(("de", "den", "det", "dess", "sin", "sitt", "sina", "vår", "vårt", "våra"))
_DEFINITE_ENDINGS = ("en", "et", "an", "rna", "nna", "ena", "tet")
_USUAL = 0.05  # the share of å ä ö among the letters of Swedish running text
_BULLET = re.compile(r"^(\s*)([eo])(?=\s+[A-ZÅÄÖ])")
_WORD = re.compile(rf"\w{{1,{WORD_LIMIT}}}")
_ONE = re.compile(r"(?<=[a-zåäö] )1(?= [^\W\d_])")
_BEFORE_BREAK = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,60}+)-$")
_AFTER_BREAK = re.compile(r"([a-zåäöé]+)")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+$")


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str
    sure: bool


def restore(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The same documents in the same order, the damaged ones with their words restored and marked.

    All come back with ``words``; a damaged one also with ``restored_words`` and with ``text_quality`` as the share of
    words that needed no restoring. The lines of a document that is not damaged are the very same. Lines that were
    already restored are never restored again.
    """
    damaged = [not _is_done(document) and damage(document) > GATE for document in documents]
    clean = [document for document, is_damaged in zip(documents, damaged, strict=True) if not is_damaged]
    batch = _vocabulary(clean) if any(damaged) else Counter()
    folders: dict[str, Counter[str]] = {}
    restored: list[Document] = []
    for document, is_damaged in zip(documents, damaged, strict=True):
        if is_damaged:
            folder = _folder(document)
            if folder not in folders:
                folders[folder] = _vocabulary(near for near in clean if _folder(near) == folder)
            restored.append(_restored(document, Vocabulary(batch, folders[folder])))
        elif _is_done(document):
            restored.append(document)
        else:
            restored.append(replace(document, words=word_count(document), restored_words=0, text_quality=1.0))
    return tuple(restored)


def _is_done(document: Document) -> bool:
    return any(line.restored for line in document.lines)


def _folder(document: Document) -> str:
    return document.file.rpartition("/")[0]


def _vocabulary(documents: Iterable[Document]) -> Counter[str]:
    found: Counter[str] = Counter()
    for document in documents:
        for line in document.lines:
            found.update(
                word.lower()
                for word in (token.group() for token in tokens(line.text))
                if word.isalpha() and len(word) <= WORD_LIMIT
            )
    return found


def _restored(document: Document, vocabulary: Vocabulary) -> Document:
    words = _Words(vocabulary, _price_of_a_lost_letter(document))
    bullets = _bullets(document.lines)
    changes = [_in_line(line.text, words) for line in document.lines]
    for number in range(len(document.lines) - 1):
        _join_at_hyphen(document.lines[number : number + 2], changes[number : number + 2], words)
    for number, bullet in bullets.items():
        changes[number] = [change for change in changes[number] if change.start != bullet]
    count = sum(map(len, changes))
    for number, bullet in bullets.items():
        changes[number].append(_Change(bullet, bullet + 1, "•", sure=True))
    lines = tuple(_changed(line, made) for line, made in zip(document.lines, changes, strict=True))
    total = word_count(document)
    quality = max(0.0, 1 - count / total) if total else 1.0
    return replace(document, lines=lines, words=total, restored_words=count, text_quality=quality)


class _Words:
    """Guesses for one document, each made once."""

    def __init__(self, vocabulary: Vocabulary, change: float) -> None:
        self._vocabulary = vocabulary
        self._change = change
        self._made: dict[tuple[str, bool], Guess] = {}

    def guess(self, read: str, *, inside: bool = False) -> Guess:
        """What the word ``read`` was, in lower case; ``inside`` a sentence a capital means a name."""
        asked = (read.lower(), inside and read[:1].isupper() and not read.isupper())
        if asked not in self._made:
            self._made[asked] = self._vocabulary.guess(asked[0], self._change, name=asked[1])
        return self._made[asked]


def _price_of_a_lost_letter(document: Document) -> float:
    """-ln of the share of å ä ö that this document has lost, judged by how many it still has."""
    letters = [char for line in document.lines for char in line.text.lower() if char.isalpha()]
    kept = sum(char in LOST for char in letters) / max(1, len(letters))
    return -log(min(0.98, max(0.02, 1 - kept / _USUAL)))


def _in_line(text: str, words: _Words) -> list[_Change]:
    shouted = text.isupper()
    lead = len(text) - len(text.lstrip())
    made: list[_Change] = []
    for found in tokens(text):
        inside = found.start() > lead and not _SENTENCE_END.search(text, max(0, found.start() - 8), found.start())
        guess = _word(found.group(), words, inside=inside, shouted=shouted)
        if guess is not None:
            word = (
                guess.word.capitalize()
                if not inside and found.start() and not found.group()[0].isalpha()
                else guess.word
            )
            made.append(_Change(found.start(), found.end(), word, guess.sure))
    for found in _ONE.finditer(text):
        before = text[max(0, found.start() - WORD_LIMIT) : found.start()].rsplit(maxsplit=1)[-1]
        after = _WORD.match(text, found.end() + 1)
        follows = words.guess(after.group().lower()).word if after else ""
        if not words.guess(before).word.endswith(_counted()) and _is_definite(follows):
            made.append(_Change(found.start(), found.end(), "i", sure=False))
    return made


def _word(read: str, words: _Words, *, inside: bool, shouted: bool) -> Guess | None:
    """What ``read`` becomes, in its own capitals; None where it stays: a number, an abbreviation, a word unharmed."""
    if len(read) > WORD_LIMIT or len(read) < 2 or confusable().isdisjoint(read.lower()):
        return None
    read = read.replace("Ã", "ã")  # half a letter of misread UTF-8, no capital
    capitals = sum(map(str.isupper, read))
    if capitals > 1 and not (read.isupper() and (shouted or len(read) > 5)):
        return None
    guess = words.guess(read, inside=inside)
    if guess.word == read.lower() or not _may_hold_digits(read, guess.word):
        return None
    if read.isupper() and capitals > 1:
        return Guess(guess.word.upper(), guess.sure)
    return Guess(guess.word.capitalize() if read[0].isupper() else guess.word, guess.sure)


def _may_hold_digits(read: str, word: str) -> bool:
    """Digits are letters gone wrong only when there is one of them and the word is a common one or a long one."""
    digits = sum(map(str.isdigit, read))
    return digits == 0 or (digits == 1 and not any(map(str.isdigit, word)) and (len(read) > 3 or zipf(word) >= 6))


def _bullets(lines: Sequence[Line]) -> dict[int, int]:
    """Index of the line → column of each *e* or *o* that was a bullet: after a colon, or where the list has more of them."""
    found = {index: match.end(2) - 1 for index, line in enumerate(lines) if (match := _BULLET.match(line.text))}
    introduced = any(line.text.rstrip().endswith(":") for line in lines)
    return found if len(found) > 1 or introduced else {}


def _join_at_hyphen(lines: Sequence[Line], changes: Sequence[list[_Change]], words: _Words) -> None:
    """Restore a word that a line end cuts in two as the one word that it is; leaves both halves if that says nothing."""
    head = _BEFORE_BREAK.search(lines[0].text)
    tail = _AFTER_BREAK.match(lines[1].text)
    if not head or not tail or len(head[1]) + len(tail[1]) > WORD_LIMIT:
        return
    read = head[1] + tail[1]
    guess = words.guess(read)
    at = cut(read.lower(), guess.word, len(head[1]))
    if not guess.sure or at is None:
        return
    for half, line, text, place in (
        (head, changes[0], guess.word[:at], head.start(1)),
        (tail, changes[1], guess.word[at:], tail.start(1)),
    ):
        line[:] = [change for change in line if not place <= change.start < place + len(half[1])]
        if text != half[1].lower():
            cased = text.capitalize() if half[1][0].isupper() else text
            line.append(_Change(place, place + len(half[1]), cased, sure=True))


def _changed(line: Line, changes: Sequence[_Change]) -> Line:
    if not changes:
        return line
    text, position = "", 0
    marks: list[Restored] = []
    for change in sorted(changes, key=lambda change: change.start):
        text += line.text[position : change.start]
        marks.append(
            Restored(len(text), len(text) + len(change.text), line.text[change.start : change.end], change.sure)
        )
        text += change.text
        position = change.end
    return replace(line, text=text + line.text[position:], restored=tuple(marks))


def _is_definite(word: str) -> bool:
    """Whether ``word`` can follow *i* but never the number 1: a noun's definite form, *den*, *sin*."""
    base = looked_up(word)
    return word in _DEFINITE or (
        base is not None and base != word and base[:3] == word[:3] and word.endswith(_DEFINITE_ENDINGS)
    )


@cache
def _counted() -> tuple[str, ...]:
    """Words after which a lone 1 is a number, alone or as the tail of a compound: *bilaga 1*, *beslutspunkt 1*."""
    return tuple(row[0] for row in rows("counting.tsv"))
