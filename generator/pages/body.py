"""A body: who it is and was, its answers by year and stance, the questions it has no answer to here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator import addresses
from generator.model import Body, Motion, Page, Response, Stance
from generator.pages import words
from generator.pages.bodies import predecessors, unanswered
from generator.pages.context import Context
from generator.pages.paged import LINES, sheets
from generator.pages.pictures import stances_of
from generator.pages.proposers import Fallen, fallen
from generator.pages.render import render
from generator.pages.words import Badge

NO_YEAR: Final = "Svar utan datum"
WITHOUT: Final = "Frågor utan svar i arkivet"
FEW: Final = 3  # answers up to which the list itself is the overview


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a body's page: a motion with its answer, or with what became of the question; ``heading`` is what it stands under."""

    heading: str
    motion: Motion
    badge: Badge
    response: Response | None = None
    possible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """A body's answers of one year ("" for those without a date): how many, and how they fell."""

    year: str
    count: int
    counts: tuple[tuple[Stance, int], ...]
    fallen: tuple[Fallen, ...]


def pages(context: Context) -> Iterator[Page]:
    """One page for each body of the archive, more where its answers need it."""
    for body in context.archive.bodies:
        target, name = addresses.body(body.id), words.upper_first(body.name)
        responses = sorted(context.by_body.get(body.id, ()), key=lambda response: words.sortable(response.date), reverse=True)
        asked = context.asked.get(body.id, ())
        years = by_year(responses)
        for sheet in sheets(lines(context, body, responses), target, LINES):
            yield render(
                "body",
                sheet.address,
                context,
                sheet.titled(name),
                f"{name}: svar på motioner.",
                body=body,
                sheet=sheet,
                groups=[(heading, list(group)) for heading, group in groupby(sheet.items, key=lambda line: line.heading)],
                summary=summary(
                    len({motion.id for motion, _ in asked}),
                    sum(response.role == "answer" and not response.told for response in responses),
                    sum(response.told for response in responses),
                    sum(response.role == "preparation" for response in responses),
                    context.body_name(body.successor) if body.successor else "",
                ),
                predecessors=predecessors(context, body),
                names=_other_names(context, body),
                years=years if sum(year.count for year in years) > FEW else (),
                picture=stances_of("svar", name, responses),
            )


def lines(context: Context, body: Body, responses: Sequence[Response]) -> list[Line]:
    """Everything that the pages of a body list, in order: its answers, the newest first, then the questions without one."""
    made = [
        Line(words.year(response.date) or NO_YEAR, context.motions[response.motion], context.badge(response), response)
        for response in responses
    ]
    for motion, referral in unanswered(context, body):
        made.append(Line(WITHOUT, motion, words.state_of(referral), None, referral.possible_responses))
    return made


def by_year(responses: Sequence[Response]) -> tuple[Year, ...]:
    """The answers in each year, the latest first; what prepares a matter is no answer, what is only told of is."""
    answers = [response for response in responses if response.role == "answer"]
    made = []
    for year, group in groupby(answers, key=lambda response: words.year(response.date)):
        found = list(group)
        counts = Counter(response.stance.value for response in found)
        made.append(Year(year, len(found), tuple((stance, counts[stance]) for stance in words.STANCES if counts[stance]), fallen(found)))
    return tuple(made)


def summary(asked: int, answered: int, told: int = 0, prepared: int = 0, successor: str = "") -> str:
    """How often a body was asked and answered, in sentences: "Tillfrågad om tre motioner. Två svar finns här.".

    Of one that another has taken over from, ``successor``, nothing is said to be missing: what documents say of it may stand there.
    """
    if successor and not (asked or answered or told or prepared):
        return f"Ingenting är fört till instansen själv. Det som gäller den kan stå hos {successor}, som har tagit över."
    said = [
        f"Tillfrågad om {_motions(asked)}." if asked else "Ingen remisslista i arkivet nämner instansen.",
        f"{words.upper_first(words.answers(answered))} finns här.",
    ]
    if told:
        said.append(f"{words.upper_first(words.answers(told))} återges bara i en sammanställning.")
    if prepared:
        said.append(f"{words.upper_first(words.number(prepared, neuter=True))} utlåtande{'n' if prepared > 1 else ''} som bereder ett ärende.")
    return " ".join(said)


def _motions(count: int) -> str:
    return f"{words.number(count)} {'motion' if count == 1 else 'motioner'}"


def _other_names(context: Context, body: Body) -> list[str]:
    written = {name for _, referral in context.asked.get(body.id, ()) for name in referral.names}
    # What a table calls the body is all that names one whose answer is only told of.
    written |= {fact.quote for response in context.by_body.get(body.id, ()) if response.told for fact in response.body_facts}
    return sorted(name for name in written if name.casefold() != body.name.casefold())
