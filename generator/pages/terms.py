"""Words: the list of those that have a page, and for each who uses it, who does not, and in which sentences."""

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
from generator.compare.terms import listed_terms, term_uses
from generator.model import Motion, Page, Response
from generator.pages import words
from generator.pages.comparison import Owner, owners_of
from generator.pages.context import Context
from generator.pages.escape import escape
from generator.pages.marked import escape_part
from generator.pages.paged import HEAVY, NAMES, Lettered, lettered, sheets
from generator.pages.render import render
from generator.pages.words import alphabetical

LONG: Final = 30  # words from which the list stands under letters
FEW: Final = 100  # words that stand nowhere, up to which they close the list
UNUSED: Final = f"{addresses.TERMS}finns-inte-i-arkivet"
TOGETHER: Final = 150  # sentences of one document that are kept on a page
_HEADING, _SENTENCE, _USER, _SILENT = 230, 95, 190, 12  # bytes of markup
SHOWN: Final = 5  # sentences of one document that stand open; the rest unfold
SHOWN_OF_MANY: Final = 2  # … on a page with more sentences in all than
MANY: Final = 60
NOBODY: Final = "Svar utan angiven avsändare"
UNNAMED: Final = "ett svar utan angiven avsändare"
AROUND: Final = 150  # letters of a long sentence on either side of the word


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


@dataclass(frozen=True, slots=True)
class Listed:
    """A word in the list: its page, how often it stands in the archive and in how many cases."""

    word: str
    target: str
    count: int
    cases: int


def pages(context: Context) -> Iterator[Page]:
    """The list at ``/begrepp/`` and the pages of each word; words that share an address share a page."""
    rows: list[Listed] = []
    together: dict[str, list[str]] = {}
    for term in listed_terms(context.archive, context.settings):
        together.setdefault(addresses.term(term), []).append(term)
    listed, here = frozenset(together), _answers(context)
    for target, terms in together.items():
        uses = [use for term in terms for use in term_uses(context.archive, term) if use.occurrences]
        count, cases = sum(len(use.occurrences) for use in uses), len({use.occurrences[0].motion for use in uses})
        rows += [Listed(term, target, count, cases) for term in terms]
        yield from _pages(context, terms, target, uses, listed, here)
    rows.sort(key=lambda row: alphabetical(row.word))
    yield from _lists(context, rows)


def _lists(context: Context, rows: Sequence[Listed]) -> Iterator[Page]:
    """The list of words under letters, on as many pages as it needs; those that stand nowhere come last, on a page of their own where they are many."""
    used, unused = [row for row in rows if row.count], [row for row in rows if not row.count]
    found = under_letters([row.word for row in used])
    by_word = {row.word: row for row in used}
    target = addresses.numbered(UNUSED, {row.target.rstrip("/") for row in rows}) + "/"
    apart = list(sheets(unused, target, NAMES)) if len(unused) > FEW else []
    for sheet, groups in found.pages:
        yield render(
            "terms",
            sheet.address,
            context,
            sheet.titled("Begrepp"),
            "Ord som återkommer i motioner och svar, och vem som använder dem.",
            sheet=sheet,
            groups=[(group, [by_word[word] for word in group.items]) for group in groups],
            letters=found.letters if len(used) > LONG else (),
            lead=_list_lead(len(used)),
            unused=[] if apart or sheet.next else unused,
            apart=(target, len(unused)) if apart and not sheet.next else None,
            times=_times,
            motions=_motions,
        )
    for part in apart:
        yield render("terms-unused", part.address, context, part.titled("Begrepp som inte finns i arkivet"), "Ord som inget dokument här använder.", sheet=part, count=len(unused))


def under_letters(words_used: Sequence[str]) -> Lettered[str]:
    """The list of words at ``/begrepp/``, with the address of each letter; for words in the order of the list."""
    return lettered(words_used, lambda word: word, addresses.TERMS)


def _list_lead(count: int) -> str:
    if not count:
        return "Inga ord att visa ännu."
    return f"{words.upper_first(words.number(count, neuter=True))} ord som återkommer i motioner och svar. Varje sida visar vem som använder ordet, vem som inte gör det, och i vilken mening."


def _times(count: int) -> str:
    return f"{words.grouped(count)} {'gång' if count == 1 else 'gånger'}"


def _motions(count: int) -> str:
    return "en motion" if count == 1 else f"{words.number(count)} motioner"


def _pages(
    context: Context, terms: Sequence[str], target: str, uses: Sequence[TermUse], listed: frozenset[str], here: Mapping[str, int]
) -> Iterator[Page]:
    term = words.listed(terms)
    count = sum(len(use.occurrences) for use in uses)
    shown = SHOWN_OF_MANY if count > MANY else SHOWN
    units = [unit for use in uses for unit in _units(context, use, shown)]
    users, silent = _users(context, uses, here)
    akin = {one.word: one for name in terms for one in relatives(context.archive, name)}
    room = max(0, HEAVY - _USER * len(users) - _SILENT * len(silent))
    cases = len({unit.motion.id for unit in units})
    for sheet in sheets(units, target, HEAVY, _weight, room=room):
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
            relatives=[(word, _known(word, listed)) for word in akin if word not in terms],
            users=users,
            silent=silent,
            many=cases > 1,
            cases=[_case(list(group)) for _, group in groupby(sheet.items, key=lambda unit: unit.motion.id)],
            times=_times,
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
    where = f"i {words.number(documents, neuter=True)} dokument" + (f" om {_motions(cases)}" if cases > 1 else "")
    return f"Ordet förekommer {_times(count)} {where}."


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


def speaks(response: Response) -> bool:
    """Whether a response is a body's own answer in its own words: no summing up, and not only told of."""
    return response.role == "answer" and not response.told


def _answers(context: Context) -> dict[str, int]:
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
