"""Giving a damaged text its å ä ö back, word by word, with every change marked.

Only the stretches of a document that are damaged are touched. The words of the undamaged documents of the batch help: a
case's documents share their words. The method and its measurements: docs of ``candidates`` (weights), ``confusions`` (what
is read for what), ``damage`` (what shows damage) and ``stretches`` (the gate).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from generator.model import Document, Line
from generator.swedish.candidates import Reader, Vocabulary, vocabulary
from generator.swedish.confusions import Channel, Counts, channel
from generator.swedish.damage import damage, looks_damaged, tokens
from generator.swedish.learning import learned, learned_more, own_channel
from generator.swedish.lexicon import WORD_LIMIT
from generator.swedish.lostletters import LOST
from generator.swedish.marking import Change, marked
from generator.swedish.rereading import bullets, in_line, join_at_hyphen
from generator.swedish.stretches import Stretch, Witness, stretches

__all__ = ["damage", "restore"]

_USUAL = 0.05  # the share of å ä ö among the letters of Swedish running text
# Small words that tell Swedish from the languages that quotations and attachments are in; none of them has å ä ö.
_SWEDISH = frozenset(("och", "att", "av", "till", "inte", "eller", "har", "som", "om"))
_FOREIGN = frozenset(
    ("og", "at", "af", "ikke", "til", "ved", "the", "of", "and", "und", "oder", "der", "die", "et", "het")
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the words of a document show: its damaged stretches, and what it has read for å ä ö beyond the table."""

    stretches: tuple[Stretch, ...]
    own: Counts
    words: int


def restore(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The same documents in the same order, with the words of their damaged stretches restored and marked.

    All come back with ``words``; a damaged one also with ``restored_words`` and with ``text_quality`` as the share of words
    that needed no restoring and are not in doubt. Lines outside the damaged stretches are the very same. A document that
    was already restored is never restored again.
    """
    seen = {at: _looked_at(document) for at, document in enumerate(documents) if not _is_done(document)}
    words: Counter[str] = Counter()
    folders: dict[str, Counter[str]] = {}
    if any(one.stretches for one in seen.values()):
        for at, document in enumerate(documents):
            found = _words(_clean_lines(document, seen[at].stretches if at in seen else ()))
            words.update(found)
            folders.setdefault(_folder(document), Counter()).update(found)
    known = {folder: vocabulary(words, near) for folder, near in sorted(folders.items())}
    return tuple(
        _restored(document, seen[at], known.get(_folder(document), Vocabulary())) if at in seen else document
        for at, document in enumerate(documents)
    )


def _is_done(document: Document) -> bool:
    return any(mark.by == "restoration" for line in document.lines for mark in line.restored)


def _folder(document: Document) -> str:
    return document.file.rpartition("/")[0]


def _clean_lines(document: Document, damaged: Sequence[Stretch]) -> Iterable[Line]:
    position = 0
    for stretch in damaged:
        yield from document.lines[position : stretch.first]
        position = stretch.end
    yield from document.lines[position:]


def _words(lines: Iterable[Line]) -> Counter[str]:
    return Counter(
        word.lower()
        for line in lines
        for word in (token.group() for token in tokens(line.text))
        if word.isalpha() and len(word) <= WORD_LIMIT
    )


def _looked_at(document: Document) -> _Seen:
    own = learned(document.lines)
    by = channel(own, 0.0) if own else None
    witnesses = [_witness(line, by) for line in document.lines]
    return _Seen(stretches(witnesses), own, sum(witness.words for witness in witnesses))


def _witness(line: Line, by: Channel | None) -> Witness:
    known = by.known if by else None
    words = [found.group().lower() for found in tokens(line.text, known)]
    hits = tuple(word for word in words if looks_damaged(word) or (by is not None and looks_damaged(word, by)))
    lower = line.text.lower()
    return Witness(
        hits,
        sum(map(lower.count, "åäö")),
        len(words),
        sum(word in _SWEDISH for word in words),
        sum(word in _FOREIGN for word in words),
        line.page,
        line.opens is False or (line.opens is None and line.text.lstrip()[:1].islower()),
    )


def _restored(document: Document, seen: _Seen, words: Vocabulary) -> Document:
    lines = list(document.lines)
    changed = doubted = 0
    for stretch in seen.stretches:
        damaged = lines[stretch.first : stretch.end]
        reader = Reader(words, _channel(damaged, seen.own))
        made, restored, unsure = _reread(damaged, reader, lines[stretch.first - 1 : stretch.first])
        lines[stretch.first : stretch.end] = made
        changed, doubted = changed + restored, doubted + unsure
    quality = max(0.0, 1 - (changed + doubted + document.unsure_words) / seen.words) if seen.words else 1.0
    return replace(document, lines=tuple(lines), words=seen.words, restored_words=changed, text_quality=quality)


def _channel(lines: Sequence[Line], own: Counts) -> Channel:
    """How the text of ``lines`` loses its letters: what it was seen to do, and how many å ä ö it still has."""
    signs = [char for line in lines for char in line.text.lower() if char.isalpha()]
    kept = sum(char in LOST for char in signs) / max(1, len(signs))
    change = -log(min(0.98, max(0.02, 1 - kept / _USUAL)))
    if own:
        own = {**own, **learned_more(lines, channel(own, change))}
    first = channel(own, change)
    words = {found.group().lower() for line in lines for found in tokens(line.text, first.known)}
    return own_channel(sorted(word for word in words if looks_damaged(word, first)), own, change)


def _reread(lines: Sequence[Line], reader: Reader, before: Sequence[Line]) -> tuple[list[Line], int, int]:
    """The lines with their words restored, how many words were changed, and how many stay in doubt unchanged."""
    signs: Mapping[int, int] = bullets(lines, before)
    above = [*(before or lines[:1]), *lines]
    changes = [in_line(line, reader, begins=_begins(line, above[number])) for number, line in enumerate(lines)]
    for number in range(len(lines) - 1):
        join_at_hyphen(lines[number : number + 2], changes[number : number + 2], reader)
    restored = unsure = 0
    made: list[Line] = []
    for number, (line, found) in enumerate(zip(lines, changes, strict=True)):
        at = signs.get(number)
        words = [change for change in found if change.start != at]
        new = sum(line.text[change.start : change.end] != change.text for change in words)
        restored, unsure = restored + new, unsure + len(words) - new
        made.append(marked(line, words if at is None else [*words, Change(at, at + 1, "•", sure=True)]))
    return made, restored, unsure


def _begins(line: Line, above: Line) -> bool:
    """Whether a sentence may begin with ``line``: a paragraph does, or the line ``above`` is empty or ends a sentence."""
    return line.opens or (
        line.opens is None and (line is above or not above.text.strip() or above.text.rstrip()[-1] in ".:!?")
    )
