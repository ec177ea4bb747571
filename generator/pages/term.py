"""A word: who uses it and who does not, how that has changed, and every sentence it stands in, by motion and document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator import addresses
from generator.compare.relatives import relatives
from generator.compare.rows import Occurrence, TermUse
from generator.model import Motion, Page, Response
from generator.pages import words
from generator.pages.comparison import Owner, owners_of
from generator.pages.context import Context
from generator.pages.escape import escape
from generator.pages.marked import escape_part
from generator.pages.paged import HEAVY, sheets
from generator.pages.pictures import use_over_time
from generator.pages.render import render
from generator.pages.words import alphabetical

SHOWN: Final = 5  # sentences of one document that stand open; the rest unfold
SHOWN_OF_MANY: Final = 2  # … on a page with more sentences in all than
MANY: Final = 60
NOBODY: Final = "Svar utan angiven avsändare"
UNNAMED: Final = "ett svar utan angiven avsändare"
AROUND: Final = 150  # letters of a long sentence on either side of the word
TOGETHER: Final = 150  # sentences of one document that are kept on a page
_HEADING, _SENTENCE, _USER, _SILENT, _PICTURE = 230, 95, 190, 12, 10_000  # bytes of markup


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a page of its own, or several that share an address: how it is written, where its page lies, its uses."""

    terms: tuple[str, ...]
    target: str
    uses: tuple[TermUse, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """The places of a word in one document, or in a part of a long one: those that stand open, and those that unfold.

    ``count`` is of the motion's documents together and ``of_owner`` of this document; ``first``: the motion's first piece;
    ``goes_on``: the document has begun in the piece before. ``without``, with a motion's last piece: whose answers lack the word.
    """

    motion: Motion
    count: int
    owner: Owner
    of_owner: int
    open: tuple[Occurrence, ...]
    more: tuple[Occurrence, ...]
    first: bool = False
    goes_on: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A word in one motion's documents, as far as one page holds them; ``goes_on``: it began on a page before."""

    motion: Motion
    count: int
    owners: tuple[Unit, ...]
    without: tuple[str, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class User:
    """A body's use of a word: how often, in how many of its answers, and how many of its answers are here.

    ``target`` is "" for all answers together that nobody can tell the sender of.
    """

    name: str
    target: str
    count: int
    answers: int
    here: int


def pages_of(context: Context, word: Word, listed: frozenset[str], here: Mapping[str, int], years: Mapping[str, int]) -> Iterator[Page]:
    """The pages of a word; ``listed`` are the addresses of all words, ``here`` is ``answers_here``, ``years`` ``answer_years``."""
    terms, uses = word.terms, word.uses
    term = words.listed(terms)
    count = sum(len(use.occurrences) for use in uses)
    shown = SHOWN_OF_MANY if count > MANY else SHOWN
    units = [unit for use in uses for unit in _units(context, use, shown)]
    users, silent = _users(context, uses, here)
    akin = {one.word: one for name in terms for one in relatives(context.archive, name)}
    room = max(0, HEAVY - _PICTURE - _USER * len(users) - _SILENT * len(silent))
    cases = len({unit.motion.id for unit in units})
    for sheet in sheets(units, word.target, HEAVY, _weight, room=room):
        yield render(
            "term",
            sheet.address,
            context,
            sheet.titled(words.upper_first(term)),
            f"Vem använder ordet ”{term}”, och i vilken mening?",
            term=term,
            sheet=sheet,
            summary=_summary(count, len({(unit.motion.id, unit.owner.id) for unit in units}), cases),
            forms=sorted({form for use in uses for form in use.forms} - set(terms), key=alphabetical),
            relatives=[(other, _known(other, listed)) for other in akin if other not in terms],
            users=users,
            silent=silent,
            picture=use_over_time("bruk", term, uses, years) if sheet.number == 1 and users else None,
            many=cases > 1,
            cases=[_case(list(group)) for _, group in groupby(sheet.items, key=lambda unit: (unit.motion.id, unit.count))],
            times=times,
            in_middle=in_middle,
        )


def _weight(unit: Unit) -> int:
    """Bytes of markup, about: a heading and a line for each sentence, each with a link as long as the page's address."""
    return _HEADING + len(unit.owner.target) + (_SENTENCE + len(unit.owner.target)) * (len(unit.open) + len(unit.more)) + 60 * len(unit.without)


def _case(units: Sequence[Unit]) -> Case:
    return Case(units[0].motion, units[0].count, tuple(units), units[-1].without, goes_on=not units[0].first)


def _summary(count: int, documents: int, cases: int) -> str:
    if not count:
        return "Ordet förekommer inte i arkivet."
    where = f"i {words.number(documents, neuter=True)} dokument" + (f" om {motions(cases)}" if cases > 1 else "")
    return f"Ordet förekommer {times(count)} {where}."


def _known(word: str, listed: frozenset[str]) -> str:
    """The page of a word, "" where it has none."""
    target = addresses.term(word)
    return target if target in listed else ""


def _units(context: Context, use: TermUse, shown: int) -> list[Unit]:
    """A word in one motion's documents, in the pieces that a page holds: a document each, a long one in several."""
    motion = context.motions[use.occurrences[0].motion]
    made: list[Unit] = []
    without: list[str] = []
    answering = {response.id for response in context.by_motion.get(motion.id, ()) if speaks(response)}
    for owner in owners_of(context, motion):
        found = use.by_owner(owner.id)
        for at in range(0, len(found), TOGETHER):
            part = found[at : at + TOGETHER]
            # A single sentence is not worth unfolding.
            cut = len(part) if len(part) <= shown + 1 else shown
            made.append(Unit(motion, len(use.occurrences), owner, len(found), part[:cut], part[cut:], first=not made, goes_on=at > 0))
        if not found and owner.id in answering:
            without.append(owner.name if context.responses[owner.id].bodies else UNNAMED)
    return [*made[:-1], replace(made[-1], without=tuple(dict.fromkeys(without)))] if made else []


def times(count: int) -> str:
    """A number of uses: "1 gång", "12 gånger"."""
    return f"{words.grouped(count)} {'gång' if count == 1 else 'gånger'}"


def motions(count: int) -> str:
    """A number of motions: "en motion", "tre motioner"."""
    return "en motion" if count == 1 else f"{words.number(count)} motioner"


def speaks(response: Response) -> bool:
    """Whether a response is a body's own answer in its own words: no summing up, and not only told of."""
    return response.role == "answer" and not response.told


def answers_here(context: Context) -> dict[str, int]:
    """How many answers in its own words each body has here."""
    return Counter(body for response in context.archive.responses if speaks(response) for body in response.bodies)


def _users(context: Context, uses: Iterable[TermUse], here: Mapping[str, int]) -> tuple[list[User], list[str]]:
    """Who uses a word in answers, the most frequent first; and who has answers here but never uses it."""
    counts = Counter(one.owner for use in uses for one in use.occurrences)
    said, using = Counter[str](), Counter[str]()
    for owner, count in counts.items():
        response = context.responses.get(owner)
        for body in response.bodies if response and speaks(response) else ():
            said[body] += count
            using[body] += 1
    users = [
        User(words.upper_first(context.body_name(body)), addresses.body(body), count, using[body], here[body])
        for body, count in said.items()
    ]
    unnamed = [owner for owner in counts if (found := context.responses.get(owner)) and speaks(found) and not found.bodies]
    if unnamed:
        here_unnamed = sum(1 for response in context.archive.responses if speaks(response) and not response.bodies)
        users.append(User(NOBODY, "", sum(counts[owner] for owner in unnamed), len(unnamed), here_unnamed))
    users.sort(key=lambda user: (-user.count, alphabetical(user.name)))
    # Of a word that nobody uses at all, the page says no more than that.
    silent = [words.upper_first(context.body_name(body)) for body in here if body not in said] if counts else []
    return users, sorted(silent, key=alphabetical)


def in_middle(place: Occurrence) -> Markup:
    """The sentence of an occurrence with the word marked; a long one is cut at words on either side, and says so."""
    text, start, end = place.sentence, place.start, place.end
    low = 0 if start <= AROUND * 1.3 else text.find(" ", start - AROUND, start) + 1
    high = len(text) if len(text) - end <= AROUND * 1.3 else text.rfind(" ", end, end + AROUND)
    high = high if high > 0 else len(text)
    return Markup("{}{}<mark>{}</mark>{}{}").format(
        "… " if low else "",
        escape_part(text, low, start, low),
        escape(text[start:end]),
        escape_part(text, end, high, 0, high),
        " …" if high < len(text) else "",
    )
