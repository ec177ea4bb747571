"""Words: the list of those that have a page, and the pages of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.compare.terms import listed_terms, term_uses
from generator.model import Page
from generator.pages import words
from generator.pages.context import Context
from generator.pages.paged import NAMES, Lettered, lettered, sheets
from generator.pages.pictures import answer_years
from generator.pages.render import render
from generator.pages.term import Word, answers_here, motions, pages_of, times
from generator.pages.words import alphabetical

LONG: Final = 30  # words from which the list stands under letters
FEW: Final = 100  # words that stand nowhere, up to which they close the list
UNUSED: Final = f"{addresses.TERMS}finns-inte-i-arkivet"


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
    listed, here, years = frozenset(together), answers_here(context), answer_years(context)
    for target, terms in together.items():
        uses = [use for term in terms for use in term_uses(context.archive, term) if use.occurrences]
        count, cases = sum(len(use.occurrences) for use in uses), len({use.occurrences[0].motion for use in uses})
        rows += [Listed(term, target, count, cases) for term in terms]
        yield from pages_of(context, Word(tuple(terms), target, tuple(uses)), listed, here, years)
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
            times=times,
            motions=motions,
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
