"""The search page: the frame that the search scripts fill, how to search, and the words of the archive without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.compare.terms import listed_terms, term_uses
from generator.labels import STANCES
from generator.model import Page
from generator.pages import words
from generator.pages.context import Context
from generator.pages.render import render
from generator.pages.terms import LONG, under_letters
from generator.pages.words import alphabetical

LISTED: Final = 150  # words that stand on the page itself; more are reached by their first letter
PREFIX: Final = 6  # letters of an example with a star
_PHRASE: Final = re.compile(r"[^\W\d_]+ (?:[^\W\d_]+ )?[^\W\d_]{4,}")  # two or three words, the last no "i" or "av"


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the archive answers, and what it finds."""

    query: str
    does: str


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/sok/``; the scripts find its parts by ``data-search…`` attributes."""
    used = _used(context)
    found = under_letters(used)
    yield render(
        "search",
        addresses.SEARCH,
        context,
        "Sök",
        "Sök i motioner och svar.",
        starters=_starters(context, used),
        examples=list(_examples(context, used)),
        letters=[(letter, target if len(used) > LONG else addresses.TERMS) for letter, target in found.letters],
        listed=[(group.letter, group.items) for _, groups in found.pages for group in groups] if len(used) <= LISTED else (),
    )


def _used(context: Context) -> list[str]:
    """The words that have a page and stand somewhere, in the order of the list at ``/begrepp/``."""
    archive = context.archive
    return sorted((word for word in listed_terms(archive, context.settings) if term_uses(archive, word)), key=alphabetical)


def _starters(context: Context, used: list[str]) -> list[str]:
    """Up to three words to begin with: the editor's own that stand in the archive, else others that do."""
    wished = [word for word in (*context.settings.examples, *context.settings.terms) if term_uses(context.archive, word)]
    return list(dict.fromkeys((*wished, *used)))[:3]


def _examples(context: Context, used: list[str]) -> Iterator[Example]:
    """The query language by examples made of this archive's own words, so that each finds something."""
    single = [word for word in (*_starters(context, used), *used) if word.isalpha()]
    if single:
        yield Example(single[0], "ordet i alla böjningar, i sammansättningar och skrivet utan prickar")
    phrase = _phrase(context)
    if phrase:
        yield Example(f"”{phrase}”", "precis de orden i följd, med å, ä och ö som de är skrivna")
    long = next((word for word in single if len(word) > PREFIX), "")
    if long:
        yield Example(f"{long[:PREFIX]}*", "alla ord som börjar så")
    stance = next((response.stance.value for response in context.archive.responses if response.stance.value != "unclear"), None)
    if stance:
        yield Example(f"hållning:{_value(STANCES[stance])}", "bara svar med den hållningen; skriv ord före eller efter, om du vill")
    body = next((context.body_name(one) for response in context.archive.responses for one in response.bodies), "")
    if body:
        yield Example(f"instans:{_value(body)}", "bara svar från instansen; de första orden i namnet räcker")
    year = next((words.year(response.date) for response in context.archive.responses if words.year(response.date)), "")
    if year:
        yield Example(f"år:{year}", "bara dokument från det året")
    if context.archive.motions:
        yield Example(f"motion:{context.archive.motions[0].id}", "bara dokument i det ärendet; ordet är det som står i ärendets adress")
    if any(section.kind == "assessment" for response in context.archive.responses for section in response.sections):
        yield Example("avsnitt:bedömning", "bara dokument med det avsnittet; ord i samma fråga ska då stå just där")
    if any(motion.enclosures for motion in context.archive.motions):
        yield Example("typ:bilaga", "bara den sortens dokument")
    number = next((fact.value for motion in context.archive.motions for fact in motion.diary_numbers), "")
    if number:
        yield Example(number, "ett diarienummer, helt eller delar av det")


def _phrase(context: Context) -> str:
    """The first words of a motion's title, as they stand there; "" where no title begins so."""
    found = (_PHRASE.match(motion.title.value) for motion in context.archive.motions)
    return next((one.group() for one in found if one), "")


def _value(text: str) -> str:
    """A value as the query language wants it: in quotes where it has several words."""
    return f"”{text}”" if " " in text else text
