"""What a word counts as when texts are held against each other: its lemma and, for a compound, the lemmas of its parts.

They are the base forms that search makes its keys of (``swedish/keys.py``), with the dots over their letters: two texts
are about the same only if they spell it the same, and *råd* is no *rad*.

Every form is analysed once a process; after that a word costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.model import Archive, Motion, Passage
from generator.swedish.compounds import parts
from generator.swedish.keys import base, forms, has_digit, inner_bases
from generator.swedish.words import Word, words

LONGEST: Final = 60  # letters; a longer "word" is a table gone wrong, and is compared as it stands


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Function words of Swedish (closed classes: pronouns, prepositions, conjunctions, adverbs, auxiliaries).
_FUNCTION: Final = _listed(
    """
    alla allt alltså andra annan annat att av bara bland blev bli blir blivit både båda de del dels dem den denna deras
    dess dessa det detta dig din dock du där därför därmed då efter eftersom ej eller en enligt er ett exempelvis fler
    flera flertal fram framför från få får för före förutom genom ger ge gentemot gör göra ha hade han har hela heller
    hon hos hur här i idag inför inom innan inte ingen inget inga intill istället ja jag jämte kan kanske kommer komma
    kring kunde kunna liksom lika man med medan mellan men mer mest mot mycket måste ni nog nu nya ny nytt när något
    någon några och också olika om oss på redan respektive samma samt samtidigt samtliga sedan sig sin sina sitt själv
    ska skall skulle snarare som stor stora stort sådan sådana sådant så särskilt tar ta till tills tillsammans trots
    under upp ur ut utan utifrån utöver vad var vara varit varje vem vid vidare vilka vilken vilket vill vilja vår våra
    vårt väl än ändå är även åt över övrig övriga
    """
)
# Words of municipal procedure: they stand in every case and say nothing about what it is about.
_PROCEDURE: Final = _listed(
    """
    anföra anse avdelning avdelningschef avge avslå avslag avstyrka avsnitt bakgrund bedöma bedömning begära behandla
    behov beredning bereda berörd besluta beslut besvara besvarad bifall bifalla bifoga bilaga bilägga diarienummer
    direktör efterfråga enhet erforderlig expediera framföra framgå framhålla fullmäktige föredra föreslå förslag
    förslagsställare förvaltning förvaltningsledning godkänna handläggare handläggning hantera hänvisa inkomma innehåll
    instans instämma instämmande kommun kommunfullmäktige kommunstyrelse kontor lämna ledamot mening motion motionär
    motionstext möjlighet nämna nämnd ordförande paragraf protokoll protokollsutdrag punkt remiss remissinstans
    remissvar remittera remittering rubrik sammanfattning sammanträde skribent skrivelse stad stadsdel
    stadsdelsdirektör stadsdelsförvaltning stadsdelsnämnd stadsledningskontor svar svara synpunkt till tjänsteutlåtande
    tillstyrka underlag utlåtande uppdra uppdrag yrka yrkande yttra yttrande ärende överlämna översända
    """
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form counts as: its lemma and the lemmas of its parts, () for what is no compound."""

    lemma: str
    parts: tuple[str, ...] = ()


@lru_cache(maxsize=200_000)
def sense(form: str) -> Sense:
    """The sense of a form in lower case. A number is its own plainest spelling; over 60 letters count as they stand."""
    if len(form) > LONGEST:
        return Sense(form)
    return Sense(base(form), () if has_digit(form) else parts(form))


@lru_cache(maxsize=200_000)
def keys(form: str) -> tuple[str, ...]:
    """What a form in lower case can be found by: its base form, every base form inside it and those of its pieces."""
    return tuple(dict.fromkeys(key for piece in forms(form) for key in (base(piece), *inner_bases(piece))))


@lru_cache(maxsize=200_000)
def is_content(form: str) -> bool:
    """Whether a form in lower case can say what a case is about: no function word, word of procedure or number."""
    if len(form) < 3 or has_digit(form):
        return False
    own = {form, sense(form).lemma}
    return not (own & _FUNCTION or own & _PROCEDURE)


@lru_cache(maxsize=200_000)
def root(lemma: str) -> str:
    """What a verb shares with the noun of its action: "renovera" and "renovering" → "renover"; else the lemma itself.

    At least four letters stay, so that short words keep apart.
    """
    for ending in ("ning", "ande", "ende", "else", "ing", "a"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma.removesuffix(ending)
    return lemma


def content_words(text: str) -> Iterator[tuple[Word, Sense]]:
    """The content words of a text with their senses, in order."""
    for word in words(text):
        form = word.text.lower()
        if is_content(form):
            yield word, sense(form)


def motion_passages(motion: Motion) -> tuple[Passage, ...]:
    """The motion's own passages in order, without what is struck out."""
    return tuple(passage for section in motion.sections for passage in section.passages if not passage.struck)


@dataclass(frozen=True, slots=True)
class Text:
    """One passage with the document it stands in: ``owner`` is a response id, or the motion's id."""

    owner: str
    motion: str
    passage: Passage


def texts(archive: Archive) -> Iterator[Text]:
    """Every passage of the archive: case by case, first the motion's own, then its responses' in their order.

    An answer that only another paper tells of has no words of its own: they stand in that paper.
    """
    answers: dict[str, list[Text]] = {}
    for response in archive.responses:
        if response.told:
            continue  # another's words about the body, which stand in that other's paper too
        made = answers.setdefault(response.motion, [])
        made += [Text(response.id, response.motion, passage) for passage in response.passages if not passage.struck]
    for motion in archive.motions:
        for passage in motion_passages(motion):
            yield Text(motion.id, motion.id, passage)
        yield from answers.get(motion.id, ())
