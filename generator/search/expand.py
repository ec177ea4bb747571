"""From a word of a query to the keys that may stand for it, by the archive's own words.

No lemmatiser runs here: the slices of words and the endings are data, and the browser takes the same steps over them.
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.search.language import Phrase, Term
from generator.search.nearness import SHORTEST, distance, nearest
from generator.search.postings import ORIGINAL_LIMIT
from generator.search.reading import ORIGINAL, PREFIX, Index
from generator.search.stored import Entry, Form, Spelling
from generator.swedish.folding import fold
from generator.swedish.keys import EXACT, PART, WORD_LIMIT, has_digit, number_key, pieces_of, plain

# How much a key is worth beside the others of its word. The steps are as wide as the same word's weights in two documents
# can differ (a title against one mention in a long text), so that no inflection outranks the form as typed.
EXACT_LEVEL = 900.0  # also the same letters but for the dots, where the archive has no form as typed
LEMMA_LEVEL = 30.0
FAR_LEVEL = 5.0  # the same letters but for the dots, so common beside the form as typed that either may be meant
PART_LEVEL = 1.0
# "natt" is a word of its own and says nothing of "nått"; but where so many times more documents have a form with other dots,
# the form as typed is likely to be that word, damaged, or typed without them.
RARE = 10
LEAST_IDF = 0.01  # what a key's idf is held against where nearly every document has it
STEM_MINIMUM = 3  # letters left when an ending is taken off
SUGGESTIONS = 3
# "KS2018/233" where the archive writes the series apart, or not at all.
_SERIES = re.compile(r"^[a-zåäö]{1,5}[-/:.]?(?=[0-9]+[-/:.][0-9])")


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of which a document must hold one, with their levels; none where the archive knows no such word.

    ``forms``, ``parts`` and ``start`` say what to mark in a text: forms, compounds with a part, and words that begin so.
    """

    term: Term
    keys: Mapping[str, float] = field(default_factory=dict)
    forms: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)
    start: str = ""

    def where(self, index: Index) -> dict[int, int]:
        """The documents that hold one of the keys, each with the sections where any of them stands, as bits."""
        made: dict[int, int] = {}
        for key in self.keys:
            found = index.documents(key)
            for each in found.fields:
                for document in each:
                    made[document] = made.get(document, 0) | found.masks.get(document, 0)
        return made


def groups(term: Term, index: Index) -> tuple[Group, ...]:
    """What a document must hold for ``term``.

    One group as a rule, one for each piece of an unknown compound such as "KS-2019-1899", and a group without keys for
    a word that the archive does not know.
    """
    if term.prefix:
        return (_by_prefix(term, index),)
    form = plain(term.text)
    found = alternatives(form, index) or alternatives(_SERIES.sub("", form), index)
    pieces = pieces_of(form)
    if found or len(pieces) < 2:
        return (_group(term, _for_exclusion(found) if term.without else found, index),)
    by_piece = [alternatives(piece, index) for piece in pieces]
    if term.without or not all(by_piece):
        return (Group(term),)
    return tuple(_group(term, keys, index) for keys in by_piece)


def phrase_groups(phrase: Phrase, index: Index) -> Iterator[Group]:
    """A group for each word of a phrase: a document must hold every one of them exactly as written."""
    for word in phrase.words:
        key = EXACT + word
        known = any(index.documents(key).fields)
        yield Group(Term(word, -1, -1), {key: EXACT_LEVEL} if known else {})


def alternatives(word: str, index: Index) -> dict[str, float]:
    """The keys of one word with their levels; {} if neither the word nor what is left without an ending is known."""
    form = plain(word)
    folded = fold(form)
    entry = index.entry(folded)
    known = list(_known(entry))
    own = next((one for one in entry.forms if one.text == form), None)
    unseen = [lemma for text, lemma in entry.unseen if text == form]
    # What is a word of the archive as typed, if only in other inflections, stands for no other word.
    is_word = own or unseen or form in index.spelt(folded)
    others = [] if is_word and (form != folded or not own) else [one for one in known if one.text != form and _may_be(form, one.text)]
    made: dict[str, float] = {}
    for one in known:
        if one.text == form:
            _add(made, _key(one), EXACT_LEVEL)
            _add_lemma(made, one.lemma, LEMMA_LEVEL, index)
    for one in others:
        if not own:
            _add(made, _key(one), EXACT_LEVEL)
            _add_lemma(made, one.lemma, LEMMA_LEVEL, index)
        elif index.count(_key(one)) >= RARE * index.count(_key(own)):
            _add(made, _key(one), FAR_LEVEL)
            _add_lemma(made, one.lemma, FAR_LEVEL, index)
    for lemma in unseen if own or unseen or has_digit(form) else _spelt(folded, form, index):
        _add_lemma(made, lemma, LEMMA_LEVEL, index)
    if not made:
        for lemma in _reduced(form, folded, index):
            _add_lemma(made, lemma, LEMMA_LEVEL, index)
    return made


def boosts(found: Sequence[Group], index: Index) -> dict[str, float]:
    """What each key counts for in lunr's query; a key of several groups counts for each.

    A key's level is evened out by how rare it is: lunr holds a rare word for telling, but a rare inflection tells no more
    of what was asked for than the form as typed does.
    """
    made: dict[str, float] = {}
    for group in found:
        whole = idf(len(group.where(index)), index.size)
        for key, level in group.keys.items():
            boost = level * whole / max(idf(index.documents(key).size, index.size), LEAST_IDF)
            made[key] = made.get(key, 0.0) + math.floor(boost * 1e6 + 0.5) / 1e6
    return made


def idf(documents: int, size: int) -> float:
    """The weight by lunr of a key that ``documents`` of ``size`` hold."""
    return math.log(1 + abs((size - documents + 0.5) / (documents + 0.5)))


def suggestions(term: Term, index: Index) -> tuple[str, ...]:
    """The archive's nearest words to one it does not know: by edits, then by how many documents hold them."""
    wanted = fold(plain(term.text))
    most = nearest(wanted) if len(wanted) <= WORD_LIMIT else 0
    best: dict[str, tuple[int, int, str]] = {}
    for form, count in index.spelled(wanted) if most else ():
        folded = fold(form)
        if len(folded) < SHORTEST:
            continue
        edits = distance(wanted, folded, most)
        if edits <= most:
            row = (edits, -count, form)
            best[folded] = min(row, best.get(folded, row))
    return tuple(form for _, _, form in heapq.nsmallest(SUGGESTIONS, best.values()))


def _by_prefix(term: Term, index: Index) -> Group:
    form = plain(term.text)
    found = index.prefixed(form)
    if not found:
        return Group(term)
    keys = {PREFIX + form: LEMMA_LEVEL}
    if form in found:
        keys[EXACT + form] = EXACT_LEVEL
    dotted = all(known.startswith(form) for known in found)
    return Group(term, keys, {form: EXACT_LEVEL} if form in found else {}, {}, form if dotted else fold(form))


def _known(entry: Entry) -> Iterator[Form | Spelling]:
    """The forms and restored spellings of an entry; a short spelling only where no form is spelt so."""
    yield from entry.forms
    for one in entry.spellings:
        if len(one.text) >= ORIGINAL_LIMIT or all(form.text != one.text for form in entry.forms):
            yield one


def _key(one: Form | Spelling) -> str:
    return (EXACT if isinstance(one, Form) else ORIGINAL) + one.text


def _reduced(form: str, folded: str, index: Index) -> list[str]:
    """The lemmas that an unknown form may have: itself, or what is left when an ending is taken off or replaced."""
    if len(folded) > WORD_LIMIT:
        return []
    start = number_key(form) if has_digit(form) else folded
    found = _spelt(start, start if has_digit(form) else form, index)
    if found or has_digit(form):
        return found
    made: list[str] = []
    length = 0
    for ending, replacement in index.root["endings"]:
        if made and len(ending) > length:
            break
        if not folded.endswith(ending) or len(folded) - len(ending) < STEM_MINIMUM:
            continue
        length = len(ending)
        found = _spelt(folded[: len(folded) - length] + replacement, form[: len(form) - length] + replacement, index, "äö")
        made += [lemma for lemma in found if lemma not in made]
    return made


def _spelt(letters: str, typed: str, index: Index, added: str = "") -> list[str]:
    """The base forms with these letters: the one with the dots that were typed, else all that may take such dots."""
    found = index.spelt(letters)
    return [typed] if typed in found else [base for base in found if _may_be(typed, base, added)]


def _may_be(typed: str, word: str, added: str = "") -> bool:
    """Whether a word as typed may be one of the archive's with the same letters: dots may have been left out.

    ``added`` are letters whose dots a plural may have put on (*böck-er* from *bok*). Never is ä an å.
    """
    return len(typed) != len(word) or all(
        one in (other, fold(other)) or (one in added and fold(one) == other) for one, other in zip(typed, word, strict=True)
    )


def _for_exclusion(found: dict[str, float]) -> dict[str, float]:
    """Without the compound parts: "-polis" leaves out polisen, not polismodellen."""
    return {key: level for key, level in found.items() if not key.startswith(PART)}


def _group(term: Term, keys: Mapping[str, float], index: Index) -> Group:
    forms: dict[str, float] = {}
    parts: dict[str, float] = {}
    for key, level in keys.items():
        if key.startswith(PART):
            _add(parts, key[1:], level)
        elif key.startswith(EXACT):
            _add(forms, key[1:], level)
        elif not key.startswith(ORIGINAL):
            for form in index.entry(key).lemmas:
                _add(forms, form, level)
    return Group(term, keys, forms, parts)


def _add_lemma(made: dict[str, float], lemma: str, level: float, index: Index) -> None:
    if not lemma:
        return
    entry = index.entry(lemma)
    if entry.lemmas:
        _add(made, lemma, level)
    if entry.part:
        _add(made, PART + lemma, PART_LEVEL)


def _add(made: dict[str, float], key: str, level: float) -> None:
    made[key] = max(level, made.get(key, 0.0))
