"""Made-up archives of any size whose texts behave like municipal papers: the same seed gives the same archive.

A text is built of what real ones are built of: stock sentences that every paper uses, sentences of the motion that its
answers repeat, set phrases, and running words drawn from the everyday ones, from the words of the case and of the paper
itself (so that a word that has occurred is likely to come again), and from the whole of the language, compounds and all
inflections included (so that the vocabulary goes on growing).

Set against the 729 documents of 75 real cases (real / made up, as many documents): bytes a word 7.55 / 7.50; different words
in a paper of 680 words 311 / 324; vocabulary 22,700 / 21,200; share of papers that hold the word of rank 50, 200, 1,000:
.46, .22, .055 / .66, .26, .062; runs of four words that come again .51 / .51; bytes a word compressed as one stream
1.69 / 1.80, paper by paper 2.70 / 3.14. So common words are somewhat commoner here, and the text compresses less well.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

import wordfreq

from bench.search.lexicon import CIVIC, FAMILY, FIRST, GIVEN, LAST, words_of

FUNCTION_WORDS: Final = 260  # the words of every text, whatever it is about
OFFICE_WORDS: Final = 1200  # the general words that papers of offices are full of
STOCK_SENTENCES: Final = 400
SET_PHRASES: Final = 5000
PHRASE: Final = 3.4  # words in a set phrase, on average
# Common in general Swedish, which is much talk and film, and next to never said in a paper of an office.
TALK: Final = frozenset(words_of("""
jag du mig dig han hon hans hennes honom henne min mitt mina din ditt dina er ni ja nej ju nog väl bara oj hej tack
okej va fan skit typ helt hem visst iofs aldrig ville kanske kul bra gick gå går kom säger sa sade tror tycker vet vill
ser såg gör gjorde får fick tar tog gud herr pappa mamma älskar tänker liv där här nu sen igen alltid väldigt mycket
"""))


@dataclass(frozen=True, slots=True)
class Weighted:
    """Words with running sums of their weights, as ``random.choices`` takes them."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        """So many words, with repetition."""
        return chance.choices(self.words, cum_weights=self.sums, k=count)


def seeded(seed: str) -> random.Random:
    """Chance that falls the same way for the same seed."""
    return random.Random(seed)  # noqa: S311 - texts are drawn with it, not secrets


def weighted(pairs: Sequence[tuple[str, float]]) -> Weighted:
    """Words with weights, ready to draw from."""
    return Weighted(tuple(word for word, _ in pairs), tuple(accumulate(weight for _, weight in pairs)))


def falling(words: Sequence[str], offset: float = 3.0, power: float = 1.0) -> Weighted:
    """Words whose weight falls with their place, as words' do."""
    return weighted([(word, 1 / (place + offset) ** power) for place, word in enumerate(words)])


@cache
def function_words() -> Weighted:
    """The commonest words of Swedish, at the rates of general text."""
    return weighted([(word, share**1.15) for word, share in _general() if word not in TALK][:FUNCTION_WORDS])


@cache
def office_words() -> tuple[str, ...]:
    """Words of papers, most used first: the municipalities' own, and among them a fixed draw of fairly common ones."""
    chance = seeded("office")
    common = [word for word, _ in _general()[FUNCTION_WORDS : FUNCTION_WORDS + 6 * OFFICE_WORDS] if len(word) > 5]
    drawn = chance.sample([word for word in common if word not in TALK], OFFICE_WORDS)
    return (*CIVIC, *drawn)


@cache
def content_words() -> Weighted:
    """All other words: the language's own, and compounds in every form, with flattened weights."""
    pairs = [(word, share**0.95) for word, share in _general()[FUNCTION_WORDS:] if len(word) > 3 and word not in TALK]
    total = sum(weight for _, weight in pairs)
    chance = seeded("compounds")
    firsts, lasts = list(FIRST), list(LAST)
    chance.shuffle(firsts)
    chance.shuffle(lasts)
    made = [
        (first + form, 1 / ((one + 4) * (other + 4) * (place + 1)))
        for one, first in enumerate(firsts)
        for other, forms in enumerate(lasts)
        for place, form in enumerate(forms)
    ]
    scale = 0.5 * total / sum(weight for _, weight in made)
    return weighted([*pairs, *((word, weight * scale) for word, weight in made)])


def _general() -> list[tuple[str, float]]:
    """The Swedish words of wordfreq words, commonest first, without what is commoner in English (names and loans of the web)."""
    swedish = wordfreq.get_frequency_dict("sv", wordlist="large")
    english = wordfreq.get_frequency_dict("en", wordlist="small")
    kept = [(word, share) for word, share in swedish.items() if word.isalpha() and share > english.get(word, 0.0) / 2]
    return sorted(kept, key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True, slots=True)
class Mixture:
    """How many of a text's words come from where; the rest are of the whole language."""

    function: float = 0.20
    office: float = 0.14
    case: float = 0.09
    paper: float = 0.12
    number: float = 0.018
    name: float = 0.004
    phrase: float = 0.38  # words that stand in a set phrase
    stock: float = 0.20  # of the sentences, those that every paper has
    repeated: float = 0.20  # of the sentences, those repeated from the motion
    habit: float = 1.0  # how much one paper's use of everyday words differs from another's


MIXTURE: Final = Mixture()


class Writer:
    """Writes sentences; ``chance`` is the only thing that differs between two writers."""

    def __init__(self, seed: str, mixture: Mixture = MIXTURE) -> None:
        """Draw the stock of sentences and phrases that all papers share."""
        self.mixture = mixture
        self.chance = chance = seeded(seed)
        self.names = weighted([(f"{given} {family}", 1.0) for given in GIVEN for family in FAMILY])
        self.everyday = (function_words(), falling(office_words(), 6, 0.85))
        plain = Mixture(function=0.62, office=0.33, case=0, paper=0, number=0, name=0, phrase=0)
        words = self._running(plain, None, None, self.everyday)
        self.phrases = falling([" ".join(next(words) for _ in range(chance.choice((2, 3, 3, 4, 5)))) for _ in range(SET_PHRASES)], 10, 0.85)
        self.stock = falling([self._sentence(words, chance.randint(7, 20)) for _ in range(STOCK_SENTENCES)], 3, 0.9)

    def topic(self, count: int) -> list[str]:
        """The words that a case is about, the most used first; the commonest of the language are not always among them."""
        return list(dict.fromkeys(content_words().draw(self.chance, count)))

    def sentences(self, case: Weighted | None, paper: Weighted | None, motion: Sequence[str]) -> Iterator[str]:
        """Sentence after sentence of a paper on ``case`` that may repeat the ``motion``'s."""
        words = self._running(self.mixture, case, paper, tuple(self._habit(one) for one in self.everyday))
        chance, mixture = self.chance, self.mixture
        while True:
            drawn = chance.random()
            if drawn < mixture.stock:
                yield self.stock.draw(chance, 1)[0]
            elif motion and drawn < mixture.stock + mixture.repeated:
                start = chance.randrange(len(motion))
                yield from motion[start : start + chance.randint(1, 4)]
            else:
                yield self._sentence(words, max(3, round(chance.lognormvariate(2.75, 0.4))))

    def _habit(self, words: Weighted) -> Weighted:
        """The same words as one writer prefers them."""
        chance, spread = self.chance, self.mixture.habit
        weights = (after - before for before, after in zip((0.0, *words.sums), words.sums, strict=False))
        return Weighted(words.words, tuple(accumulate(weight * chance.lognormvariate(0, spread) for weight in weights)))

    def _running(
        self, mixture: Mixture, case: Weighted | None, paper: Weighted | None, everyday: tuple[Weighted, ...]
    ) -> Iterator[str]:
        """Words one after another, drawn some hundreds at a time."""
        chance = self.chance
        sources = list(zip(everyday, (mixture.function, mixture.office), strict=True))
        sources += [(one, share) for one, share in ((case, mixture.case), (paper, mixture.paper)) if one]
        if mixture.name:
            sources.append((self.names, mixture.name))
        if mixture.phrase:
            sources.append((self.phrases, mixture.phrase / PHRASE))
        rest = 1 - mixture.number - mixture.phrase * (1 - 1 / PHRASE) - sum(share for _, share in sources)
        sources.append((content_words(), rest))
        number = len(sources)
        shares = [*(share for _, share in sources), mixture.number]
        while True:
            kinds = chance.choices(range(number + 1), weights=shares, k=400)
            drawn = [iter(source.draw(chance, kinds.count(at))) for at, (source, _) in enumerate(sources)]
            for kind in kinds:
                yield next(drawn[kind]) if kind < number else self._number()

    def _number(self) -> str:
        chance = self.chance
        drawn = chance.random()
        if drawn < 0.5:
            return str(chance.randint(1, 31))
        if drawn < 0.75:
            return str(chance.randint(2008, 2026))
        return f"{chance.randint(2010, 2026)}-{chance.randint(1, 2500):05d}" if drawn < 0.9 else f"{chance.randint(32, 9999)}"

    def _sentence(self, words: Iterator[str], length: int) -> str:
        made = [next(words) for _ in range(length)]
        if length > 9 and self.chance.random() < 0.5:
            made[length // 2] += ","
        text = " ".join(made)
        return f"{text[:1].upper()}{text[1:]}."
