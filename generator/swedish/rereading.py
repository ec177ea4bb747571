"""Reading the words of a damaged line again: which stay, which become what, and the rules for bullets and lone digits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.model import Line
from generator.swedish.candidates import Guess, Reader
from generator.swedish.damage import tokens
from generator.swedish.dictionary import looked_up
from generator.swedish.lexicon import WORD_LIMIT, zipf
from generator.swedish.lostletters import LOST
from generator.swedish.marking import Change
from generator.swedish.tables import rows

_DEFINITE = frozenset(("de", "den", "det", "dess", "sin", "sitt", "sina", "vår", "vårt", "våra"))
_DEFINITE_ENDINGS = ("en", "et", "an", "rna", "nna", "ena", "tet")
_BULLET = re.compile(r"^(\s*)([eo])(?=\s+[A-ZÅÄÖ])")
_WORD = re.compile(rf"\w{{1,{WORD_LIMIT}}}")
_ONE = re.compile(r"(?<=[a-zåäö] )1(?= [^\W\d_])")
_BEFORE_BREAK = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,60}+)-$")
_AFTER_BREAK = re.compile(r"([a-zåäöé]+)")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+$")
_OPENING = "\"'”’“„»«*•·…"
_CLOSING = ".:!?…\"'”’“„»«"


def in_line(line: Line, reader: Reader, *, begins: bool = False) -> list[Change]:
    """The words of ``line`` that become other words, and those that stay but are in doubt (their text unchanged).

    ``begins`` says that a sentence may begin with the line: a letter that replaces a sign there is then a capital, unsurely.
    """
    text = line.text
    shouted = text.isupper()
    lead = len(text) - len(text.lstrip())
    doubtful = [(mark.start, mark.end) for mark in line.restored if mark.by == "ocr"]
    made: list[Change] = []
    for found in tokens(text, reader.by.known):
        doubt = any(start < found.end() and found.start() < end for start, end in doubtful)
        inside = found.start() > lead and not _ends_a_sentence(text, found.start())
        for start, end in _trims(found.group(), found.start()):
            guess = _word(text[start:end], reader, inside=inside, shouted=shouted, doubtful=doubt)
            change = Change(start, end, guess.word, guess.sure and not doubt) if guess else None
            if guess and guess.sure:
                break
        if change:
            made.append(_begun(change, text, inside=inside, leads=change.start == lead, begins=begins))
    for found in _ONE.finditer(text):
        before = text[max(0, found.start() - WORD_LIMIT) : found.start()].rsplit(maxsplit=1)[-1].lower()
        after = _WORD.match(text, found.end() + 1)
        follows = reader.guess(after.group().lower()).word if after else ""
        if not reader.guess(before).word.endswith(_counted()) and _is_definite(follows):
            made.append(Change(found.start(), found.end(), "i", sure=False))
    return made


def _ends_a_sentence(text: str, at: int) -> bool:
    return bool(_SENTENCE_END.search(text, max(0, at - 8), at))


def _begun(change: Change, text: str, *, inside: bool, leads: bool, begins: bool) -> Change:
    """The change with a capital where its first letter replaces a sign, which has none, and a sentence begins."""
    if inside or text[change.start].isalpha() or change.text == text[change.start : change.end]:
        return change
    capital = not leads or begins
    return replace(change, text=change.text.capitalize() if capital else change.text, sure=change.sure and not leads)


def _trims(word: str, start: int) -> list[tuple[int, int]]:
    """The spans that may be the word: a stop, a colon or a quote at its end may be a letter gone wrong, or not."""
    whole = (start, start + len(word))
    left = len(word) - len(word.lstrip(_OPENING))
    right = len(word.rstrip(_CLOSING))
    if (left, right) == (0, len(word)) or left >= right:
        return [whole]
    bare = (start + left, start + right)
    return [bare] if right - left > 2 and zipf(word[left:right].lower()) >= 3 else [whole, bare]  # a common word


def _word(read: str, reader: Reader, *, inside: bool, shouted: bool, doubtful: bool) -> Guess | None:
    """What ``read`` becomes, in its own capitals; None where it stays: a number, an abbreviation, a word unharmed."""
    if not 2 <= len(read) <= WORD_LIMIT or not _may_be_hurt(read.lower(), reader):
        return None
    read = read.replace("Ã", "ã")  # half a letter of misread UTF-8, no capital
    capitals = sum(map(str.isupper, read))
    if capitals > 1 and not (read.isupper() and (shouted or len(read) > 5)):
        return None
    name = inside and read[:1].isupper() and not read.isupper()
    guess = reader.guess(read.lower(), name=name, doubtful=doubtful)
    if guess.word == read.lower():
        return None if guess.sure or not _looks_like_a_word(read, reader) else Guess(read, sure=False)
    if not _may_hold_digits(read, guess.word, reader):
        return None
    if read.isupper() and capitals > 1:
        return Guess(guess.word.upper(), guess.sure)
    return Guess(guess.word.capitalize() if read[0].isupper() else guess.word, guess.sure)


def _may_be_hurt(read: str, reader: Reader) -> bool:
    return any(reader.by.spans(read, at) for at in range(len(read))) or not LOST.isdisjoint(read)


def _looks_like_a_word(read: str, reader: Reader) -> bool:
    """Whether ``read``, which no word was found for, may be one: letters, or with one of the signs that stand for some."""
    odd = {char for char in read.lower() if not char.isalpha()}
    if not odd:
        return True
    letters = sum(map(str.isalpha, read))
    return letters > 1 and all(char in reader.by.own or not char.isdigit() for char in odd)


def _may_hold_digits(read: str, word: str, reader: Reader) -> bool:
    """Digits are letters gone wrong only when there is one of them and the word is a common one or a long one.

    Where the document itself was seen to read digits for letters there may be one for each letter that was lost.
    """
    digits = {char for char in read if char.isdigit()}
    if not digits or any(map(str.isdigit, word)):
        return not digits
    if all(digit in reader.by.own for digit in digits):
        return len(read) > 3 or zipf(word) >= 4  # zipf 4: a common word
    return sum(map(str.isdigit, read)) == 1 and (len(read) > 3 or zipf(word) >= 6)  # zipf 6: the commonest


def bullets(lines: Sequence[Line], before: Sequence[Line] = ()) -> Mapping[int, int]:
    """Index of the line → column of each *e* or *o* that was a bullet: after a colon, or where the list has more of them."""
    found = {index: match.end(2) - 1 for index, line in enumerate(lines) if (match := _BULLET.match(line.text))}
    introduced = any(line.text.rstrip().endswith(":") for line in (*before, *lines))
    return found if len(found) > 1 or introduced else {}


def join_at_hyphen(lines: Sequence[Line], changes: Sequence[list[Change]], reader: Reader) -> None:
    """Restore a word that a line end cuts in two as the one word that it is; leaves both halves if that says nothing."""
    head = _BEFORE_BREAK.search(lines[0].text)
    tail = _AFTER_BREAK.match(lines[1].text)
    if not head or not tail or len(head[1]) + len(tail[1]) > WORD_LIMIT or "row" in (lines[0].style, lines[1].style):
        return
    read = head[1] + tail[1]
    guess = reader.guess(read.lower())
    at = reader.by.cut(read.lower(), guess.word, len(head[1]))
    if not guess.sure or at is None:
        return
    for half, line, text, place in (
        (head, changes[0], guess.word[:at], head.start(1)),
        (tail, changes[1], guess.word[at:], tail.start(1)),
    ):
        line[:] = [change for change in line if not place <= change.start < place + len(half[1])]
        if text != half[1].lower():
            cased = text.capitalize() if half[1][0].isupper() else text
            line.append(Change(place, place + len(half[1]), cased, sure=True))


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
