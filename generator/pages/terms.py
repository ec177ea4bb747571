"""Words: the list of those that have a page, and for each who uses it, who does not, and in which sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from generator.pages.render import render
from generator.pages.words import alphabetical

LONG: Final = 30  # words from which the list stands under letters
SHOWN: Final = 5  # sentences of one document that stand open; the rest unfold
SHOWN_OF_MANY: Final = 2  # … on a page with more sentences in all than
MANY: Final = 60
NOBODY: Final = "Svar utan angiven avsändare"
UNNAMED: Final = "ett svar utan angiven avsändare"
AROUND: Final = 150  # letters of a long sentence on either side of the word


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a word in one document: those that stand open, and those that unfold."""

    owner: Owner
    open: tuple[Occurrence, ...]
    more: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A word in one motion's documents: who uses it, with the places, and whose answer is here without it."""

    motion: Motion
    count: int
    owners: tuple[Places, ...]
    without: tuple[str, ...]


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
    """The list at ``/begrepp/`` and a page for each word; words that share an address share a page."""
    rows: list[Listed] = []
    together: dict[str, list[str]] = {}
    for term in listed_terms(context.archive, context.settings):
        together.setdefault(addresses.term(term), []).append(term)
    listed, here = frozenset(together), _answers(context)
    for target, terms in together.items():
        uses = [use for term in terms for use in term_uses(context.archive, term) if use.occurrences]
        count, cases = sum(len(use.occurrences) for use in uses), len({use.occurrences[0].motion for use in uses})
        rows += [Listed(term, target, count, cases) for term in terms]
        yield _page(context, terms, target, uses, listed, here)
    rows.sort(key=lambda row: alphabetical(row.word))
    letters: dict[str, list[Listed]] = {}
    for row in rows:
        if row.count:
            letters.setdefault(initial(row.word), []).append(row)
    yield render(
        "terms",
        addresses.TERMS,
        context,
        "Begrepp",
        "Ord som återkommer i motioner och svar, och vem som använder dem.",
        letters=letters,
        used=[row for row in rows if row.count],
        long=LONG,
        unused=[row for row in rows if not row.count],
        times=_times,
        motions=_motions,
    )


def initial(word: str) -> str:
    """The letter under which a word is listed; "0–9" for a word that begins with none."""
    first = word[:1].upper()
    return first if first.isalpha() else "0–9"


def _times(count: int) -> str:
    return f"{words.grouped(count)} {'gång' if count == 1 else 'gånger'}"


def _motions(count: int) -> str:
    return "en motion" if count == 1 else f"{words.number(count)} motioner"


def _page(
    context: Context, terms: Sequence[str], target: str, uses: Sequence[TermUse], listed: frozenset[str], here: Mapping[str, int]
) -> Page:
    term = words.listed(terms)
    count = sum(len(use.occurrences) for use in uses)
    cases = [_case(context, use, SHOWN_OF_MANY if count > MANY else SHOWN) for use in uses]
    users, silent = _users(context, uses, here)
    akin = {one.word: one for name in terms for one in relatives(context.archive, name)}
    return render(
        "term",
        target,
        context,
        words.upper_first(term),
        f"Vem använder ordet ”{term}”, och i vilken mening?",
        term=term,
        summary=_summary(count, cases),
        forms=sorted({form for use in uses for form in use.forms} - set(terms), key=alphabetical),
        relatives=[(word, _known(word, listed)) for word in akin if word not in terms],
        users=users,
        silent=silent,
        cases=cases,
        times=_times,
        in_middle=in_middle,
    )


def _summary(count: int, cases: Sequence[Case]) -> str:
    if not count:
        return "Ordet förekommer inte i arkivet."
    documents = sum(len(case.owners) for case in cases)
    where = f"i {words.number(documents, neuter=True)} dokument" + (f" om {_motions(len(cases))}" if len(cases) > 1 else "")
    return f"Ordet förekommer {_times(count)} {where}."


def _known(word: str, listed: frozenset[str]) -> str:
    """The page of a word, "" where it has none."""
    target = addresses.term(word)
    return target if target in listed else ""


def _case(context: Context, use: TermUse, shown: int) -> Case:
    motion = context.motions[use.occurrences[0].motion]
    made: list[Places] = []
    without: list[str] = []
    answering = {response.id for response in context.by_motion.get(motion.id, ()) if speaks(response)}
    for owner in owners_of(context, motion):
        found = use.by_owner(owner.id)
        if found:
            # A single sentence is not worth unfolding.
            cut = len(found) if len(found) <= shown + 1 else shown
            made.append(Places(owner, found[:cut], found[cut:]))
        elif owner.id in answering:
            without.append(owner.name if context.responses[owner.id].bodies else UNNAMED)
    return Case(motion, len(use.occurrences), tuple(made), tuple(dict.fromkeys(without)))


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
