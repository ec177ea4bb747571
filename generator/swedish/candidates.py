"""What a damaged word may have been, weighed: how common each candidate is and how likely it is to be read that way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import exp, inf, log

from generator.swedish.confusions import STRANGE, Channel
from generator.swedish.dictionary import looked_up
from generator.swedish.folding import fold
from generator.swedish.lexicon import frequencies
from generator.swedish.lostletters import (
    LOST,
    Index,
    Options,
    beginnings,
    index,
    letters,
    lexicon,
    one_lost,
    options_of,
)
from generator.swedish.spelling import spelling
from generator.swedish.splitting import split
from generator.swedish.tables import rows

_LEXICON, _BATCH, _FOLDER = 0.6, 0.2, 0.2  # how much the general list, the whole batch and the same folder weigh
_FEW = 1000  # words: neighbours that have fewer say little about how common a word is
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
_COMMON = 1e-6
_DOUBTFUL = 2.0  # how much likelier a strange reading is in a word that text recognition was not certain of
_COMPOUND_LIMIT = 45  # letters
_PART_LIMIT = 24
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class Guess:
    """What a word was, and whether that is beyond reasonable doubt."""

    word: str
    sure: bool


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
    """The words that a document's neighbours use, beside the general list; ``own`` indexes those that the list lacks."""

    batch: Counter[str] = field(default_factory=Counter)
    folder: Counter[str] = field(default_factory=Counter)
    own: Index = field(default_factory=Index)

    def share(self, word: str) -> float:
        """The share (0..1) of running text that ``word`` is expected to have; 0 for a word nobody uses."""
        found = _LEXICON * frequencies().get(word, 0.0) * _official().get(word, 1.0)
        if self.batch:
            found += _BATCH * self.batch[word] / (self.batch.total() + _FEW)
        if self.folder:
            found += _FOLDER * self.folder[word] / (self.folder.total() + _FEW)
        return found


def vocabulary(batch: Counter[str], folder: Counter[str]) -> Vocabulary:
    """The vocabulary of the words that the whole batch and the same folder use."""
    return Vocabulary(batch, folder, index(word for word in batch.keys() | folder.keys() if word not in frequencies()))


@dataclass(frozen=True, slots=True)
class Reader:
    """Guesses by one vocabulary and one document's way of losing letters, each made once."""

    vocabulary: Vocabulary
    by: Channel
    _made: dict[tuple[str, bool, bool], Guess] = field(default_factory=dict)
    _read: dict[str, tuple[tuple[float, str], ...]] = field(default_factory=dict)

    def guess(self, read: str, *, name: bool = False, doubtful: bool = False) -> Guess:
        """The likeliest word behind ``read`` (lower case, at most 60 letters).

        ``name`` says that it has a capital inside a sentence, ``doubtful`` that text recognition itself was not certain of it.
        A word that nothing is known of comes back as it is, and not sure.
        """
        asked = (read, name, doubtful)
        if asked not in self._made:
            self._made[asked] = self._guess(read, name=name, doubtful=doubtful)
        return self._made[asked]

    def readings(self, read: str) -> tuple[tuple[float, str], ...]:
        """Every known word that could be read as ``read`` (lower case), with the logarithm of its weight."""
        if read not in self._read:
            self._read_from(read, 0, len(read), options_of(read, self.by.spans))
        return self._read[read]

    def _read_from(self, read: str, start: int, end: int, options: Options) -> None:
        """Remember the readings of every piece of ``read`` that begins at ``start``, up to ``end``: one walk finds them all."""
        pieces: dict[int, dict[str, float]] = {at: {} for at in range(start + 1, end + 1)}
        for found in (lexicon(), self.vocabulary.own):
            for at, way in beginnings(read, start, end, found, options):
                for word in way.words if at > start else ():
                    price = self.by.price(word, way.spans)
                    if price < pieces[at].get(word, inf):
                        pieces[at][word] = price
        share = self.vocabulary.share
        for at, prices in pieces.items():
            piece = read[start:at]
            if piece not in self._read:
                if share(piece):
                    prices[piece] = 0.0
                self._read[piece] = tuple((log(share(word)) - price, word) for word, price in prices.items())

    def _read_pieces(self, read: str) -> None:
        options = options_of(read, self.by.spans)
        for start in range(1, len(read) - 2):
            self._read_from(read, start, min(len(read), start + _PART_LIMIT), options)

    def _guess(self, read: str, *, name: bool, doubtful: bool) -> Guess:
        found = {word: weight for weight, word in self.readings(read)}
        for ending in _ENDINGS:
            if len(read) > len(ending) + 3 and read.endswith(ending):
                for weight, word in self.readings(read[: -len(ending)]):
                    if not self.vocabulary.share(word + ending) and (ending == "s" or _is_base(word)):
                        found[word + ending] = max(weight - _INFLECTED, found.get(word + ending, -inf))
        known = bool(found)
        if 6 <= len(read) <= _COMPOUND_LIMIT and (
            not found or max(self.vocabulary.share(word) for word in found) < 1e-6
        ):
            for weight, word in self._compounds(read):
                found[word] = max(weight, found.get(word, -inf))
                known = True
        if not known or doubtful:
            for weight, word in self._strange(read):
                found[word] = max(weight + (_DOUBTFUL if doubtful else 0.0), found.get(word, -inf))
        found[read] = max(found.get(read, -inf), _UNKNOWN + spelling(read))
        first = max(found, key=lambda word: found[word])
        if name and fold(first) == read and looked_up(first) is None and not split(first):
            found[read] = max(found[read], _NAME)
        total = sum(exp(weight) for weight in found.values())
        best = max(found, key=lambda word: (found[word], word))
        return Guess(best, known and exp(found[best]) / total >= _SURE)

    def _strange(self, read: str) -> Iterator[tuple[float, str]]:
        """Common words that ``read`` may be with one letter read as never before."""
        for way in one_lost(read, lexicon()):
            for word in way.words:
                share = self.vocabulary.share(word)
                if share >= _COMMON and len(word) > 3:
                    lost = [span for span, letter in zip(way.spans, letters(word), strict=True) if span != letter]
                    if len(lost) == 1 and lost[0] not in LOST:
                        yield log(share) - STRANGE[len(lost[0])] - self.by.change, word

    def _compounds(self, read: str) -> list[tuple[float, str]]:
        """The two likeliest readings of ``read`` as words put together."""
        self._read_pieces(read)
        best: list[list[tuple[float, str]]] = [[] for _ in range(len(read) + 1)]
        best[0] = [(0.0, "")]
        for end in range(3, len(read) + 1):
            found: dict[str, float] = {}
            for start in range(max(0, end - _PART_LIMIT), end - 2):
                if not best[start] or (start == 0 and end == len(read)):
                    continue
                for weight, part in self._parts(read[start:end], last=end == len(read)):
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

    def _parts(self, piece: str, *, last: bool) -> Iterator[tuple[float, str]]:
        if last and _blocks().get(piece) == "ending":
            return
        for weight, word in self.readings(piece):
            if self._is_part(word):
                yield weight - (_ODD if last and _is_odd(word) else 0.0), word
        if len(piece) > 4 and piece.endswith("s"):
            for weight, word in self.readings(piece[:-1]):
                if self._is_part(word):
                    yield weight - 0.5, word + "s"
        if len(piece) > 4 and not last and piece[-1] in "eou":
            for weight, word in self.readings(piece[:-1] + "a"):
                if word.endswith("a") and self._is_part(word):
                    yield weight - 1.0, word[:-1] + piece[-1]

    def _is_part(self, word: str) -> bool:
        if len(word) < 3 or _blocks().get(word) == "function":
            return False
        return self.vocabulary.share(word) >= _PART.get(len(word), _LONG_PART)
