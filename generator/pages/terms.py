"""Words: the list of those that have a page, and for each who uses it, in which sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.compare.rows import Occurrence, TermUse
from generator.compare.terms import listed_terms, term_uses
from generator.model import Motion, Page
from generator.pages import words
from generator.pages.bodies import alphabetical
from generator.pages.comparison import Owner, marked, owners_of
from generator.pages.context import Context
from generator.pages.render import render


@dataclass(frozen=True, slots=True)
class Case:
    """A word in one motion's documents: who uses it, with the places, and who does not."""

    motion: Motion
    owners: tuple[tuple[Owner, tuple[Occurrence, ...]], ...]
    without: tuple[str, ...]


def pages(context: Context) -> Iterator[Page]:
    """The list at ``/begrepp/`` and a page for each word; words that share an address share a page."""
    listed: list[tuple[str, str, str]] = []
    together: dict[str, list[str]] = {}
    for term in listed_terms(context.archive, context.settings):
        together.setdefault(addresses.term(term), []).append(term)
    for target, terms in together.items():
        uses = [use for term in terms for use in term_uses(context.archive, term)]
        count = sum(len(use.occurrences) for use in uses)
        for term in terms:
            listed.append((term, target, f"{words.grouped(count)} {'gång' if count == 1 else 'gånger'}"))
        yield _page(context, words.listed(terms), target, uses, count)
    yield render(
        "terms",
        addresses.TERMS,
        context,
        "Begrepp",
        "Ord som återkommer i motioner och svar, och vem som använder dem.",
        terms=sorted(listed, key=lambda row: alphabetical(row[0])),
    )


def _page(context: Context, term: str, target: str, uses: list[TermUse], count: int) -> Page:
    cases = [_case(context, use) for use in uses if use.occurrences]
    users = sum(len(case.owners) for case in cases)
    summary = (
        f"Ordet förekommer {words.grouped(count)} {'gång' if count == 1 else 'gånger'} "
        f"i {words.number(users, neuter=True)} dokument."
        if count
        else "Ordet förekommer inte i arkivet."
    )
    forms = sorted({form for use in uses for form in use.forms} - {term})
    return render(
        "term",
        target,
        context,
        words.upper_first(term),
        f"Vem använder ordet ”{term}”, och i vilken mening?",
        term=term,
        summary=summary,
        forms=forms,
        cases=cases,
        marked=marked,
    )


def _case(context: Context, use: TermUse) -> Case:
    motion = context.motions[use.occurrences[0].motion]
    owners = owners_of(context, motion)
    places = [(owner, use.by_owner(owner.id)) for owner in owners]
    return Case(
        motion,
        tuple(place for place in places if place[1]),
        tuple(owner.name for owner, found in places if not found and owner.id != motion.id),
    )
