"""Documents that treat several motions: which motions, and what each of them is told. Part of the room ``archive``.

An answer to two motions is an answer in both cases. What it says of one of them ("motionen om isbanan avstyrks"), or of all
("motionerna avstyrks"), holds there; what is said of the other, or of neither by name, does not: it is left unclear.

Two motions are treated together only where the words show it: they are joined in one line ("motion om A och motion om B"),
spoken of in the plural, or both here as motions of their own that the document names at its top.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Draft
from generator.parse.diary import diary_numbers, number_key
from generator.parse.titles import subject

_ABOUT = r"(?:om|angående|gällande|rörande|beträffande|avseende|kring)"
_STOP = r"\s*(?:\(|,?\s+(?:[Dd]nr|KS|KF|SLK)\b|[.;!?\n]|$)|\s+(?:från|av)\s+[A-ZÅÄÖ]|,?\s+(?:har|är|ska|anses|avslås|bifalls|avstyrks|tillstyrks|besvaras|remitter\w*)\b"
_NAMED = re.compile(
    rf"\b[Mm]otion(?:en)?\b(?P<between>[^.;!?\n]{{0,160}}?)(?<=[\s,])(?P<about>{_ABOUT})\s+(?P<subject>[^.;!?\n(]+?)(?={_STOP}|,?\s+(?:och|samt|respektive)\s+(?:\w+\s+)?motion)"
)
# "motionerna om A och om B": only the plural makes two motions of two subjects.
_NAMED_MANY = re.compile(
    rf"\b[Mm]otioner(?:na)?\b(?P<between>[^.;!?\n]{{0,160}}?)(?<=[\s,])(?P<about>{_ABOUT})\s+(?P<subject>[^.;!?\n(]+?)(?={_STOP}|,?\s+(?:och|samt|respektive)\s+(?:{_ABOUT}\b|(?:\w+\s+)?motion))"
)
_NEXT = re.compile(
    rf"\s*(?:\([^)]*\))?,?\s+(?:och|samt|respektive)\s+(?P<about>{_ABOUT})\s+(?P<subject>[^.;!?\n(]+?)(?={_STOP}|,?\s+(?:och|samt|respektive)\s+{_ABOUT}\b)"
)
_OWN_NUMBER = re.compile(r"\b(?:(?:19|20)\d{2}:\d{1,4}|\d{1,4}/(?:19|20)\d{2})\b")
_PLURAL = re.compile(r"\bmotionerna\b|\b(?:båda|två|tre|fyra|fem|samtliga|dessa|alla|nedanstående|följande)\s+motioner(?:na)?\b|\bmotioner\s+(?:om|av|från|\()", re.IGNORECASE)
_ALL = re.compile(r"\bmotionerna\b|\b(?:båda|samtliga|dessa|alla|bägge)\s+(?:\w+\s+)?motioner(?:na)?\b|\b(?:de )?(?:båda|bägge|två|tre)\s+motionerna\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:och|samt|respektive)\s+(?:\w+\s+)?motion(?:en)?\b|\bmotioner(?:na)?\b[^.;]*\b(?:och|samt|respektive)\s+(?:om|angående|gällande)\b", re.IGNORECASE)
# A line that says what the document is about; running text may join a motion with one that it only compares it to.
_HEADING = re.compile(
    r"^(?:§\s*\d+\s+)?(?:\w+\s+){0,3}?(?:yttrande|svar|remissvar|remissyttrande|remiss|motion|motioner|motionerna|ärende|rubrik|angående|tjänsteutlåtande|utlåtande|handling|betr)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:liknande|tidigare|annan|andra|snarlik|motsvarande|förra|äldre|besvarad|jämför|jfr|se)\s*$", re.IGNORECASE)
_TOP = 25  # lines with text, among which a document says what it is about
_LIKE = 0.75
_TOLD_BY = 2  # words of a title that may be inflected and still tell one motion from another


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the motions that a document treats, by what tells it from the others.

    ``title`` is the words that name it, "" where only its number does; ``people`` are those who filed it.
    """

    numbers: frozenset[str] = frozenset()
    subjects: frozenset[frozenset[str]] = frozenset()
    motion_numbers: frozenset[str] = frozenset()
    title: str = ""
    people: frozenset[str] = frozenset()
    motion: tuple[str, int] | None = field(default=None, compare=False)  # the key of its own document, where that is here

    def named_in(self, text: str) -> bool:
        """Whether ``text`` names this motion: by a number, by the words of its title, or by who filed it."""
        if any(name in text for name in self.people):
            return True
        keys = {number_key(one.text) for one in diary_numbers(text)}
        if keys & self.numbers or self.motion_numbers & set(_OWN_NUMBER.findall(text)):
            return True
        words = _stems(re.findall(r"\w+", text.lower()))
        return any(known and _stems(known) <= words for known in self.subjects)


def named(text: str, matters: Sequence[Matter]) -> frozenset[int]:
    """Which of ``matters``, by index, ``text`` names; a shorter title ("motionen om isbanan") names the only one that it fits."""
    found = {index for index, one in enumerate(matters) if one.named_in(text)}
    for mention in _mentions(text):
        fits = [
            index
            for index, one in enumerate(matters)
            if any(_stems(words) <= _stems(known) for words in mention.subjects for known in one.subjects)
        ]
        if len(fits) == 1:
            found.add(fits[0])
    return frozenset(found)


def speaks_of_all(text: str) -> bool:
    """Whether a sentence speaks of the motions in the plural: "motionerna avstyrks"."""
    return bool(_ALL.search(text))


def matters(draft: Draft, known: Sequence[Matter]) -> tuple[Matter, ...]:
    """The motions that ``draft`` treats, where they are more than one; empty for a document of one matter.

    ``known`` are the motions that are here (``known_matters``): what a document names at its top is held against them.
    """
    if draft.kind in {"motion", "unknown"}:
        return ()
    top = _top(draft)
    text = "\n".join(top)
    plural = bool(_PLURAL.search(text))
    numbers = {number_key(fact.value) for fact in draft.diary_numbers if fact.of == "case"}
    joined = [line for line in _lines(top) if _JOINED.search(line) and _HEADING.match(line) and not line.endswith(".")]
    if not (plural or joined or len(numbers) > 1):
        return ()
    own_numbers = set(_OWN_NUMBER.findall(text))
    found = _clusters(top, numbers if plural else set())
    here = [one for one in known if _names(one, numbers, own_numbers, found)]
    if not (plural or joined):
        # A number alone may be that of a motion it is compared to; one that is named as its subject is not.
        here = [one for one in here if _names(one, set(), set(), found)]
    if len(here) > 1 and not _one_motion(here):
        return tuple(_with_found(one, found) for one in here)
    if len(found) > 1 and (plural or any(sum(one.named_in(line) for one in found) > 1 for line in joined)):
        return tuple(_with_motion(one, known) for one in found)
    return ()


def known_matters(motions: Sequence[Draft]) -> tuple[Matter, ...]:
    """The motions that are here, each once: those that share a number, or one of whose titles is the other's, are one."""
    made: list[Matter] = []
    for motion in motions:
        own = _of_motion(motion)
        if not any(own.numbers & other.numbers or own.subjects & other.subjects for other in made):
            made.append(own)
    return tuple(made)


def _one_motion(found: Sequence[Matter]) -> bool:
    """Whether what was found may be one motion after all: titles of which one is a shorter form of the other, without numbers apart."""
    return all(
        any(_same(a, b) for a in one.subjects for b in other.subjects) and not (one.numbers and other.numbers)
        for one, other in itertools.combinations(found, 2)
    )


def _top(draft: Draft) -> list[str]:
    return [" ".join(line.text.split()) for line in draft.document.lines if line.text.strip()][:_TOP]


def _lines(top: Sequence[str]) -> list[str]:
    """The lines, and each with the one after it: a heading may be wrapped."""
    return [*top, *(f"{one} {other}" for one, other in itertools.pairwise(top))]


def _case_numbers(motion: Draft) -> frozenset[str]:
    return frozenset(number_key(fact.value) for fact in motion.diary_numbers if fact.of == "case")


def _subjects(motion: Draft) -> frozenset[frozenset[str]]:
    return frozenset(words for fact in motion.titles if (words := subject(fact.value)))


def _names(motion: Matter, numbers: set[str], own_numbers: set[str], found: Sequence[Matter]) -> bool:
    """Whether the top of a document names ``motion``: by a number that it takes for its case's, or by the words of its title."""
    if motion.numbers & numbers or motion.motion_numbers & own_numbers:
        return True
    return any(_same(words, other) for words in motion.subjects for one in found for other in one.subjects)


def _of_motion(motion: Draft) -> Matter:
    numbers = frozenset({motion.motion_number.value}) if motion.motion_number else frozenset()
    title = motion.titles[0].value if motion.titles else ""
    people = frozenset(one.name for one in motion.proposers if " " in one.name)
    return Matter(_case_numbers(motion), _subjects(motion), numbers, title, people, motion.document.key)


def _with_motion(matter: Matter, known: Sequence[Matter]) -> Matter:
    """``matter`` with what its motion, where it is here, is known by."""
    for own in known:
        if own.numbers & matter.numbers or own.motion_numbers & matter.motion_numbers or any(
            _same(a, b) for a in own.subjects for b in matter.subjects
        ):
            return Matter(
                own.numbers | matter.numbers, own.subjects | matter.subjects, own.motion_numbers | matter.motion_numbers, matter.title or own.title, own.people, own.motion
            )
    return matter


def _with_found(matter: Matter, found: Sequence[Matter]) -> Matter:
    """``matter`` with the numbers that the document gives it."""
    own = [one for one in found if _one(one, matter)]
    return replace(
        matter,
        numbers=matter.numbers.union(*(one.numbers for one in own)),
        motion_numbers=matter.motion_numbers.union(*(one.motion_numbers for one in own)),
    )


def _clusters(top: Sequence[str], numbers: set[str]) -> list[Matter]:
    """The motions that the lines name, those that are one joined; ``numbers``: the case's numbers, where the text is of several."""
    found: list[Matter] = []
    for line in _lines(top):
        for one in _mentions(line):
            at = next((index for index, other in enumerate(found) if _one(one, other)), None)
            if at is None:
                found.append(one)
            else:
                other = found[at]
                found[at] = Matter(
                    other.numbers | one.numbers, other.subjects | one.subjects, other.motion_numbers | one.motion_numbers, other.title or one.title
                )
    # A number that stands by no title is a motion of its own only where all are known by number alone.
    if not any(one.subjects for one in found) and len(numbers) > 1:
        return [Matter(frozenset({key})) for key in sorted(numbers)]
    return [one for one in found if one.subjects or one.numbers or one.motion_numbers]


def _one(one: Matter, other: Matter) -> bool:
    if one.numbers and other.numbers:
        return bool(one.numbers & other.numbers)
    if one.motion_numbers and other.motion_numbers:
        return bool(one.motion_numbers & other.motion_numbers)
    return any(_same(a, b) for a in one.subjects for b in other.subjects)


def _mentions(line: str) -> Iterable[Matter]:
    """The motions named in a line, each with the numbers that stand between it and the next."""
    spots: list[tuple[int, int, str]] = []
    for match in sorted([*_NAMED.finditer(line), *_NAMED_MANY.finditer(line)], key=lambda one: one.start()):
        if _ANOTHER.search(line[: match.start()]) or "motion" in match["subject"].lower():
            continue
        spots.append((match.start(), match.end(), f"{match['about']} {match['subject']}"))
        position = match.end()
        while match.re is _NAMED_MANY and (following := _NEXT.match(line, position)):
            spots.append((following.start("about"), following.end(), f"{following['about']} {following['subject']}"))
            position = following.end()
    for index, (start, _, words) in enumerate(spots):
        stop = spots[index + 1][0] if index + 1 < len(spots) else len(line)
        span = line[start:stop]
        named = subject(f"Motion {words}")
        # The number that stands next to a title is its own; those after it may be of the next title, or the sender's.
        numbers = frozenset(number_key(one.text) for one in itertools.islice(diary_numbers(span), 1))
        if named:
            yield Matter(numbers, frozenset({named}), frozenset(_OWN_NUMBER.findall(span)[:1]), f"Motion {words.strip(' ,')}")


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of title words may name one motion: most words shared, or one a shorter form of the other.

    A single word is a shorter form only as it stands: "en revidering" is no short form of a title that revises something.
    """
    if not one or not other:
        return False
    a, b = _stems(one), _stems(other)
    shorter = one <= other or other <= one or (min(len(a), len(b)) >= _TOLD_BY and (a <= b or b <= a))
    return shorter or len(a & b) >= _LIKE * len(a | b)


def _stems(words: Iterable[str]) -> frozenset[str]:
    """Words cut at six letters, so that "isbanan" is "isbana"; numbers as they are."""
    return frozenset(word[:6].rstrip("aenrst") if len(word) > 4 and not word.isdigit() else word for word in words)
