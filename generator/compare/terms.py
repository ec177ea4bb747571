"""Words across bodies: who uses a word, how often, and in which sentences.

A word of a text counts as a use of a term if their lemmas are equal, or if it is a compound that has the term as a part
or as several parts in a row: the term *aktionsgrupp* finds *aktionsgrupperna* and *aktionsgruppsmöte*, and *grupp* finds
*aktionsgrupper*. These are the uses that a search for the term finds, but for those that search owes to letters without
dots: the page of *råd* lists no *rad*. A term of several words is found where all its words stand in a row.

Everything goes through one index an archive: the passages of each key as numbers, made in one pass and kept for the
archive that was asked about last (archives never change). Sentences are cut only for the passages of a term that is
asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from generator.compare.content import Sense, Text, is_content, keys, sense, texts
from generator.compare.distinct import Profile, distinctive
from generator.compare.rows import Occurrence, TermUse
from generator.model import Archive, Motion, Settings
from generator.swedish.folding import fold
from generator.swedish.words import Word, sentences, words

MOST: Final = 12  # distinctive words a case gets beside the listed terms


@dataclass(frozen=True, slots=True, eq=False)
class TermIndex:
    """All passages of an archive; for each key its forms and the numbers of its passages, ascending.

    ``uses`` remembers what was asked for, since the page of a case and the page of a term show the same sentences.
    """

    archive: Archive
    texts: tuple[Text, ...]
    postings: dict[str, array[int]]
    forms: dict[str, set[str]]
    spans: dict[str, tuple[int, int]]  # motion id → its first passage and the one after its last
    distinct: dict[str, tuple[str, ...]]  # motion id → its distinctive words, best first
    uses: dict[tuple[str, str], TermUse | None] = field(default_factory=dict)


_latest: list[TermIndex] = []  # one slot of memory for a value that depends on the archive alone


def term_index(archive: Archive) -> TermIndex:
    """The index of an archive; the same object again for the archive that was indexed last."""
    for kept in _latest[:1]:
        if kept.archive is archive:
            return kept
    made = _index(archive)
    _latest[:] = [made]
    return made


def case_terms(archive: Archive, motion: Motion, settings: Settings) -> tuple[TermUse, ...]:
    """The listed terms of ``settings`` that stand in the case, then up to twelve words that mark the case out."""
    index = term_index(archive)
    names = _named(index, settings)
    own = [names[key] for key in map(_key, index.distinct.get(motion.id, ())) if key in names]
    settled = _settled(settings)
    beside = [term for term in own if term not in settled][:MOST]
    found = (_use(index, term, motion.id) for term in (*settled, *dict.fromkeys(beside)))
    return tuple(use for use in found if use is not None)


def term_uses(archive: Archive, term: str) -> tuple[TermUse, ...]:
    """The uses of a term, one value a motion in which it stands, in the archive's order; () for a blank term."""
    index = term_index(archive)
    senses = _senses(term)
    if not senses:
        return ()
    where = {index.texts[number].motion for number in index.postings.get(senses[0].lemma, ())}
    found = (_use(index, term, motion.id) for motion in archive.motions if motion.id in where)
    return tuple(use for use in found if use is not None)


def listed_terms(archive: Archive, settings: Settings) -> tuple[str, ...]:
    """Every term that has a page, sorted: the terms of ``settings`` and each case's distinctive words.

    Of words that differ only in dots over letters or in case (and so share an address) one is listed, a term of
    ``settings`` before others.
    """
    return tuple(sorted(_named(term_index(archive), settings).values(), key=lambda term: (fold(term), term)))


def _settled(settings: Settings) -> tuple[str, ...]:
    made: dict[str, str] = {}
    for term in settings.terms:
        if plain := " ".join(term.lower().split()):
            made.setdefault(_key(plain), plain)
    return tuple(made.values())


def _named(index: TermIndex, settings: Settings) -> dict[str, str]:
    """The key of each term that has a page (its folded form, as in its address) → the term."""
    named = {_key(term): term for term in _settled(settings)}
    lemmas = {tuple(one.lemma for one in _senses(term)) for term in named.values()}
    for term in sorted({term for own in index.distinct.values() for term in own[:MOST]}):
        if (term,) not in lemmas:
            named.setdefault(_key(term), term)
    return named


def _key(term: str) -> str:
    return fold(term)


def _senses(term: str) -> tuple[Sense, ...]:
    return tuple(sense(word.text.lower()) for word in words(term))


def _index(archive: Archive) -> TermIndex:
    found = tuple(texts(archive))
    postings: dict[str, array[int]] = {}
    forms: dict[str, set[str]] = {}
    spans: dict[str, tuple[int, int]] = {}
    profiles: dict[str, Profile] = {}
    for number, text in enumerate(found):
        spans[text.motion] = (spans.get(text.motion, (number, number))[0], number + 1)
        profile = profiles.setdefault(text.motion, Profile())
        start = True
        said: set[str] = set()
        for word in words(text.passage.text):
            form = word.text.lower()
            said.add(form)
            if is_content(form):
                profile.add(
                    sense(form).lemma, form, text.owner, name=not start and word.text[:1].isupper(), start=start
                )
            start = _ends(text.passage.text, word)
        for form in said:
            for key in keys(form):
                forms.setdefault(key, set()).add(form)
        for key in {key for form in said for key in keys(form)}:
            postings.setdefault(key, array("L")).append(number)
    names = {
        sense(word.text.lower()).lemma
        for body in archive.bodies
        for name in (body.name, *body.aliases, *body.offices)
        for word in words(name)
    }
    return TermIndex(archive, found, postings, forms, spans, distinctive(profiles, names))


def _ends(text: str, word: Word) -> bool:
    """Whether the word after this one may have its capital from its position: a new sentence, clause or quotation."""
    after = text[word.end : word.end + 3].strip()
    return bool(after) and after[0] in '.!?:”"»–'


def _use(index: TermIndex, term: str, motion: str) -> TermUse | None:
    asked = (term, motion)
    if asked not in index.uses:
        index.uses[asked] = _found(index, term, motion)
    return index.uses[asked]


def _found(index: TermIndex, term: str, motion: str) -> TermUse | None:
    wanted = [one.lemma for one in _senses(term)]
    if not wanted or motion not in index.spans:
        return None
    low, high = index.spans[motion]
    numbers = set(range(low, high))
    for key in wanted:
        numbers.intersection_update(_between(index.postings.get(key), low, high))
    row = [index.forms.get(key, set()) for key in wanted]
    made: list[Occurrence] = []
    forms: set[str] = set()
    for number in sorted(numbers):
        text = index.texts[number]
        for start, end in _matches(text.passage.text, row):
            forms.add(" ".join(text.passage.text[start:end].lower().split()))
            made.append(_occurrence(text, start, end))
    return TermUse(term, tuple(sorted(forms)), tuple(made)) if made else None


def _between(numbers: array[int] | None, low: int, high: int) -> Sequence[int]:
    """The numbers from ``low`` on and below ``high``; they are ascending."""
    return numbers[bisect_left(numbers, low) : bisect_left(numbers, high)] if numbers else ()


@lru_cache(maxsize=1_024)  # a case's passages, which each of its terms asks for again
def _cut(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((word.text.lower(), word.start, word.end) for word in words(text))


@lru_cache(maxsize=1_024)
def _sentences(text: str) -> tuple[Word, ...]:
    return sentences(text)


def _matches(text: str, row: Sequence[AbstractSet[str]]) -> list[tuple[int, int]]:
    """The spans of ``text`` where words stand in a row, each one of the forms at its place."""
    cut = _cut(text)
    if len(row) == 1:
        return [(start, end) for form, start, end in cut if form in row[0]]
    found: list[tuple[int, int]] = []
    for at in range(len(cut) - len(row) + 1):
        run = cut[at : at + len(row)]
        if all(form in forms for forms, (form, _, _) in zip(row, run, strict=True)):
            found.append((run[0][1], run[-1][2]))
    return found


def _occurrence(text: Text, start: int, end: int) -> Occurrence:
    passage = text.passage
    for sentence in _sentences(passage.text):
        if sentence.start <= start and end <= sentence.end:
            cut = (start - sentence.start, end - sentence.start)
            return Occurrence(text.owner, text.motion, passage.id, sentence.text, *cut)
    return Occurrence(text.owner, text.motion, passage.id, passage.text, start, end)
