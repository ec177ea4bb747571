"""Words akin to a term that are no uses of it: *insatsgrupp* beside *aktionsgrupp*, *renovera* beside *renovering*.

Only words that the archive has are given, in their base form, and no names of boards and offices. Those that stand in a
case where the term stands too come alone, the most shared cases first; a term that stands nowhere takes them from the whole
archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from generator.compare.content import is_content, root, sense
from generator.compare.distinct import names_office
from generator.compare.rows import Relative
from generator.compare.terms import TermIndex, term_index
from generator.model import Archive

MOST: Final = 12  # relatives of one kind
_ACTIONS: Final = ("a", "ning", "ing", "ande", "ende", "else")
_OPPOSITE: Final = "o"


def relatives(archive: Archive, term: str) -> tuple[Relative, ...]:
    """The relatives of a term, those of its action first, then by its last part, then by its first; at most twelve of each.

    () for a term of several words, and for one that is akin to nothing here.
    """
    plain = " ".join(term.lower().split())
    if not plain or " " in plain:
        return ()
    index = term_index(archive)
    own = sense(plain)
    where = _cases(index, own.lemma)
    sorts: tuple[tuple[Literal["action", "tail", "head"], Iterator[str]], ...] = (
        ("action", _actions(index, own.lemma)),
        ("tail", _ends(index, own.parts)),
        ("head", _begins(index, own.parts)),
    )
    made: dict[str, Relative] = {}
    for kind, found in sorts:
        ranked = []
        for word in dict.fromkeys(found):
            cases = _cases(index, word)
            shared = len(cases & where)
            if word not in made and not names_office(word) and not _is_use(word, own.lemma, own.parts) and (shared or not where):
                ranked.append((-shared, -len(cases), word))
        for _, count, word in sorted(ranked)[:MOST]:
            made[word] = Relative(word, kind, -count)
    return tuple(made.values())


def _cases(index: TermIndex, lemma: str) -> frozenset[str]:
    """The cases in which a word stands, by itself or in a compound."""
    return frozenset(index.texts[number].motion for number in index.postings.get(lemma, ()))


def _is_use(word: str, lemma: str, parts: tuple[str, ...]) -> bool:
    found = sense(word)
    if word == lemma or lemma in found.parts:
        return True
    run = len(parts)
    return run > 1 and any(found.parts[at : at + run] == parts for at in range(len(found.parts) - run + 1))


def _actions(index: TermIndex, lemma: str) -> Iterator[str]:
    stem = root(lemma)
    others = [stem + ending for ending in _ACTIONS] if len(stem) >= 4 else []
    others += [_OPPOSITE + lemma, *([lemma[1:]] if lemma.startswith(_OPPOSITE) and len(lemma) > 5 else [])]
    for other in others:
        if other != lemma and any(sense(form).lemma == other for form in index.forms.get(other, ())):
            yield other


def _ends(index: TermIndex, parts: tuple[str, ...]) -> Iterator[str]:
    for form in sorted(index.forms.get(parts[-1], ())) if len(parts) > 1 else ():
        found = sense(form)
        if found.parts[-1:] == parts[-1:] and is_content(form):
            yield found.lemma


def _begins(index: TermIndex, parts: tuple[str, ...]) -> Iterator[str]:
    for form in sorted(index.forms.get(parts[0], ())) if len(parts) > 1 else ():
        found = sense(form)
        if found.parts[:1] == parts[:1] and is_content(form):
            yield found.lemma
