"""Those who have filed motions: an index by surname, and for each name its motions, parties, companions and what the answers said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.model import Page, Response, Stance
from generator.pages import words
from generator.pages.context import Context
from generator.pages.paged import CARDS, lettered, sheets
from generator.pages.people import Person, Signed, by_surname, key, surname
from generator.pages.pictures import stances_of
from generator.pages.render import render
from generator.pages.words import Badge
from generator.pages.years import year_in_words

FEW: Final = 3  # answers up to which a list is enough
LONG: Final = 30  # names from which the list stands under letters


@dataclass(frozen=True, slots=True)
class Fallen:
    """How many answers came to a stance."""

    badge: Badge
    count: int


@dataclass(frozen=True, slots=True)
class Companion:
    """One who has filed motions together with another, and how many."""

    name: str
    target: str
    count: int


def pages(context: Context) -> Iterator[Page]:
    """``/forslagsstallare/`` on as many pages as it needs, and the pages of each name."""
    people = context.proposers
    found = lettered(people, lambda person: surname(person.name), addresses.PROPOSERS)
    for sheet, groups in found.pages or ():
        yield render(
            "proposers",
            sheet.address,
            context,
            sheet.titled("Förslagsställare"),
            "De som har lämnat in motionerna i arkivet.",
            sheet=sheet,
            groups=groups,
            letters=found.letters if len(people) > LONG else (),
            lead=_lead(len(people)),
        )
    order = {motion.id: place for place, motion in enumerate(context.newest)}
    for person in people:
        yield from _pages_of(context, person, order)


def _pages_of(context: Context, person: Person, order: dict[str, int]) -> Iterator[Page]:
    signed = sorted(person.signed, key=lambda one: order[one.motion.id])
    target = addresses.proposer(person.id)
    answers = [response for one in signed for response in context.answers(one.motion)]
    for sheet in sheets(signed, target, CARDS):
        yield render(
            "proposer",
            sheet.address,
            context,
            sheet.titled(person.name),
            f"Motioner av {person.name}, och vad svaren på dem kom fram till.",
            person=person,
            sheet=sheet,
            lead=f"{words.upper_first(motions(len(signed)))} i arkivet har {person.name} som förslagsställare.",
            parties=parties(signed),
            fallen=fallen(answers),
            answers=in_all(answers),
            picture=stances_of("svar", person.name, answers) if sheet.number == 1 and len(answers) > FEW else None,
            told=only_told(answers),
            companions=companions(context, person),
        )


def _lead(count: int) -> str:
    if not count:
        return "Ingen förslagsställare finns i arkivet ännu."
    names = "Ett namn" if count == 1 else f"{words.upper_first(words.number(count))} namn"
    return f"{names} står under motionerna i arkivet, så som dokumenten skriver {'det' if count == 1 else 'dem'}. Arkivet skiljer inte på personer med samma namn. {'Det' if count == 1 else 'De'} står efter efternamn; ett dubbelnamn som inte säkert går att skilja från förnamnen står efter sitt sista ord."


def motions(count: int) -> str:
    """A number of motions: "en motion", "tre motioner"."""
    return f"{words.number(count)} {'motion' if count == 1 else 'motioner'}"


def parties(signed: Sequence[Signed]) -> str:
    """The parties that stand beside a name, in a sentence; where they differ each with its years, and what is not said is said."""
    years: dict[str, set[str]] = {}
    for one in signed:
        years.setdefault(one.party, set()).add(year_in_words(one.motion))
    curated = " Partiet är delvis angivet av redaktionen." if any(one.curated and one.party for one in signed) else ""
    named = sorted((party for party in years if party), key=words.alphabetical)
    if not named:
        return "Dokumenten anger inget parti."
    if len(years) == 1:
        return f"Parti i dokumenten: {named[0]}.{curated}"
    said = []
    for party in named:
        known = sorted(year for year in years[party] if year)
        when = f"{known[0]}–{known[-1]}" if len(known) > 1 else "".join(known)
        said.append(f"{party} ({when})" if when else party)
    missing = " I någon motion står inget parti vid namnet." if "" in years else ""
    several = " Arkivet kan inte säga om det är samma person." if len(named) > 1 else ""
    return f"Parti i dokumenten: {words.listed(said)}.{missing}{several}{curated}"


def fallen(answers: Sequence[Response]) -> tuple[Fallen, ...]:
    """How many answers came to each stance, in the order in which the archive always gives them."""
    counts: Counter[Stance] = Counter(response.stance.value for response in answers)
    return tuple(Fallen(badge, counts[stance]) for stance, badge in words.STANCES.items() if counts[stance])


def in_all(answers: Sequence[Response]) -> str:
    """The number of answers in a sentence, with those that are only told of; "" for none."""
    if not answers:
        return ""
    told = sum(response.told for response in answers)
    tail = f" {words.upper_first(words.number(told, neuter=True))} av dem återges bara i en sammanställning." if told else ""
    return f"{words.upper_first(words.answers(len(answers)))} på motionerna finns i arkivet.{tail}"


def only_told(answers: Sequence[Response]) -> str:
    """How many answers a picture leaves out, since only another paper tells of them; "" for none."""
    told = sum(response.told for response in answers)
    return f"{words.upper_first(words.answers(told))} till återges bara i en sammanställning och är inte med i bilden." if told else ""


def companions(context: Context, person: Person) -> tuple[Companion, ...]:
    """Who else stands under the same motions, the most frequent first."""
    own = key(person.name)
    counts = Counter(
        other
        for one in person.signed
        for other in dict.fromkeys(key(proposer.name) for proposer in one.motion.proposers if not proposer.struck)
        if other != own and other in context.people
    )
    made = [(context.people[other], count) for other, count in counts.items()]
    made.sort(key=lambda pair: (-pair[1], by_surname(pair[0].name)))
    return tuple(Companion(other.name, addresses.proposer(other.id), count) for other, count in made)
