"""What a damaged word may have been, weighed: how common each candidate is and how likely it is to be read that way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, inf, log

from generator.swedish.confusions import cost, key
from generator.swedish.dictionary import looked_up
from generator.swedish.folding import fold
from generator.swedish.lexicon import WORD_LIMIT, frequencies
from generator.swedish.spelling import spelling
from generator.swedish.splitting import split
from generator.swedish.tables import rows

_LEXICON, _BATCH, _FOLDER = 0.6, 0.2, 0.2  # how much the general list, the whole batch and the same folder weigh
_UNKNOWN = log(0.01)  # how much of running text is words in no list
_NAME = log(2e-8)  # the weight of a name as it stands, where another would only put dots on it
_JOINT = log(20.0)  # a compound is this much likelier than its parts by chance
_PART = {3: 1.2e-5, 4: 1e-6, 5: 3e-7, 6: 2e-7}  # the rarest word of so many letters that may be part of a compound
_LONG_PART = 5e-8
_INFLECTED = 3.0  # what an inflection in no list costs beside the form that is in the list
_ENDINGS = (
    "s",
    "en",
    "ens",
    "et",
    "ets",
    "ar",
    "arna",
    "arnas",
    "er",
    "erna",
    "ernas",
    "n",
    "ns",
    "t",
    "ts",
    "na",
    "nas",
)
_ODD = 2.0
_COMPOUND_LIMIT = 45  # letters
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Guess:
    """What a word was, and whether that is beyond reasonable doubt."""

    word: str
    sure: bool


@cache
def _by_key() -> Mapping[str, Sequence[str]]:
    made: dict[str, list[str]] = {}
    for word in frequencies():
        if len(word) <= WORD_LIMIT:
            made.setdefault(key(word), []).append(word)
    return made


@cache
def _blocks() -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows("compound_blocks.tsv")}


@cache
def _official() -> Mapping[str, float]:
    """How many times commoner a word is held to be in the prose of authorities than in the general list.

    Estimates, written down after seeing which readings of a common word went wrong (*bor* for *bör*); not counted.
    """
    return {word: float(factor) for word, factor, _instead_of in rows("official_words.tsv")}


def _is_base(word: str) -> bool:
    return looked_up(word) == word


def _is_odd(word: str) -> bool:
    """Whether ``word`` is an odd tail: no dictionary has it, or it is a verb's form (*stod* of *stå*)."""
    base = looked_up(word)
    return base is None or base[:3] != word[:3]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a document's neighbours use, beside the general list."""

    batch: Counter[str]
    folder: Counter[str]
    _keys: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the neighbours' own words by key."""
        for word in self.batch.keys() | self.folder.keys():
            if word not in frequencies():
                self._keys.setdefault(key(word), []).append(word)

    def share(self, word: str) -> float:
        """The share (0..1) of running text that ``word`` is expected to have; 0 for a word nobody uses."""
        found = _LEXICON * frequencies().get(word, 0.0) * _official().get(word, 1.0)
        if self.batch:
            found += _BATCH * self.batch[word] / self.batch.total()
        if self.folder:
            found += _FOLDER * self.folder[word] / self.folder.total()
        return found

    def readings(self, read: str, change: float) -> Iterator[tuple[float, str]]:
        """Every known word that could be read as ``read`` (lower case), with the logarithm of its weight."""
        folded = key(read)
        for word in (*_by_key().get(folded, ()), *self._keys.get(folded, ())):
            if len(word) > 1 or word == read:
                price = cost(read, word, change)
                if price < inf:
                    yield log(self.share(word)) - price, word

    def guess(self, read: str, change: float, *, name: bool = False) -> Guess:
        """The likeliest word behind ``read`` (lower case, at most 60 letters).

        ``change`` is the cost of a lost letter in this document; ``name`` says that it has a capital inside a sentence. A word
        that nothing is known of comes back as it is, and not sure.
        """
        found = {word: weight for weight, word in self.readings(read, change)}
        for ending in _ENDINGS:
            if len(read) > len(ending) + 3 and read.endswith(ending):
                for weight, word in self.readings(read[: -len(ending)], change):
                    if not self.share(word + ending) and (ending == "s" or _is_base(word)):
                        found[word + ending] = max(weight - _INFLECTED, found.get(word + ending, -inf))
        known = bool(found)
        if 6 <= len(read) <= _COMPOUND_LIMIT and (not found or max(self.share(word) for word in found) < 1e-6):
            for weight, word in self._compounds(read, change):
                found[word] = max(weight, found.get(word, -inf))
                known = True
        found[read] = max(found.get(read, -inf), _UNKNOWN + spelling(read))
        first = max(found, key=lambda word: found[word])
        if name and fold(first) == read and looked_up(first) is None and not split(first):
            found[read] = max(found[read], _NAME)
        total = sum(exp(weight) for weight in found.values())
        best = max(found, key=lambda word: (found[word], word))
        return Guess(best, known and exp(found[best]) / total >= _SURE)

    def _compounds(self, read: str, change: float) -> list[tuple[float, str]]:
        """The two likeliest readings of ``read`` as words put together."""
        best: list[list[tuple[float, str]]] = [[] for _ in range(len(read) + 1)]
        best[0] = [(0.0, "")]
        for end in range(3, len(read) + 1):
            found: dict[str, float] = {}
            for start in range(max(0, end - 24), end - 2):
                if not best[start] or (start == 0 and end == len(read)):
                    continue
                for weight, part in self._parts(read[start:end], change, last=end == len(read)):
                    for before, text in best[start]:
                        total = before + weight + (_JOINT if start else 0.0)
                        if total > found.get(text + part, -inf):
                            found[text + part] = total
            best[end] = sorted(((weight, text) for text, weight in found.items()), reverse=True)[:2]
        inflected = [
            (weight - _INFLECTED, text + ending)
            for ending in _ENDINGS
            if read.endswith(ending)
            for weight, text in best[len(read) - len(ending)]
            if split(text)
        ]
        return [
            (weight, text) for weight, text in (*best[-1], *inflected) if split(text, particles=True) or looked_up(text)
        ]

    def _parts(self, piece: str, change: float, *, last: bool) -> Iterator[tuple[float, str]]:
        if (last and _blocks().get(piece) == "ending") or key(piece) == "*":
            return  # an ending, or nothing to hold on to: every letter in doubt
        for weight, word in self.readings(piece, change):
            if self._is_part(word):
                yield weight - (_ODD if last and _is_odd(word) else 0.0), word
        if len(piece) > 4 and piece.endswith("s"):
            for weight, word in self.readings(piece[:-1], change):
                if self._is_part(word):
                    yield weight - 0.5, word + "s"
        if len(piece) > 4 and not last and piece[-1] in "eou":
            for weight, word in self.readings(piece[:-1] + "a", change):
                if word.endswith("a") and self._is_part(word):
                    yield weight - 1.0, word[:-1] + piece[-1]

    def _is_part(self, word: str) -> bool:
        if len(word) < 3 or _blocks().get(word) == "function":
            return False
        return self.share(word) >= _PART.get(len(word), _LONG_PART)
